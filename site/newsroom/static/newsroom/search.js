// The search, kinder with a script: results and facets change in place with the address, and titles are offered while
// one types (ARIA combobox with a list). Without it the form and the links do the same by loading the page.
const form = document.getElementById("search");
const field = form.elements.q;
let asking;

function addressOf(form, isNarrowed) {
  const pairs = [...new FormData(form)].filter(([, value]) => value !== "");
  const usual = { sort: "relevance", match: "all" };
  const query = new URLSearchParams(pairs.filter(([name, value]) => usual[name] !== value));
  if (query.get("language") === form.dataset.language) query.delete("language");
  if (isNarrowed && new URLSearchParams(location.search).has("literal")) query.set("literal", "1");
  return `${form.action.split("?")[0]}?${query}`;
}

async function show(address, isNew = true) {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const parts = document.querySelectorAll("[data-search-part]");
    if (!page.getElementById("search")) throw new Error("not the search page");
    const { name, value } = document.activeElement ?? {};
    for (const part of parts) {
      const fresh = page.querySelector(`[data-search-part="${part.dataset.searchPart}"]`);
      if (fresh) part.replaceChildren(...fresh.childNodes);
    }
    document.title = page.title;
    if (isNew) history.pushState({}, "", address);
    if (name && name !== "q") {
      const again = [...form.elements].find((each) => each.name === name && (each.value === value || each.type === "date"));
      again?.focus();
    }
    document.dispatchEvent(new CustomEvent("newsroom:changed"));
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  close();
  show(addressOf(form, event.submitter?.closest(".facets")));
});
document.addEventListener("change", (event) => {
  if (event.target.form === form && event.target !== field) show(addressOf(form, true));
});
document.addEventListener("click", (event) => {
  const link = event.target.closest(".chosen a, .pages a, .suggestion a, .instead a, .elsewhere a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.value = new URL(link.href).searchParams.get("q") ?? "";
  show(link.href).then(() => { if (link.closest(".pages")) document.getElementById("content").scrollIntoView(); });
});
addEventListener("popstate", () => {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  show(location.href, false);
});

// While one types
const list = document.createElement("ul");
let chosen = -1;
let waiting;
list.id = "completions";
list.className = "completions";
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", form.dataset.completionsLabel);
list.hidden = true;
form.append(list);
for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" })) field.setAttribute(name, value);

function close() {
  list.hidden = true;
  chosen = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function choose(place) {
  const options = [...list.children];
  chosen = place < -1 ? options.length - 1 : place >= options.length ? -1 : place;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
  if (chosen < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", options[chosen].id);
}

async function offer() {
  const typed = field.value.trim();
  if (typed.length < 2) return close();
  const answer = await fetch(`${form.dataset.completions}?${new URLSearchParams({ q: typed })}`);
  if (!answer.ok || typed !== field.value.trim() || document.activeElement !== field) return close();
  const { completions } = await answer.json();
  list.replaceChildren(...completions.map(({ title, kind, url }, index) => {
    const option = document.createElement("li");
    const what = document.createElement("span");
    option.id = `completion-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = url;
    what.textContent = kind;
    option.append(title, " ", what);
    return option;
  }));
  chosen = -1;
  field.removeAttribute("aria-activedescendant");
  list.hidden = !completions.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
}

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(offer, 120);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (list.hidden) return;
    event.preventDefault();
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    location.assign(list.children[chosen].dataset.url);
  }
});
list.addEventListener("mousedown", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) location.assign(option.dataset.url);
});
field.addEventListener("blur", close);
