// Copying to the clipboard. Buttons with data-copy (the text itself) or data-copy-from (an address that answers
// with it) are hidden until this script can serve them; data-done is what they say afterwards.
const status = document.getElementById("copied");

async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

function serve() {
  for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
    if (!button.hidden) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const { copy, copyFrom, done } = button.dataset;
      await write(copyFrom ? await (await fetch(copyFrom)).text() : copy);
      button.textContent = done;
      status.textContent = done;
      setTimeout(() => { button.textContent = label; status.textContent = ""; }, 3000);
    });
  }
}

serve();
document.addEventListener("newsroom:changed", serve);
