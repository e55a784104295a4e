// Beside a text: asks for its links to be checked, says how far that is, and has the panel read what was found.
const LOOK = 1500;
const MOST_LOOKS = 60;
const button = document.querySelector("[data-check-links]");
const said = document.querySelector("[data-check-links-said]");

async function ask(method) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const answer = await fetch(button.dataset.checkLinks, {
    method,
    headers: { Accept: "application/json", "X-CSRFToken": token },
    redirect: "error",
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function check() {
  button.disabled = true;
  try {
    let state = await ask("POST");
    for (let look = 0; ; look += 1) {
      if (said.textContent !== state.words) said.textContent = state.words;
      if (!state.waiting || look === MOST_LOOKS) break;
      await new Promise((resolve) => { setTimeout(resolve, LOOK); });
      state = await ask("GET");
    }
    button.closest("[data-before-publishing]")?.dispatchEvent(new Event("newsroom:ask"));
  } catch {
    said.textContent = button.dataset.unread;
  } finally {
    button.disabled = false;
  }
}

button?.addEventListener("click", check);
