// In the editor: whoever is chosen as speaker or participant brings along the role and the organisation of that day.
// What somebody typed stays; what was proposed gives way to the next proposal. Without this script the role of a
// speaker is filled in when the release is saved.
const PERSON = /^(.*-)(speaker|person)$/;
const script = document.querySelector("script[data-role-of-person]");
const proposed = new WeakMap();
let asked = null;

function chooserOf(input) {
  return document.getElementById(`${input.id}-chooser`)?.widget;
}

function isOurs(field, value) {
  return value === "" || proposed.get(field) === value;
}

function dayOfRelease() {
  return document.querySelector("[name=embargoed_until]")?.value.slice(0, 10) ?? "";
}

async function roleOf(person) {
  const address = new URL(script.dataset.roleOfPerson.replace("/0/", `/${person}/`), location.href);
  address.searchParams.set("day", dayOfRelease());
  address.searchParams.set("page", location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1] ?? "");
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : null;
}

function fill(role, body, found) {
  if (role && isOurs(role, role.value)) {
    role.value = found.role;
    proposed.set(role, found.role);
    role.dispatchEvent(new Event("input", { bubbles: true }));
    role.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const chooser = body && chooserOf(body);
  if (chooser && isOurs(body, body.value)) {
    chooser.setState(found.organisation);
    proposed.set(body, found.organisation?.id ?? "");
  }
}

document.addEventListener("click", (event) => {
  const chooser = event.target.closest?.("[data-chooser-action-choose]")?.closest("[id$='-chooser']");
  if (chooser) asked = chooser.id;
}, true);

document.addEventListener("change", async (event) => {
  const input = event.target;
  const [, stem] = input.name?.match(PERSON) ?? [];
  if (stem === undefined || !input.value || asked !== `${input.id}-chooser`) return;
  const role = document.getElementsByName(`${stem}role`)[0];
  const body = document.getElementsByName(`${stem}organisation`)[0];
  const person = input.value;
  const found = await roleOf(person);
  if (found && input.value === person) fill(role, body, found);
});
