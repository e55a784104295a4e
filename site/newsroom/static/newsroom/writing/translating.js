// In wagtail-localize's editor: words of a passage are kept in this browser until the newsroom has them, as those of other
// editors are (keeping.js). That editor sends each passage when its translator saves it; one that did not arrive is sent
// again when the line or the session is back.
import { forget, keep, kept, placeOf } from "./store.js";
import { ask, askUntilKnown, renewToken } from "./line.js";
import { notice } from "./notice.js";

const LOOK = 500;
const LATE = 3000;

const editor = document.querySelector(".js-translation-editor[data-props]");
const settings = document.querySelector("script[data-who-is-here]").dataset;

class Translating {
  constructor() {
    const { segments, initialStringTranslations = [] } = JSON.parse(editor.dataset.props);
    this.strings = segments.filter((segment) => segment.type === "string");
    const urlOf = new Map(this.strings.map((segment) => [segment.id, segment.editUrl]));
    this.saved = new Map(initialStringTranslations.map((each) => [urlOf.get(each.segment_id), each.data]));
    this.urls = new Set(urlOf.values());
    this.failed = new Map();
    this.found = [];
    this.state = "in";
    this.seen = "";
    this.askedAt = Date.now();
    const place = document.createElement("div");
    editor.before(place);
    this.show = notice(place, settings, this);
    this.direct = window.fetch.bind(window);
    window.fetch = (address, options) => this.pass(address, options);
  }

  async begin() {
    this.me = await askUntilKnown(settings.whoIsHere);
    this.token = this.me.token;
    this.place = placeOf(this.me.user, location.pathname);
    const entry = await kept(this.place, this.me.key);
    if (entry) {
      this.found = [...new URLSearchParams(entry.words)];
      this.show("found", entry);
    }
    setInterval(() => this.look(), LOOK);
    window.addEventListener("offline", () => this.doubt());
    window.addEventListener("online", () => this.doubt());
    window.addEventListener("focus", () => { if (this.state !== "in") this.doubt(); });
  }

  // A passage on its way: with the token of the session that now is, and remembered where it does not arrive.
  async pass(address, options) {
    if (!this.urls.has(address)) return this.direct(address, options);
    const words = options.body?.get("value");
    const sent = { ...options, headers: { ...options.headers, ...(this.token && { "X-CSRFToken": this.token }) } };
    if (words) this.failed.set(address, words);
    const answer = await this.direct(address, sent);
    if (answer.ok && !answer.redirected) {
      this.failed.delete(address);
      this.saved.set(address, words ?? "");
    } else {
      this.doubt();
    }
    return answer;
  }

  // The passage that a field belongs to: by its words, and by how many with the same words stand before it.
  urlOf(field) {
    const sourceOf = (item) => item.querySelector(":scope > p")?.textContent;
    const item = field.closest("li.complete, li.incomplete, li.errored");
    const items = [...item.parentElement.children].filter((each) => sourceOf(each) === sourceOf(item));
    const alike = this.strings.filter((segment) => segment.source === sourceOf(item)).sort((one, other) => one.order - other.order);
    return alike[items.indexOf(item)]?.editUrl ?? alike[0]?.editUrl;
  }

  get typed() {
    const fields = [...editor.querySelectorAll("textarea")].map((field) => [this.urlOf(field), field.value]);
    return fields.filter(([url, words]) => url && words !== (this.saved.get(url) ?? ""));
  }

  async look() {
    if (this.isSending) return;
    const words = new URLSearchParams([...new Map([...this.found, ...this.failed, ...this.typed])]).toString();
    if (words !== this.seen) {
      this.seen = words;
      if (!words) forget(this.place);
      else if (!(await keep(this.place, this.me.key, words, {}))) this.show("full");
    }
    if (this.seen && Date.now() - this.askedAt > LATE) this.doubt();
  }

  async doubt() {
    this.askedAt = Date.now();
    const answer = await ask(settings.whoIsHere);
    if (answer.state !== "in") this.turn(answer.state);
    else if (answer.user !== this.me.user) this.turn("other", answer.name);
    else await this.back(answer.token);
  }

  async back(token) {
    this.token = token;
    renewToken(token);
    const wasAway = this.state !== "in";
    this.turn("in", "", wasAway);
    if (!wasAway || !this.failed.size || !(await this.send(this.failed)) || this.typed.length) return;
    forget(this.place);
    location.reload(); // the editor shows what has arrived
  }

  turn(state, words = "", isBack = false) {
    const was = this.state;
    this.state = state;
    if (was !== state || isBack) this.show(state, words, isBack);
  }

  // Send passages one after the other; tell whether all arrived.
  async send(passages) {
    for (const [url, words] of [...passages].filter(([address]) => this.urls.has(address))) {
      const body = new FormData();
      body.append("value", words);
      const answer = await this.pass(url, { method: "PUT", body, credentials: "same-origin" }).catch(() => null);
      if (!answer?.ok || answer.redirected) return false;
    }
    return true;
  }

  async sendFound(entry) {
    this.isSending = true;
    if (!(await this.send(new URLSearchParams(entry.words)))) {
      this.isSending = false;
      this.show("unsendable", { ...entry, reason: "" });
      return;
    }
    forget(this.place);
    location.reload();
  }

  removeFound() {
    this.found = [];
    forget(this.place);
    this.show("in");
  }
}

if (editor) new Translating().begin();
