// Parts of a text as the editor of rich text keeps them.
const STYLES = ["BOLD", "ITALIC"];
const LINKS = /^(https?:|mailto:|tel:)/i;
const keyOf = () => Math.random().toString(36).slice(2, 7).padEnd(5, "0");

// White space is read as on a page: none at the ends, one between words.
function tidied(runs) {
  const kept = [];
  let end = " ";
  for (const run of runs) {
    let words = /[\s]$/.test(end) ? run.words.replace(/^ +/, "") : run.words;
    if (words.startsWith("\n")) {
      const last = kept.at(-1);
      if (last) last.words = last.words.replace(/ +$/, "");
    }
    if (!words) continue;
    kept.push({ ...run, words });
    end = words;
  }
  while (kept.length && !(kept.at(-1).words = kept.at(-1).words.replace(/\s+$/, ""))) kept.pop();
  while (kept.length && !(kept[0].words = kept[0].words.replace(/^\s+/, ""))) kept.shift();
  return kept;
}

export const wordsOf = ({ runs }) => tidied(runs).map(({ words }) => words).join("").replace(/\s+/g, " ");

// The raw content of a rich text made of paragraphs and items of lists.
export function contentOf(parts) {
  const entityMap = {};
  const blocks = parts.map(({ type, depth, runs }) => {
    const block = { key: keyOf(), text: "", type, depth, inlineStyleRanges: [], entityRanges: [], data: {} };
    for (const { words, emphasis, address } of tidied(runs)) {
      const range = { offset: block.text.length, length: words.length };
      for (const style of STYLES) {
        const last = block.inlineStyleRanges.findLast((each) => each.style === style);
        if (!emphasis[style]) continue;
        if (last && last.offset + last.length === range.offset) last.length += range.length;
        else block.inlineStyleRanges.push({ ...range, style });
      }
      const before = block.entityRanges.at(-1);
      if (before && address && before.offset + before.length === range.offset && entityMap[before.key].data.url === address) {
        before.length += range.length;
      } else if (LINKS.test(address)) {
        const key = Object.keys(entityMap).length;
        entityMap[key] = { type: "LINK", mutability: "MUTABLE", data: { url: address } };
        block.entityRanges.push({ ...range, key });
      }
      block.text += words;
    }
    return block;
  });
  return { blocks: blocks.filter(({ text }) => text), entityMap };
}
