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

  function begin() {
    const editor = document.querySelector(".js-translation-editor");
    if (!editor || !editor.dataset.props) return;
    const props = JSON.parse(editor.dataset.props);
    const again = () => markAll(editor, props.sourceLocale.code, props.locale.code);
    new MutationObserver(again).observe(editor, { childList: true, subtree: true });
    again();
    // Under the heading, where they are seen; without this they stand at the foot and above the heading.
    document.querySelectorAll(".newsroom-to-task, .newsroom-remarks").forEach((part) => editor.before(part));
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
