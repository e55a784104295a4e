// What a reader would stumble over on a page, as a list of sentences. Runs in the page.
() => {
  const BLOCKS = "p, li, dt, dd, th, td, h1, h2, h3, figcaption, blockquote, caption, summary, legend, label";
  const LARGE = ".headline, .listing h2, .listing h3";
  const CHINESE = /\p{Script=Han}/u;
  const faults = [];

  function shown(element) {
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && element.checkVisibility({ visibilityProperty: true }) && !element.closest(".aside-words, .skip");
  }

  // The words of a block that are not those of a block within it, and in which nodes they stand from where on.
  function textOf(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const parts = [];
    let text = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeName === "BR") text += "\n";
      if (node.nodeName === "WBR" && !node.matches(":lang(zh)")) text += " ";
      if (node.nodeType !== Node.TEXT_NODE || node.parentElement.closest(BLOCKS) !== block || !shown(node.parentElement)) continue;
      parts.push({ node, start: text.length, end: text.length + node.data.length });
      text += node.data;
    }
    return { text, parts };
  }

  function boxes({ parts }, start, end) {
    const range = document.createRange();
    return parts.filter((part) => part.start < end && part.end > start).flatMap((part) => {
      range.setStart(part.node, Math.max(start, part.start) - part.start);
      range.setEnd(part.node, Math.min(end, part.end) - part.start);
      return [...range.getClientRects()].filter((box) => box.width > 0);
    });
  }

  const holder = ({ parts }, at) => parts.find((part) => part.start <= at && part.end > at).node.parentElement;
  const besides = (one, other) => Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 3;
  const isTorn = (found) => found.some((box) => !besides(box, found[0]));
  const left = (found) => Math.min(...found.map((box) => box.left));
  const linesOf = (found) => found.reduce((lines, box) => (lines.some((line) => besides(line, box)) ? lines : [...lines, box]), []).length;
  const cut = (text) => text.replace(/\s+/g, " ").trim().slice(0, 60);

  for (const block of document.querySelectorAll(BLOCKS)) {
    if (!shown(block)) continue;
    const held = textOf(block);
    const { text } = held;
    if (!text.trim()) continue;
    const isChinese = CHINESE.test(text);
    const count = isChinese ? [...text].filter((letter) => CHINESE.test(letter)).length : text.trim().split(/\s+/).length;
    const lines = linesOf(boxes(held, 0, text.length));
    if (count > (isChinese ? 24 : 8) && count / lines < (isChinese ? 5 : 1.7)) faults.push(`a column of ${lines} lines for ${count} words: ${cut(text)}`);

    for (const word of text.matchAll(/[\p{L}\p{M}’']{3,}/gu)) {
      if (CHINESE.test(word[0]) || holder(held, word.index).closest("[href^='mailto:'], [href^='http']")) continue;
      if (isTorn(boxes(held, word.index, word.index + word[0].length))) faults.push(`a word broken: ${word[0]}`);
    }
    if (isChinese && block.matches(LARGE)) {
      for (const { segment, index, isWordLike } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
        if (isWordLike && segment.length > 1 && isTorn(boxes(held, index, index + segment.length))) faults.push(`a word broken: ${segment}`);
      }
    }

    const isRightToLeft = getComputedStyle(block).direction === "rtl";
    for (const match of text.matchAll(/(\d[\d:.,]*)([\s\u00a0\u202f]*)(°[CF]|UTC)/g)) {
      const number = boxes(held, match.index, match.index + match[1].length);
      const unit = boxes(held, match.index + match[1].length + match[2].length, match.index + match[0].length);
      if (isTorn([...number, ...unit])) faults.push(`a unit on another line: ${match[0]}`);
      else if (left(number) > left(unit) || (match[3].length === 2 && boxes(held, match.index + match[0].length - 2, match.index + match[0].length - 1)[0].left > unit.at(-1).left)) faults.push(`a unit before its number: ${match[0]}`);
    }
    for (const match of text.matchAll(/(\d{1,2}:\d\d)\s*[–-]\s*(\d{1,2}:\d\d)/g)) {
      const first = boxes(held, match.index, match.index + match[1].length);
      const second = boxes(held, match.index + match[0].length - match[2].length, match.index + match[0].length);
      if (!isTorn([...first, ...second]) && left(first) < left(second) === isRightToLeft) faults.push(`a span of time that reads backwards: ${match[0]}`);
    }
  }

  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth + 1) faults.push(`${root.scrollWidth - root.clientWidth} px more than the page is wide`);
  return faults;
}
