// Lines of large type end between words, also where no spaces part them: the browser knows the words of Chinese.
const LARGE = ":is(.headline, .listing h2, .listing h3, .hub-name, .words):lang(zh)";
// What never begins a line, and what never ends one.
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

function texts(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function keepWords() {
  const words = new Intl.Segmenter("zh", { granularity: "word" });
  for (const element of document.querySelectorAll(LARGE)) {
    if (element.classList.contains("whole-words")) continue;
    for (const text of texts(element)) {
      const pieces = [...words.segment(text.data)].map(({ segment }) => segment);
      text.replaceWith(...pieces.flatMap((piece, place) => {
        const isHeld = !place || CLOSING.test(piece) || OPENING.test(pieces[place - 1]);
        return isHeld ? [piece] : [document.createElement("wbr"), piece];
      }));
    }
    element.classList.add("whole-words");
  }
}

if (Intl.Segmenter) {
  keepWords();
  document.addEventListener("newsroom:changed", keepWords);
}
