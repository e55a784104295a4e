// In the calendar: a release is dragged to another day, or picked up and carried there by keys. Either leads to the form
// that says what it means and asks; nothing moves here. Without this script "Move" opens the same form.
const table = document.querySelector("[data-calendar]");
const said = document.querySelector("[data-calendar-said]");
const days = table ? [...table.querySelectorAll("[data-day]")] : [];
let picked = null;

function words(text, { title, day }) {
  return text.replace("{title}", () => title).replace("{day}", () => day);
}

function mark(day) {
  for (const each of days) each.classList.toggle("is-aim", each === day);
}

function ask(entry, day) {
  location.assign(`${entry.dataset.move}?to=${day.dataset.day}`);
}

function show() {
  const day = days[picked.at];
  mark(day);
  day.scrollIntoView({ block: "nearest" });
  said.textContent = words(said.dataset.picked, { title: picked.entry.dataset.title, day: day.dataset.words });
}

function pick(entry) {
  picked = { entry, from: days.indexOf(entry.closest("[data-day]")), at: days.indexOf(entry.closest("[data-day]")) };
  entry.classList.add("is-picked");
  show();
}

function leave() {
  picked?.entry.classList.remove("is-picked");
  picked = null;
  mark(null);
}

function carry(event) {
  const pickUp = event.target.closest?.(".desk-pick");
  if (!picked) {
    if (pickUp && event.key === "Enter") {
      event.preventDefault();
      pick(pickUp.closest("[data-move]"));
    }
    return;
  }
  const side = document.dir === "rtl" ? -1 : 1;
  const step = { ArrowLeft: -side, ArrowRight: side, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (step) {
    event.preventDefault();
    picked.at = Math.min(Math.max(picked.at + step, 0), days.length - 1);
    show();
  } else if (event.key === "Enter") {
    event.preventDefault();
    ask(picked.entry, days[picked.at]);
  } else if (event.key === "Escape" || event.key === "Tab") {
    leave();
    said.textContent = said.dataset.left;
  }
}

let dragged = null;
table?.addEventListener("keydown", carry);
table?.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-move]") ?? null;
  if (dragged) event.dataTransfer.effectAllowed = "move";
});
table?.addEventListener("dragover", (event) => {
  const day = event.target.closest?.("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  mark(day);
});
table?.addEventListener("drop", (event) => {
  const day = event.target.closest?.("[data-day]");
  if (!dragged || !day) return;
  event.preventDefault();
  if (day !== dragged.closest("[data-day]")) ask(dragged, day);
});
table?.addEventListener("dragend", () => {
  dragged = null;
  mark(null);
});
