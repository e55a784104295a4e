// In the editor: a table that is pasted becomes the cells of a table block, be it from Word, Excel, Google Documents or
// any page, or as lines whose cells are parted by tabs. Pasted into a cell it is written from there on; pasted into a
// text it becomes a block below that text, since a text cannot keep it. Each cell says its column and row to those who
// do not see the grid. Without this script tables are filled in by hand.
(() => {
const WAGTAILS = window.telepath.constructors["wagtail.contrib.typed_table_block.blocks.TypedTableBlock"];
const NUMBER = /^[^\p{L}\d]*\d[\d\P{L}]*(?:\p{L}{1,2})?[^\p{L}\d]*$/u;
const MARKED = "textarea, input:not([type=hidden])";

function wordsOf(node) {
  const copy = node.cloneNode(true);
  for (const part of copy.querySelectorAll("br, p, div, li, td")) part.after(" ");
  for (const link of copy.querySelectorAll('a[href^="http"]')) {
    if (!link.textContent.includes(link.href.replace(/\/$/, ""))) link.append(` (${link.href})`);
  }
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function isBold(cell) {
  const bold = [...cell.querySelectorAll("b, strong")].map((part) => part.textContent).join("").replace(/\s/g, "");
  return bold !== "" && bold === cell.textContent.replace(/\s/g, "");
}

// The rows of a table of a page, each cell that spans several in the first place only.
function gridOf(table) {
  const waiting = new Map();
  const rows = [...table.rows].map((row) => {
    const line = [];
    for (const [place, left] of [...waiting]) {
      line[place] = left.words;
      if (--left.rows < 1) waiting.delete(place);
    }
    let place = 0;
    for (const cell of row.cells) {
      for (let offset = 0; offset < Math.min(cell.colSpan, 100); offset += 1) {
        while (line[place] !== undefined) place += 1;
        line[place] = offset ? "" : wordsOf(cell);
        if (cell.rowSpan > 1) waiting.set(place, { words: line[place], rows: Math.min(cell.rowSpan, 1000) - 1 });
      }
    }
    return Array.from(line, (words) => words ?? "");
  });
  const first = table.rows[0];
  const isHead = first && (first.closest("thead") || [...first.cells].every((cell) => cell.matches("th") || isBold(cell)));
  return { rows: rows.filter((row) => row.some(Boolean)), hasHead: Boolean(isHead), caption: table.caption ? wordsOf(table.caption) : "" };
}

function tablesIn(clipboard) {
  const html = clipboard.getData("text/html");
  if (/<table/i.test(html)) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const outer = [...page.querySelectorAll("table")].filter((table) => !table.parentElement.closest("table"));
    return outer.map(gridOf).filter(({ rows }) => rows.flat().length > 1);
  }
  const lines = clipboard.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const isTable = !html && lines.length > 1 && lines.every((line) => line.includes("\t"));
  const rows = lines.map((line) => line.split("\t").map((words) => words.trim()));
  return isTable ? [{ rows, hasHead: false, caption: "" }] : [];
}

function guessedHead(rows) {
  if (rows.length < 2 || rows[0].some((words) => NUMBER.test(words))) return false;
  return rows[0].some((words, column) => words && rows.slice(1).every((row) => !row[column] || NUMBER.test(row[column])));
}

// A grid as the state of a table block.
function stateOf({ rows, hasHead, caption }) {
  const width = Math.max(...rows.map((row) => row.length));
  const even = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
  const head = hasHead || guessedHead(even) ? even.shift() : Array(width).fill("");
  const columns = head.map((heading, column) => {
    const written = even.map((row) => row[column]).filter(Boolean);
    const isNumbers = column > 0 && written.length > 0 && written.every((words) => NUMBER.test(words));
    const namesRows = column === 0 && !heading && head.some(Boolean);
    return { type: namesRows ? "names" : isNumbers ? "numbers" : "words", heading };
  });
  return { columns, rows: even.map((values) => ({ values })), caption };
}

function announce(words, near) {
  let place = document.querySelector("[data-newsroom-pasted]");
  if (!place) {
    place = document.createElement("p");
    place.dataset.newsroomPasted = "";
    place.className = "help-block help-info";
    place.setAttribute("role", "status");
  }
  near.before(place);
  place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 50);
}

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function isTooLarge({ rows }, limits) {
  return rows.length > limits.rows + 1 || Math.max(...rows.map((row) => row.length)) > limits.columns;
}

// Write a grid into a table from a cell on; rows and columns that lack are added.
function writeFrom(bound, grid, row, column) {
  const words = bound.blockDef.childBlockDefs.find(({ name }) => name === "words");
  const width = Math.max(...grid.rows.map((line) => line.length));
  while (bound.columns.length < column + width) bound.insertColumn(bound.columns.length, words, { addInitialRow: true });
  while (bound.rows.length < row + grid.rows.length) bound.insertRow(bound.rows.length);
  grid.rows.forEach((line, down) => line.forEach((text, right) => {
    bound.rows[row + down].blocks[column + right].setState(text);
  }));
}

function isEmpty(bound) {
  const cells = bound.rows.flatMap(({ blocks }) => blocks.map((cell) => cell.getValue()));
  return ![...cells, ...bound.columns.map(({ headingInput }) => headingInput.value)].some(Boolean);
}

function pasteIntoTable(bound, event) {
  const [grid] = tablesIn(event.clipboardData);
  if (!grid) return;
  event.preventDefault();
  const { limits, strings } = bound.blockDef.meta;
  const near = bound.container[0];
  if (isTooLarge(grid, limits)) {
    announce(strings.TOO_LARGE, near);
    return;
  }
  if (isEmpty(bound)) {
    const state = stateOf(grid);
    bound.setState({ ...state, caption: state.caption || bound.captionInput.value });
    bound.focus();
  } else {
    const cell = event.target.closest("td");
    const row = cell ? [...bound.tbody.children].indexOf(cell.parentElement) : 0;
    const column = cell ? [...cell.parentElement.children].indexOf(cell) - 1 : 0;
    writeFrom(bound, grid, Math.max(row, 0), Math.max(column, 0));
  }
  const width = Math.max(...grid.rows.map((line) => line.length));
  announce(filled(strings.PASTED, { rows: grid.rows.length, columns: width }), near);
  near.dispatchEvent(new Event("change", { bubbles: true }));
}

function nameCell(bound, input) {
  const { strings } = bound.blockDef.meta;
  const cell = input.closest("td, th");
  if (!cell || !bound.container[0].contains(cell)) return;
  const column = [...cell.parentElement.children].indexOf(cell) - 1;
  const numbered = filled(strings.COLUMN, { column: column + 1 });
  if (cell.matches("th")) {
    input.setAttribute("aria-label", `${numbered}: ${strings.COLUMN_HEADING}`);
    return;
  }
  const heading = bound.columns[column]?.headingInput.value || numbered;
  const row = [...bound.tbody.children].indexOf(cell.parentElement) + 1;
  input.setAttribute("aria-label", filled(strings.CELL, { heading, row }));
}

class TableBlock extends WAGTAILS {
  render(...places) {
    const bound = super.render(...places);
    const [container] = bound.container;
    // Wagtail's copy of a table forgets its caption, and its state keeps the one that the page was opened with.
    const withCaption = (state) => ({ ...state, caption: bound.captionInput.value });
    for (const name of ["getState", "getValue", "getDuplicatedState"]) {
      const ask = bound[name].bind(bound);
      bound[name] = () => withCaption(ask());
    }
    container.addEventListener("paste", (event) => pasteIntoTable(bound, event));
    container.addEventListener("focusin", ({ target }) => target.matches(MARKED) && nameCell(bound, target));
    for (const input of container.querySelectorAll(MARKED)) nameCell(bound, input);
    return bound;
  }
}
window.telepath.register("newsroom.base.tables.TableBlock", TableBlock);

// The stream of blocks that a part of the form stands in, if tables can stand there too, and the number of its block.
function placeOf(target) {
  for (let element = target.closest('[id$="-root"]'); element; element = element.parentElement?.closest('[id$="-root"]')) {
    const stream = element.rootBlock;
    const definition = stream?.blockDef?.childBlockDefsByName?.table;
    const number = definition ? stream.children.findIndex((child) => child.element?.contains(target)) : -1;
    if (number >= 0) return { stream, number, meta: definition.meta, element: stream.children[number].element };
  }
  return null;
}

// The states of the table blocks that the tables of a page become; those that are too large are none.
window.newsroomTables = (html, limits) => tablesIn({ getData: (type) => (type === "text/html" ? html : "") })
  .filter((grid) => !isTooLarge(grid, limits)).map(stateOf);

// Lines whose cells are parted by tabs; whatever comes as a page is taken apart by the script of pasting.
document.addEventListener("paste", (event) => {
  const editor = event.target instanceof Element ? event.target.closest(".Draftail-Editor") : null;
  const place = editor && !event.target.closest(".typed-table-block") ? placeOf(editor) : null;
  const grids = place && !event.clipboardData.getData("text/html") ? tablesIn(event.clipboardData) : [];
  if (!grids.length) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (grids.some((grid) => isTooLarge(grid, place.meta.limits))) {
    announce(place.meta.strings.TOO_LARGE, place.element);
    return;
  }
  grids.forEach((grid, offset) => {
    place.stream.insert({ type: "table", value: stateOf(grid), id: null }, place.number + 1 + offset, { focus: !offset });
  });
  announce(place.meta.strings.MOVED, place.element);
}, { capture: true });
})();
