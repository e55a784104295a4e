// Pasting into a rich text: paragraphs, lists, links and emphasis stand where the cursor is; headings and tables, and the
// text between them, become blocks of their own below, where the text is made of blocks. What was left out is said.
import { partsOf } from "./cleaning.js";
import { contentOf, wordsOf } from "./content.js";

const OWN = "data-draftjs-conductor-fragment";
const words = JSON.parse(document.querySelector("script[data-pasted-words]").dataset.pastedWords);

// The stream of blocks that an editor stands in, if headings or tables can stand there too.
function placeOf(editor) {
  for (let root = editor.closest('[id$="-root"]'); root; root = root.parentElement?.closest('[id$="-root"]')) {
    const stream = root.rootBlock;
    const { heading, table } = stream?.blockDef?.childBlockDefsByName ?? {};
    const number = heading || table ? stream.children.findIndex((child) => child.element?.contains(editor)) : -1;
    if (number >= 0) return { stream, number, heading, table, field: stream.children[number].element };
  }
  return null;
}

function pasteHere(target, parts) {
  const data = new DataTransfer();
  const sheet = document.createElement("div");
  sheet.setAttribute(OWN, JSON.stringify(contentOf(parts)));
  sheet.textContent = parts.map(wordsOf).join("\n");
  data.setData("text/html", sheet.outerHTML);
  data.setData("text/plain", sheet.textContent);
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}

// Runs of paragraphs, each heading and each table for itself.
function piecesOf(parts) {
  const pieces = [];
  for (const part of parts) {
    const last = pieces.at(-1);
    if (part.type === "heading" || part.type === "table") pieces.push({ type: part.type, part });
    else if (last?.type === "text") last.parts.push(part);
    else pieces.push({ type: "text", parts: [part] });
  }
  return pieces;
}

// Where no such blocks can be, a heading is a line in bold and a table a line for each row.
function asLines(parts, place, facts) {
  return parts.flatMap((part) => {
    if (part.type === "heading" && !place?.heading) {
      facts.add("bold");
      return [{ ...part, type: "unstyled", runs: part.runs.map((run) => ({ ...run, emphasis: { BOLD: true } })) }];
    }
    if (part.type !== "table" || place?.table) return [part];
    facts.add("rows");
    const table = new DOMParser().parseFromString(part.html, "text/html").querySelector("table");
    return [...table.rows].map((row) => {
      const cells = [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim());
      return { type: "unstyled", depth: 0, runs: [{ words: cells.join(" | "), emphasis: {}, address: "" }] };
    });
  });
}

function blocksOf(piece, place, facts) {
  if (piece.type === "text") return [{ type: "text", value: JSON.stringify(contentOf(piece.parts)) }];
  if (piece.type === "heading") {
    facts.add("headings");
    return [{ type: "heading", value: wordsOf(piece.part) }];
  }
  const states = window.newsroomTables(piece.part.html, place.table.meta.limits);
  facts.add(states.length ? "MOVED" : "TOO_LARGE");
  return states.map((value) => ({ type: "table", value }));
}

function pasteAsBlocks(place, editor, target, pieces, facts) {
  const { stream, number } = place;
  const isEmpty = !editor.querySelector(".public-DraftEditor-content")?.textContent.trim();
  const isText = pieces[0].type === "text";
  if (isText) pasteHere(target, pieces[0].parts);
  const blocks = (isText ? pieces.slice(1) : pieces).flatMap((piece) => blocksOf(piece, place, facts));
  blocks.forEach((block, offset) => stream.insert({ ...block, id: null }, number + 1 + offset, { focus: !offset }));
  if (!isText && isEmpty && blocks.length) stream.deleteBlock(number);
}

function say(field, facts, dropped, ofTables = {}) {
  const left = Object.entries(dropped).map(([kind, number]) => words.one.replace("{what}", words.kinds[kind]).replace("{number}", number));
  const sentences = facts.map((fact) => words.facts[fact] ?? ofTables[fact]);
  if (left.length) sentences.push(words.leftOut.replace("{list}", left.join(words.comma)));
  if (!sentences.length) return;
  let place = field.parentElement.querySelector(":scope > [data-pasted-notice]");
  if (!place) {
    place = document.createElement("p");
    place.dataset.pastedNotice = "";
    place.className = "help-block help-info newsroom-pasted";
    place.setAttribute("role", "status");
    field.before(place);
  }
  place.textContent = "";
  setTimeout(() => { place.textContent = sentences.join(" "); }, 50);
}

window.addEventListener("paste", (event) => {
  const editor = event.target instanceof Element ? event.target.closest(".Draftail-Editor") : null;
  const html = event.clipboardData?.getData("text/html");
  if (!editor || !html || html.includes(OWN) || event.target.closest(".typed-table-block, .js-translation-editor")) return;
  const place = placeOf(editor);
  const facts = new Set();
  const found = partsOf(html);
  const parts = asLines(found.parts, place, facts);
  event.preventDefault();
  event.stopImmediatePropagation();
  const near = place?.stream.children[Math.max(0, place.number - 1)]?.element ?? editor;
  if (place && parts.length) pasteAsBlocks(place, editor, event.target, piecesOf(parts), facts);
  else if (parts.length) pasteHere(event.target, parts);
  say(place?.field.isConnected ? place.field : near, [...facts], found.dropped, place?.table?.meta.strings);
}, { capture: true });
