/* Shows under each segment of wagtail-localize's editor which terms it uses and that something was said before.
   The editor tells its segments by their text alone, and draws them anew whenever something is saved. */
(() => {
  "use strict";
  const desk = document.querySelector(".newsroom-desk[data-known]");
  const editor = document.querySelector(".js-translation-editor");
  if (!desk || !editor) return;

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const termLine = (term, language) => {
    const line = element("li", {}, `${term.term}: `);
    term.approved.forEach((words, number) => {
      if (number) line.append(", ");
      line.append(element("strong", { lang: language, dir: "auto" }, words));
    });
    if (term.forbidden.length) {
      line.append(` ${desk.dataset.never} `, element("bdi", { lang: language }, term.forbidden.join(", ")));
    }
    return line;
  };

  const known = (segment, language) => {
    const box = element("div", { className: "newsroom-known" });
    if (segment.terms.length) {
      box.append(element("ul", {}, ...segment.terms.map((term) => termLine(term, language))));
    }
    if (segment.offers) {
      box.append(element("a", { href: segment.page }, `${desk.dataset.said} (${segment.likeness} %)`));
    }
    return box;
  };

  fetch(desk.dataset.known, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.json() : { segments: [] }))
    .then(({ language, segments }) => {
      const bySource = new Map(segments.map((segment) => [segment.source, segment]));
      const show = () => {
        editor.querySelectorAll("li > p:first-of-type").forEach((text) => {
          const segment = bySource.get(text.textContent);
          if (segment && !text.nextElementSibling?.classList.contains("newsroom-known")) {
            text.after(known(segment, language));
          }
        });
      };
      new MutationObserver(show).observe(editor, { childList: true, subtree: true });
      show();
    });
})();
