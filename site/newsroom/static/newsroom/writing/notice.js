// The notice above the form: what holds with the words, and what one can do. Its sentences come from the newsroom.
const LANGUAGE = document.documentElement.lang || undefined;
const hourOf = (at) => new Intl.DateTimeFormat(LANGUAGE, { timeStyle: "medium" }).format(at);
const dayAndHourOf = (at) => new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "medium", timeStyle: "short" }).format(at);

function fileOf(words) {
  const plain = [];
  for (const [name, value] of new URLSearchParams(words)) {
    if (value && !/^(comments-|loaded_revision|overwrite_)|-(count|order|type|id|deleted|TOTAL_FORMS|INITIAL_FORMS|MIN_NUM_FORMS|MAX_NUM_FORMS|ORDER|DELETE)$/.test(name)) {
      plain.push(`${name}: ${plainOf(value)}`);
    }
  }
  return new Blob([plain.join("\n\n")], { type: "text/plain;charset=utf-8" });
}

function plainOf(value) {
  try {
    return JSON.parse(value).blocks?.map((block) => block.text).join("\n") ?? value;
  } catch {
    return value;
  }
}

function takeAway(words) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(fileOf(words)), download: "text.txt" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function logInBeside(address) {
  const wide = 520;
  const place = `width=${wide},height=640,left=${Math.max(0, screen.availWidth - wide)},top=80`;
  window.open(address, "newsroom-log-in", place);
}

export function notice(form, settings, keeping) {
  const patterns = document.getElementById("newsroom-kept-words").content;
  const box = document.createElement("div");
  box.className = "newsroom-kept";
  box.setAttribute("role", "alert");
  form.prepend(box);
  let found = null;

  const acts = {
    "log-in": () => logInBeside(settings.logIn),
    again: () => keeping.doubt(),
    both: () => keeping.seeBoth(),
    file: () => takeAway(found?.words ?? keeping.seen),
    send: () => keeping.sendFound(found),
    remove: () => keeping.removeFound(),
  };
  box.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]");
    if (act) acts[act.dataset.act]?.();
  });

  return (state, detail = "", isBack = false) => {
    const name = state === "in" && isBack ? "back" : state;
    const pattern = patterns.querySelector(`[data-state="${name}"]`);
    found = ["found", "unsendable"].includes(state) ? detail : null;
    if (!pattern) {
      box.replaceChildren();
      return;
    }
    const shown = pattern.cloneNode(true);
    const facts = {
      time: found ? dayAndHourOf(found.at) : hourOf(Date.now()),
      name: (state === "met" ? keeping.saver : detail) || settings.somebody,
      reason: found ? found.reason : detail,
    };
    for (const slot of shown.querySelectorAll("[data-fill]")) {
      slot.textContent = slot.dataset.fill.replace(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? "");
    }
    const at = box.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    if (box.firstElementChild?.dataset.state === name && name !== "found") {
      // the same again: only what is new in it is written, the hour or a name
      const [slots, next] = [box, shown].map((each) => [...each.querySelectorAll("[data-fill]")]);
      slots.forEach((slot, number) => {
        if (slot.textContent !== next[number].textContent) slot.textContent = next[number].textContent;
      });
      return;
    }
    box.replaceChildren(shown);
    if (at) box.querySelector(`[data-act="${at}"]`)?.focus();
  };
}
