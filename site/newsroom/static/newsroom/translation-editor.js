// Language and direction of each text in wagtail-localize's editor. It draws its fields anew whenever one changes.
(() => {
  const RIGHT_TO_LEFT = document.currentScript.dataset.rightToLeft.split(" ");

  function mark(element, code) {
    const [main, script] = code.split("-");
    const lang = script ? `${main}-${script[0].toUpperCase()}${script.slice(1)}` : main;
    const dir = RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr";
    if (element.lang !== lang) element.lang = lang;
    if (element.dir !== dir) element.dir = dir;
  }

  function markAll(editor, source, target) {
    editor.querySelectorAll("li.complete, li.incomplete, li.errored").forEach((segment) => {
      segment.querySelectorAll(":scope > p").forEach((text) => mark(text, source));
      segment.querySelectorAll(":scope > div > p, :scope > div > textarea").forEach((text) => mark(text, target));
    });
  }

  // Where an address names a segment ("#segment-12"), it is what one sees first, ready to be written in.
  function lead(editor, segments) {
    const number = Number((location.hash.match(/^#segment-(\d+)$/) || [])[1]);
    const strings = segments.filter((segment) => segment.type === "string");
    const sought = strings.find((segment) => segment.id === number);
    if (!sought) return;
    const tab = document.getElementById(`tab-label-${sought.location.tab}`);
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
    const alike = strings.filter((each) => each.source === sought.source && each.location.tab === sought.location.tab);
    const place = alike.sort((one, other) => one.order - other.order).indexOf(sought);
    const find = () => {
      const shown = [...editor.querySelectorAll("li.complete, li.incomplete, li.errored")];
      const found = shown.filter((item) => [...item.children].some((part) => part.tagName === "P" && part.textContent === sought.source));
      if (!found[place]) return false;
      found[place].classList.add("newsroom-sought");
      found[place].scrollIntoView({ block: "center" });
      found[place].querySelector("ul button")?.focus({ preventScroll: true });
      return true;
    };
    if (find()) return;
    const watch = new MutationObserver(() => find() && watch.disconnect());
    watch.observe(editor, { childList: true, subtree: true });
  }

  function begin() {
    const editor = document.querySelector(".js-translation-editor");
    if (!editor || !editor.dataset.props) return;
    const props = JSON.parse(editor.dataset.props);
    const again = () => markAll(editor, props.sourceLocale.code, props.locale.code);
    new MutationObserver(again).observe(editor, { childList: true, subtree: true });
    again();
    // Under the heading, where they are seen; without this they stand at the foot and above the heading.
    document.querySelectorAll(".newsroom-to-task, .newsroom-remarks").forEach((part) => editor.before(part));
    lead(editor, props.segments);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
