// In the editor of a release: keeps the panel "Before publishing" up to date while somebody types, leads from each of
// its lines to the field, and counts characters beside the lines of words. Nothing is saved by it. What is typed is sent
// when the hands rest, and at the latest after a second; without this script the release is checked when it is published.
const LOOK = 200;
const REST = 400;
const LONGEST = 1000;
const TELL = 900;
const panel = document.querySelector("[data-before-publishing]");
const form = document.getElementById("page-edit-form");

function addressNow() {
  const page = location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1];
  return page ? panel.dataset.beforePublishing.replace("/0/", `/${page}/`) : panel.dataset.beforePublishingNew;
}

function typed() {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return new URLSearchParams(data).toString();
}

function show(html) {
  const lines = panel.querySelector("[data-before-publishing-lines]");
  if (lines.innerHTML !== html) {
    const at = lines.contains(document.activeElement) ? document.activeElement.dataset : null;
    const isOpen = lines.querySelector("details")?.open ?? false;
    lines.innerHTML = html;
    if (lines.querySelector("details")) lines.querySelector("details").open = isOpen;
    if (at?.field) find(lines, at)?.focus();
  }
  const number = Number(lines.querySelector("[data-number]")?.dataset.number ?? 0);
  const words = lines.querySelector("[data-state]")?.textContent ?? "";
  const state = panel.querySelector(".newsroom-checks-state");
  if (state.textContent !== words) state.textContent = words;
  for (const counter of document.querySelectorAll(
    "[data-side-panel-toggle='before-publishing'] [data-side-panel-toggle-counter]",
  )) {
    counter.textContent = String(number);
    counter.hidden = number === 0;
  }
}

function find(lines, { field, block }) {
  return [...lines.querySelectorAll("[data-field]")].find(
    (each) => each.dataset.field === field && each.dataset.block === block,
  ) ?? panel.querySelector("h2");
}

let sent = null;
let seen = null;
let first = 0;
let last = 0;
let isAsking = false;

async function ask(data) {
  isAsking = true;
  sent = data;
  try {
    const answer = await fetch(addressNow(), {
      method: "POST",
      body: new URLSearchParams(data),
      headers: { "X-Requested-With": "XMLHttpRequest", Accept: "text/html" },
      redirect: "error",
    });
    if (!answer.ok) throw new Error(String(answer.status));
    show((await answer.text()).trim());
  } catch {
    panel.querySelector(".newsroom-checks-state").textContent = panel.dataset.unread;
  } finally {
    isAsking = false;
  }
}

function look() {
  if (document.hidden) return;
  const data = typed();
  const now = performance.now();
  if (data !== seen) {
    if (seen === sent) first = now;
    [seen, last] = [data, now];
  }
  if (seen !== sent && !isAsking && (sent === null || now - last >= REST || now - first >= LONGEST)) ask(seen);
}

// The way from a line to its field.

function placeOf({ field, block, part }) {
  if (block) {
    const known = [...form.querySelectorAll(`input[type="hidden"][name^="${field}-"][name$="-id"]`)];
    const own = known.find((input) => input.value === block);
    const whole = own?.closest("[data-streamfield-child]") ?? own?.parentElement;
    if (whole) return (part && whole.querySelector(`[data-contentpath="${part}"]`)) || whole;
  }
  if (field === "comments") return document.querySelector("[data-side-panel-toggle='comments']");
  const rows = [...form.querySelectorAll(`[id^="inline_child_${field}-"]:not(.deleted)`)];
  const shown = rows.filter((row) => row.style.display !== "none");
  return shown[0]
    ?? document.getElementById(`id_${field}-ADD`)
    ?? form.querySelector(`[data-contentpath="${field}"]`)
    ?? document.getElementById(`id_${field}`);
}

function open(place) {
  const tab = place.closest("[role='tabpanel']");
  if (tab?.hidden) document.querySelector(`[role='tab'][aria-controls='${tab.id}'], [role='tab'][href='#${tab.id}']`)?.click();
  const sections = [];
  for (let each = place.closest("[data-panel]"); each; each = each.parentElement?.closest("[data-panel]")) sections.unshift(each);
  sections.push(...place.querySelectorAll(":scope > [data-panel], :scope > div > [data-panel]"));
  for (const section of sections) {
    const toggle = section.querySelector("[data-panel-toggle]");
    if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
  }
  for (let each = place.closest("details"); each; each = each.parentElement?.closest("details")) each.open = true;
}

const ENTRIES = "input:not([type=hidden]):not([disabled]), select, textarea, [contenteditable=true], button";

function focusOn(place) {
  const entries = place.matches(ENTRIES) ? [place] : [...place.querySelectorAll(ENTRIES)];
  const written = entries.filter((each) => each.offsetParent !== null && !each.closest(".w-panel__header"));
  const target = written.find((each) => !each.matches("button")) ?? written[0] ?? place;
  if (target === place && !place.matches(ENTRIES)) place.tabIndex = -1;
  place.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function lead(event) {
  const line = event.target.closest("[data-field]");
  const place = line && placeOf(line.dataset);
  if (!place) return;
  event.preventDefault();
  // on a narrow screen the panel lies over the form
  if (matchMedia("(width < 50rem)").matches) document.querySelector("[data-form-side-close-button]")?.click();
  open(place);
  requestAnimationFrame(() => focusOn(place));
}

// Characters beside the lines of words.

function count(name, limit) {
  const input = form.querySelector(`[name="${name}"]`);
  const field = input?.closest("[data-field]")?.querySelector("[data-field-input]") ?? input?.parentElement;
  if (!field) return;
  const shown = document.createElement("p");
  const told = document.createElement("p");
  shown.className = "newsroom-count";
  shown.id = `${input.id}-count`;
  told.className = "w-sr-only";
  told.setAttribute("aria-live", "polite");
  field.append(shown, told);
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${shown.id}`.trim());
  let waiting = 0;
  const update = () => {
    const number = [...input.value.trim()].length;
    const digits = (value) => new Intl.NumberFormat(document.documentElement.lang || undefined).format(value);
    const words = panel.dataset.count.replace("{number}", digits(number)).replace("{limit}", digits(limit));
    if (shown.textContent === words) return;
    shown.textContent = words;
    shown.classList.toggle("newsroom-count-over", number > limit);
    clearTimeout(waiting);
    waiting = setTimeout(() => { told.textContent = words; }, TELL);
  };
  input.addEventListener("input", update);
  update();
  clearTimeout(waiting);
}

if (panel && form) {
  panel.addEventListener("click", lead);
  panel.addEventListener("newsroom:ask", () => { sent = null; });
  for (const [name, limit] of Object.entries(JSON.parse(panel.dataset.limits))) count(name, limit);
  setInterval(look, LOOK);
}
