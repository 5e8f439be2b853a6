// The text of one document, with its claims marked in it where the eye is.

let open;          // the place of the document that is shown
let paragraphs = [];
const article = byId("article");
const marking = whenNear(drawMarks, takeMarks);
const blockOf = new Map();

const TAGS = { title: "h2", heading: "h3", paragraph: "p", lines: "p" };

function openText(place) {
  if (open === place) return;
  open = place;
  marking.disconnect();
  blockOf.clear();
  const text = documents[place];
  paragraphs = text.blocks.map(([start, end, kind, lead]) => ({ start, end, kind, lead, claims: [] }));
  for (const claim of claims) if (claim.document === place) spread(claim);
  article.lang = text.language;
  article.replaceChildren(
    element("p", { class: "source", lang: "en" }, ...sourceOf(text)),
    ...paragraphs.map((paragraph) => {
      const made = element(TAGS[paragraph.kind], { class: paragraph.kind, dir: "auto" }, plainText(paragraph));
      blockOf.set(made, paragraph);
      paragraph.element = made;
      return made;
    }),
  );
  if (byId("document")) byId("document").value = String(place);
  byId("text").scrollTop = 0;
  for (const made of blockOf.keys()) marking.observe(made);
}

// Whose text it is, where several are shown, and where it was published.
function sourceOf(text) {
  const byline = documents.length > 1 && element("bdi", {}, text.byline);
  const host = URL.canParse(text.url ?? "") && new URL(text.url).host;
  return [byline, byline && host && " · ", host && linked(text.url, `published at ${host}`)].filter(Boolean);
}

// Puts a claim into each paragraph that its quote touches.
function spread(claim) {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle].end <= claim.start) low = middle + 1;
    else high = middle;
  }
  for (; low < paragraphs.length && paragraphs[low].start < claim.end; low += 1) paragraphs[low].claims.push(claim);
}

const plainText = ({ start, end }) => documents[open].text.slice(start, end);

function takeMarks(made) {
  const paragraph = blockOf.get(made);
  if (!paragraph?.marked || made.contains(document.activeElement)) return;
  paragraph.marked = false;
  made.replaceChildren(plainText(paragraph));
}

function drawMarks(made) {
  const paragraph = blockOf.get(made);
  if (!paragraph) return;
  const found = paragraph.claims.filter((claim) => claim.found);
  const current = found.includes(chosen) ? chosen : undefined;
  if (paragraph.marked && paragraph.current === current && alike(paragraph.drawn, found)) return;
  const cuts = [paragraph.start, paragraph.end, ...found.flatMap((claim) => [claim.start, claim.end])]
    .filter((place) => place >= paragraph.start && place <= paragraph.end)
    .sort((a, b) => a - b);
  const pieces = [];
  for (let i = 1; i < cuts.length; i += 1) {
    if (cuts[i] > cuts[i - 1]) pieces.push(piece(paragraph, cuts[i - 1], cuts[i], found));
  }
  Object.assign(paragraph, { marked: true, drawn: found, current });
  made.replaceChildren(...pieces.flat());
}

const alike = (some, others) => some.length === others.length && some.every((one, at) => one === others[at]);

// A stretch of a paragraph that the same claims are drawn from, as a link to the one with the shortest quote.
function piece(paragraph, start, end, found) {
  const here = found.filter((claim) => claim.start <= start && claim.end >= end);
  const words = withNumbers(paragraph, start, end, here.flatMap((claim) => claim.numbers));
  if (!here.length) return words;
  here.sort((a, b) => a.end - a.start - (b.end - b.start) || a.position - b.position);
  const current = here.includes(chosen);
  const ends = here.filter((claim) => claim.end === end).map((claim) => claim.position).sort((a, b) => a - b);
  const mark = element(
    "a",
    {
      href: `#${(current ? chosen : here[0]).id}`,
      class: `mark type-${types.indexOf((current ? chosen : here[0]).type)}${current ? " current" : ""}`,
      tabindex: "-1",
      "aria-current": current && "true",
      "data-ends": ends.length ? ends.join(", ") : undefined,
    },
    words,
  );
  mark.claims = here;
  return [mark];
}

function withNumbers(paragraph, start, end, found) {
  const text = documents[open].text;
  const bold = [
    ...(paragraph.lead > start ? [{ start: paragraph.start, end: paragraph.lead }] : []),
    ...found,
  ].sort((a, b) => a.start - b.start);
  const pieces = [];
  let place = start;
  for (const one of bold) {
    const first = Math.max(one.start, place);
    const last = Math.min(one.end, end);
    if (last <= first) continue;
    pieces.push(text.slice(place, first), element("b", {}, text.slice(first, last)));
    place = last;
  }
  return [...pieces, text.slice(place, end)].filter(Boolean);
}

// Draws the marks again where there are any: after a filter or a choice.
function redrawMarks() {
  for (const [made, paragraph] of blockOf) if (paragraph.marked) drawMarks(made);
}

// Brings a claim's quote before the eye; `focus` also takes the keyboard there.
function toQuote(claim, { focus = false, block = "center" } = {}) {
  openText(claim.document);
  for (const paragraph of paragraphs) if (paragraph.claims.includes(claim)) drawMarks(paragraph.element);
  const mark = [...article.querySelectorAll(".mark")].find((one) => one.claims.includes(claim));
  if (!mark) return;
  mark.scrollIntoView({ block });
  if (focus) mark.focus({ preventScroll: true });
}

// A mark of several claims leads to the next of them each time that it is clicked.
article.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const at = mark.claims.indexOf(chosen);
  choose(mark.claims[(at + 1) % mark.claims.length], "text");
});

// The right and left arrow keys go from mark to mark.
byId("text").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("select")) return;
  event.preventDefault();
  const from = paragraphs.findIndex((paragraph) => paragraph.element.contains(document.activeElement));
  const marks = from < 0 ? [] : [...paragraphs[from].element.querySelectorAll(".mark")];
  const next = marks[marks.indexOf(document.activeElement) + step] ?? markBeyond(from, step);
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
});

// The nearest mark in the paragraphs after this one, or before it.
function markBeyond(from, step) {
  for (let at = from + step; at >= 0 && at < paragraphs.length; at += step) {
    const { element: made, claims: here } = paragraphs[at];
    if (!here.some((claim) => claim.found)) continue;
    drawMarks(made);
    const marks = made.querySelectorAll(".mark");
    if (marks.length) return marks[step > 0 ? 0 : marks.length - 1];
  }
  return undefined;
}
