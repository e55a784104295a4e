// On every page of the CMS: whoever logs out leaves no words in the browser, and is asked before some are lost.
// What a form has brought home is forgotten on the page that follows it.
import { entries, forget, forgetArrived, forgetOld } from "./store.js";
import { ask } from "./line.js";

const { logOut, question, here } = document.querySelector("script[data-log-out]").dataset;

document.addEventListener("submit", (event) => {
  const address = event.target.getAttribute?.("action") ?? "";
  if (!address || new URL(address, location.href).pathname !== logOut) return;
  const found = entries();
  if (found.length && !confirm(question)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  for (const { place } of found) forget(place);
}, true);

forgetOld();
if (entries().length) ask(here).then(({ arrived }) => forgetArrived(arrived ?? []));
