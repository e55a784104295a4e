// The review of an import with the keyboard. Without it every act has a button, and what is chosen is saved by one.
const form = document.getElementById("review");
const rows = [...form.querySelectorAll("[data-row]")];
const parts = { t: "paragraph", q: "quote", h: "heading", x: "dropped" };

function focus(row) {
  if (!row) return;
  for (const each of rows) each.tabIndex = each === row ? 0 : -1;
  row.focus();
}

function save(row, button) {
  form.elements.anchor.value = row.id;
  form.requestSubmit(button ?? form.querySelector("button[value=save]"));
}

for (const row of rows) {
  const select = row.querySelector("select");
  const parting = row.querySelector("details :is(select, button)");
  select.addEventListener("change", () => save(row));
  row.addEventListener("keydown", (event) => {
    if (event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = rows.indexOf(row);
    if (event.key === "ArrowDown") focus(rows[index + 1]);
    else if (event.key === "ArrowUp") focus(rows[index - 1]);
    else if (event.key === "d") focus(rows.slice(index + 1).find((each) => each.classList.contains("is-doubtful")));
    else if (event.key === "Enter" && parting) {
      parting.closest("details").open = true;
      parting.focus();
    } else if (event.key === "Backspace" && rows[index - 1]?.querySelector("button[value^=join]"))
      save(rows[index - 1], rows[index - 1].querySelector("button[value^=join]"));
    else if (parts[event.key] && !select.disabled) {
      select.value = parts[event.key];
      save(row);
    } else return;
    event.preventDefault();
  });
}

for (const note of form.querySelectorAll("[data-keys]")) note.hidden = false;
const wrong = form.querySelector("[aria-invalid=true]");
if (wrong) {
  // The address still names the paragraph of the step before, to which the browser would go once the page is there.
  history.replaceState(null, "", location.pathname + location.search);
  wrong.focus();
} else if (location.hash) focus(document.querySelector(`[data-row]${location.hash}`));
