// In the editor of a release: an organisation that somebody chooses brings its boilerplate and its contact, each into the
// first row that is empty, else a new one. What stands there already stays and comes no second time.
const LINK = /^organisation_links-\d+-organisation$/;
const FIELDS = { boilerplate_links: "boilerplate", contact_links: "contact" };
const PATIENCE = 20;
const script = document.querySelector("script[data-brought-by]");
let asked = null;

const inputsOf = (list) => [...document.querySelectorAll(`input[name^="${list}-"][name$="-${FIELDS[list]}"]`)]
  .filter((input) => /-\d+-/.test(input.name) && document.getElementsByName(input.name.replace(/[^-]+$/, "DELETE"))[0]?.value !== "1");

const chooserOf = (input) => document.getElementById(`${input.id}-chooser`)?.widget;

const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });

async function emptyRow(list) {
  const empty = inputsOf(list).find((input) => !input.value);
  if (empty) return empty;
  const before = inputsOf(list).length;
  document.getElementById(`id_${list}-ADD`)?.click();
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const inputs = inputsOf(list);
    if (inputs.length > before && chooserOf(inputs.at(-1))) return inputs.at(-1);
    await nextFrame();
  }
  return null;
}

async function put(list, record) {
  if (inputsOf(list).some((input) => input.value === record.id)) return "";
  const at = document.activeElement;
  const input = await emptyRow(list);
  if (!input) return "";
  chooserOf(input)?.setState(record);
  at?.focus?.({ preventScroll: true });
  return record.string;
}

function say(near, names) {
  if (!names.length) return;
  let place = near.parentElement.querySelector(":scope > .newsroom-brought");
  if (!place) {
    place = Object.assign(document.createElement("p"), { className: "help-block help-info newsroom-brought" });
    place.setAttribute("role", "status");
    near.after(place);
  }
  place.textContent = "";
  setTimeout(() => { place.textContent = script.dataset.words.replace("{names}", names.join(script.dataset.comma)); }, 50);
}

// Whoever adds a row to choose something into it chooses at once.
const ADDED = /^id_(organisation_links|boilerplate_links|contact_links|attachments)-ADD$/;

async function chooseAtOnce(list) {
  const rows = () => [...document.querySelectorAll(`[id^="inline_child_${list}-"]`)];
  const before = rows().length;
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    await nextFrame();
    const row = rows().length > before ? rows().at(-1) : null;
    const button = [...row?.querySelectorAll("[data-chooser-action-choose]") ?? []].find((each) => each.offsetParent);
    if (button) {
      button.click();
      return;
    }
  }
}

document.addEventListener("click", (event) => {
  const list = event.isTrusted && event.target.closest?.("button")?.id.match(ADDED)?.[1];
  if (list) chooseAtOnce(list);
  const chooser = event.target.closest?.("[data-chooser-action-choose]")?.closest("[id$='-chooser']");
  if (chooser) asked = chooser.id;
}, true);

document.addEventListener("change", async ({ target }) => {
  if (!LINK.test(target.name ?? "") || !target.value || asked !== `${target.id}-chooser`) return;
  const number = target.value;
  const answer = await fetch(script.dataset.broughtBy.replace("/0/", `/${number}/`), { headers: { Accept: "application/json" } });
  if (!answer.ok || target.value !== number) return;
  const names = [];
  for (const [list, record] of Object.entries(await answer.json())) names.push(await put(list, record));
  say(document.getElementById(`${target.id}-chooser`), names.filter(Boolean));
});
