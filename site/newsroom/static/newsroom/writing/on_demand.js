// In every editor: what a folded part holds is said until it is opened, since it may change from then on; and the further
// fields of a quote are open where somebody has chosen something in them that does not go without saying.
const form = document.getElementById("page-edit-form");
const FieldBlock = window.wagtailStreamField?.blocks?.FieldBlock;

// The heading of a folded part names what was chosen in it: nothing where nothing was, where the editor would say “null”.
if (FieldBlock) {
  const labelOf = FieldBlock.prototype.getTextLabel;
  FieldBlock.prototype.getTextLabel = function (options) {
    return labelOf.call(this, options) ?? "";
  };
}

function openWhatHolds() {
  for (const more of form.querySelectorAll(".newsroom-more:not([data-seen])")) {
    more.dataset.seen = "";
    const toggle = more.closest("[data-panel]").querySelector(":scope > .w-panel__header [data-panel-toggle]");
    const usual = form.elements.original_language?.value;
    const isChosen = [...more.querySelectorAll("select")].some((each) => each.value && each.value !== usual);
    if (isChosen && toggle.getAttribute("aria-expanded") === "false") toggle.click();
  }
}

function sayWhatIsHeld(part) {
  const header = part.querySelector(":scope > .w-panel__header");
  const toggle = header.querySelector("[data-panel-toggle]");
  const said = document.createElement("span");
  said.className = "newsroom-holds";
  said.id = `${part.id}-holds`;
  said.textContent = part.dataset.holds;
  header.querySelector("[data-panel-heading]").after(said);
  toggle.setAttribute("aria-describedby", `${toggle.getAttribute("aria-describedby")} ${said.id}`);
  toggle.addEventListener("wagtail:panel-toggle", ({ detail }) => { if (detail.expanded) said.remove(); });
}

if (form) {
  form.querySelectorAll(".collapsed[data-holds]").forEach(sayWhatIsHeld);
  new MutationObserver(openWhatHolds).observe(form, { childList: true, subtree: true });
  openWhatHolds();
}
