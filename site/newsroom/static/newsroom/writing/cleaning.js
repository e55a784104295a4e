// What Word, LibreOffice, Google Documents and Outlook put on the clipboard, as plain parts of a text: paragraphs, lists,
// headings and tables with their emphasis and links; and what of it was left out.
const GONE = "style, script, meta, link, title, xml, head, colgroup, noscript, template";
const PICTURES = "img, picture, svg, video, object, [class*='imagedata']";
const BLOCKS = new Set(["P", "DIV", "BLOCKQUOTE", "PRE", "ADDRESS", "SECTION", "ARTICLE", "HEADER", "FOOTER", "MAIN",
  "UL", "OL", "LI", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "DL", "DT", "DD", "FIGURE", "FIGCAPTION", "CENTER"]);
const NUMBERED = /^\s*\(?(?:\d+|[a-z]{1,2}|[ivxlc]+)[.)]/i;
const styleOf = (node) => node.getAttribute?.("style")?.toLowerCase() ?? "";
const tally = (dropped, kind, number = 1) => { if (number) dropped[kind] = (dropped[kind] ?? 0) + number; };

function removeAll(page, selector) {
  const found = [...page.querySelectorAll(selector)].filter((node) => node.isConnected);
  for (const node of found) node.remove();
  return found.length;
}

function removeWhere(page, isMeant) {
  let number = 0;
  for (const node of [...page.body.querySelectorAll("*")]) {
    if (!node.isConnected || !isMeant(node)) continue;
    node.remove();
    number += 1;
  }
  return number;
}

// Comments of reviewers, words that tracked changes took away, pictures, frames: none of it belongs in a text.
function leaveOut(page, dropped) {
  removeAll(page, GONE);
  const ofComments = (node) => node.matches(".MsoCommentReference, .msocomanchor, .MsoCommentText, [id^='_com_'], [id^='cmnt']")
    || /mso-element:\s*comment|mso-comment-reference/.test(styleOf(node)) || /^#(_msocom|cmnt)/.test(node.getAttribute("href") ?? "");
  const references = page.querySelectorAll("[href^='#_msocom'], [href^='#cmnt']:not([href^='#cmnt_ref'])").length;
  tally(dropped, "comments", removeWhere(page, ofComments) && (references || 1));
  tally(dropped, "deletions", removeAll(page, "del, s.msoDel, .msoDel"));
  tally(dropped, "pictures", removeAll(page, PICTURES) + removeWhere(page, (node) => /^v:(shape|rect|group|oval)$/i.test(node.tagName)));
  tally(dropped, "frames", removeAll(page, "iframe, embed, form, input, select, textarea, button"));
  removeWhere(page, (node) => /display:\s*none|mso-hide:\s*all/.test(styleOf(node)));
}

function addressOf(link, dropped) {
  let address = link.getAttribute("href") ?? "";
  try {
    const wrapped = new URL(address);
    const isWrapped = /(^|\.)safelinks\.protection\.outlook\.com$/.test(wrapped.hostname) ? "url"
      : wrapped.hostname === "www.google.com" && wrapped.pathname === "/url" ? "q" : "";
    if (isWrapped) address = wrapped.searchParams.get(isWrapped) ?? address;
  } catch { /* no whole address */ }
  if (/^(https?:|mailto:|tel:)/i.test(address)) return address;
  if (address && !address.startsWith("#")) tally(dropped, "links");
  return "";
}

// Emphasis as it looks: a tag may be taken back by a style, and a style may stand for a tag.
function emphasisOf(node, before) {
  const style = styleOf(node);
  const next = { ...before };
  if (/^(B|STRONG)$/.test(node.tagName)) next.BOLD = true;
  if (/^(I|EM|CITE)$/.test(node.tagName)) next.ITALIC = true;
  const weight = style.match(/font-weight:\s*(\w+)/)?.[1];
  if (weight) next.BOLD = weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  const slant = style.match(/font-style:\s*(\w+)/)?.[1];
  if (slant) next.ITALIC = slant === "italic" || slant === "oblique";
  return next;
}

function listOf(node) {
  const found = styleOf(node).match(/mso-list:\s*l\d+\s+level(\d+)/);
  if (!found) return null;
  const marker = [...node.querySelectorAll("*")].find((part) => /mso-list:\s*ignore/.test(styleOf(part)));
  const words = marker?.textContent ?? "";
  marker?.remove();
  return { type: NUMBERED.test(words) ? "ordered-list-item" : "unordered-list-item", depth: Math.min(Number(found[1]) - 1, 4) };
}

const isHeading = (node) => /^H[1-6]$/.test(node.tagName) || /^(MsoTitle|MsoSubtitle|MsoHeading\d?)$/.test(node.className);

class Parts {
  constructor(dropped) {
    this.dropped = dropped;
    this.found = [];
    this.line = null;
  }

  begin(type, depth = 0) {
    this.end();
    this.line = { type, depth, runs: [] };
  }

  end() {
    if (this.line && this.line.runs.some(({ words }) => words.trim())) this.found.push(this.line);
    this.line = null;
  }

  add(words, emphasis, address) {
    if (!this.line && !words.trim()) return;
    this.line ??= { type: "unstyled", depth: 0, runs: [] };
    this.line.runs.push({ words, emphasis, address });
  }

  walk(node, emphasis = {}, address = "", list = null) {
    if (node.nodeType === Node.TEXT_NODE) {
      this.add(node.data.replace(/[\s\u00a0]{2,}|[\t\n\r ]/g, " ").replace(/\u00ad/g, ""), emphasis, address);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const own = emphasisOf(node, emphasis);
    if (node.tagName === "BR") this.add("\n", {}, "");
    else if (node.tagName === "TABLE") this.table(node);
    else if (/^(UL|OL)$/.test(node.tagName)) this.children(node, own, address, { type: node.tagName, depth: (list?.depth ?? -1) + 1 });
    else if (node.tagName === "LI") this.item(node, own, address, list ?? { type: "UL", depth: 0 });
    else if (node.tagName === "A") this.children(node, own, addressOf(node, this.dropped) || address, list);
    else if (isHeading(node)) this.heading(node, address);
    else if (BLOCKS.has(node.tagName)) this.block(node, own, address, list);
    else this.inline(node, own, address, list);
  }

  inline(node, emphasis, address, list) {
    if (/^(SUP|SUB)$/.test(node.tagName) && node.textContent.trim()) tally(this.dropped, "raised");
    this.children(node, emphasis, address, list);
  }

  children(node, emphasis, address, list) {
    for (const child of [...node.childNodes]) this.walk(child, emphasis, address, list);
  }

  block(node, emphasis, address, list) {
    const word = listOf(node);
    const isInItem = list && this.line && !this.line.runs.length;
    if (word) this.begin(word.type, word.depth);
    else if (!isInItem) this.begin("unstyled");
    this.children(node, emphasis, address, list);
    this.end();
  }

  item(node, emphasis, address, list) {
    this.begin(list.type === "OL" ? "ordered-list-item" : "unordered-list-item", Math.min(list.depth, 4));
    this.children(node, emphasis, address, list);
    this.end();
  }

  heading(node, address) {
    this.begin("heading");
    this.children(node, {}, address, null);
    this.end();
  }

  table(node) {
    this.end();
    if (node.rows.length === 1 && node.rows[0].cells.length === 1) this.children(node.rows[0].cells[0], {}, "", null);
    else if (node.textContent.trim()) this.found.push({ type: "table", html: node.outerHTML });
    this.end();
  }
}

// The parts of what was copied, in their order, and by kind how much was left out.
export function partsOf(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const dropped = {};
  leaveOut(page, dropped);
  const parts = new Parts(dropped);
  parts.children(page.body, {}, "", null);
  parts.end();
  return { parts: parts.found, dropped };
}
