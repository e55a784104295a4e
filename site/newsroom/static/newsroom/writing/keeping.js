// In the editors: what somebody types is kept in this browser until the newsroom has it. A line that is off and a session
// that has ended are said within five seconds; what was kept is sent when both are back. Wagtail sends drafts by itself;
// a record is sent when its officer saves it.
import { forget, forgetArrived, keep, kept, placeOf } from "./store.js";
import { ask, askUntilKnown, renewToken } from "./line.js";
import { notice } from "./notice.js";

const REST = 1500;
const LOOK = 500;
const LATE = 1500;
const AGAIN = 2000;
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "next", "kept_stamp", "known_revision_id"]);

const settings = document.querySelector("script[data-who-is-here]").dataset;
const form = document.querySelector("form[data-edit-form]");

function typedNow() {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (!NOT_KEPT.has(name) && !(value instanceof File)) data.append(name, value);
  }
  const own = form.dataset.wAutosaveRevisionIdValue;
  if (Number(own)) data.set("overwrite_revision_id", own);
  return data.toString();
}

class Keeping {
  constructor(me) {
    this.me = me;
    this.stamp = crypto.randomUUID?.() ?? String(Math.random());
    this.savesItself = "wAutosaveIntervalValue" in form.dataset;
    this.state = "in";
    this.sent = this.seen = this.keptWords = this.sending = null;
    this.unsentSince = this.askedAt = 0;
    this.isAsking = false;
    this.show = notice(form, settings, this);
  }

  get place() {
    return placeOf(this.me.user, new URL(form.action).pathname);
  }

  begin() {
    this.mark();
    setInterval(() => this.look(), LOOK);
    document.addEventListener("w-autosave:save", ({ target }) => { if (target === form) this.sending = typedNow(); });
    document.addEventListener("w-autosave:success", ({ target, detail }) => { if (target === form) this.arrived(detail.data); });
    document.addEventListener("w-autosave:error", ({ target, detail }) => { if (target === form) this.failed(detail); });
    document.addEventListener("w-swap:json", ({ detail }) => this.hear(detail?.data));
    window.addEventListener("offline", () => this.doubt());
    window.addEventListener("online", () => this.doubt());
    window.addEventListener("focus", () => { if (this.state !== "in") this.doubt(); });
    document.addEventListener("click", (event) => this.meetFirst(event), true);
  }

  // The form brings the stamp of what is kept, so that the newsroom can say that it has arrived; and the last version
  // that it has sent by itself, so that the newsroom knows which of others it has never seen.
  mark() {
    const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
    this.known = hidden("known_revision_id", "");
    form.append(hidden("kept_stamp", this.stamp), this.known);
  }

  look() {
    const words = typedNow();
    if (words !== this.seen) {
      if (this.seen === this.sent) this.unsentSince = Date.now();
      this.seen = words;
    }
    if (this.seen === this.sent) return;
    if (this.keptWords !== this.seen) this.put();
    const isLate = Date.now() - this.unsentSince > LATE;
    if (this.state === "in" ? isLate && Date.now() - this.askedAt > LATE : Date.now() - this.askedAt > AGAIN) this.doubt();
  }

  async put() {
    this.keptWords = this.seen;
    this.isKept = await keep(this.place, this.me.key, this.keptWords, { stamp: this.stamp });
    if (this.state !== "in" || !this.isKept) this.show(this.isKept ? this.state : "full");
  }

  arrived(answer) {
    this.known.value = answer?.revision_id ?? "";
    const former = this.formerPlace;
    this.sent = this.sending ?? typedNow();
    this.unsentSince = Date.now();
    if (former && former !== this.place) forget(former);
    this.formerPlace = this.place;
    if (this.sent === this.seen || this.sent === typedNow()) {
      forget(this.place);
      this.keptWords = null;
    }
    this.turn("in");
  }

  failed({ type, text }) {
    if (type === "invalid_revision") this.turn("met");
    else if (type === "network_error" || type === "server_error") this.doubt(type === "server_error" ? text : "");
    else this.turn("refused", text);
  }

  // Wagtail tells who else is here, and whether one of them has saved.
  hear(data) {
    const saver = data?.other_sessions?.find((session) => session.revision_id);
    if (!saver || (this.state === "met" && this.saver === saver.user)) return;
    this.saver = saver.user;
    if (this.state === "met") this.show("met"); // a save that was refused said it before a name was known
    else this.turn("met");
  }

  async doubt(reason = "") {
    this.askedAt = Date.now();
    if (this.isAsking || this.state === "met") return;
    this.isAsking = true;
    const answer = await ask(settings.whoIsHere);
    this.isAsking = false;
    if (answer.state !== "in") this.turn(answer.state);
    else if (answer.user !== this.me.user) this.turn("other", answer.name);
    else this.back(answer, reason);
  }

  back({ token }, reason) {
    const wasAway = this.state !== "in";
    renewToken(token);
    if (reason && !wasAway) this.turn("refused", reason);
    else if (this.state !== "refused") this.turn("in", "", wasAway);
    if (wasAway && this.savesItself) this.send();
  }

  // Let Wagtail save, as it does when something has changed.
  send() {
    form.dataset.wAutosaveActiveValue = "true";
    form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }));
  }

  turn(state, words = "", isBack = false) {
    const was = this.state;
    this.state = state;
    if (was !== state || words || isBack) this.show(state, words, isBack);
  }

  // Who saves in a form that others have saved meanwhile sees both versions first.
  meetFirst(event) {
    const button = event.target.closest?.("button[type=submit], button[data-workflow-action-name]");
    if (this.state !== "met" || !button || button.form !== form) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.seeBoth();
  }

  seeBoth(words = typedNow(), stamp = this.stamp) {
    const page = new URL(form.action).pathname.match(/\/pages\/(\d+)\/edit\//)?.[1];
    if (!page) return;
    const sheet = document.createElement("form");
    sheet.method = "post";
    sheet.action = settings.twoVersions.replace("/0/", `/${page}/`);
    const fields = [...new URLSearchParams(words), ["kept_stamp", stamp],
      ["csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value]];
    for (const [name, value] of fields) {
      sheet.append(Object.assign(document.createElement("textarea"), { name, value, hidden: true }));
    }
    form.dataset.wUnsavedConfirmationValue = "false";
    document.body.append(sheet);
    sheet.submit();
  }

  // Words of an earlier window that never arrived.
  async offer() {
    const entry = await kept(this.place, this.me.key);
    if (entry) this.show("found", entry);
  }

  async sendFound(entry) {
    const data = new URLSearchParams(entry.words);
    data.set("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      const said = await answer.json();
      if (said.success) {
        forget(this.place);
        form.dataset.wUnsavedConfirmationValue = "false";
        if (said.url) location.assign(said.url);
        else location.reload();
      } else if (said.error_code === "invalid_revision") {
        this.seeBoth(entry.words, entry.stamp);
      } else {
        this.show("unsendable", { ...entry, reason: said.error_message });
      }
    } catch {
      this.show("unsendable", { ...entry, reason: "" });
    }
  }

  removeFound() {
    forget(this.place);
    this.show("in");
  }
}

async function begin() {
  let isTouched = false;
  for (const kind of ["input", "change", "paste"]) form.addEventListener(kind, () => { isTouched = true; });
  // Fields draw themselves after the page has come; what they put in is not typed by anybody.
  const rest = new Promise((resolve) => { setTimeout(() => resolve(isTouched ? null : typedNow()), REST); });
  const me = await askUntilKnown(settings.whoIsHere);
  forgetArrived(me.arrived);
  const keeping = new Keeping(me);
  await keeping.offer();
  keeping.sent = keeping.seen = await rest;
  keeping.begin();
}

if (form?.method === "post") begin();
