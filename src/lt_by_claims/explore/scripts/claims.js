// The claims: a long list, in which the one that is chosen opens and tells all that is known of it.

const list = longList(byId("list"), drawClaim);
let shownClaims = [];

function showClaims(found) {
  shownClaims = found;
  found.forEach((claim, place) => { claim.place = place; });
  list.show(found);
  byId("none").hidden = found.length > 0;
}

function drawClaim(claim, place, total) {
  const current = claim === chosen;
  return element(
    "div",
    { role: "listitem", "aria-posinset": place + 1, "aria-setsize": total, class: current ? "claim current" : "claim" },
    element(
      "p",
      { class: "tags" },
      element("span", { class: "position", title: "Place in the text" }, String(claim.position)),
      element("span", { class: `type type-${types.indexOf(claim.type)}` }, claim.type),
      ...[...claim.topics, claim.time, claim.modality === "asserted" ? "" : claim.modality, claim.negated ? "denied" : ""]
        .filter(Boolean)
        .map((tag) => element("span", {}, element("bdi", {}, tag))),
      claim.reviewed ? "" : element("span", { class: "draft" }, "draft"),
    ),
    element(
      "a",
      { href: `#${claim.id}`, class: "statement", tabindex: "-1", dir: "auto", "aria-current": current && "true" },
      withWords(claim.claim, wordsSought()),
    ),
    current && drawDetails(claim),
  );
}

function drawDetails(claim) {
  const text = documents[claim.document];
  const rows = [
    ["Quote", element("q", { lang: text.language, dir: "auto" }, quoteOf(claim))],
    ["Text", documents.length > 1 && element("bdi", {}, text.title)],
    ["Section", claim.section && element("bdi", {}, claim.section)],
    ["Held by", claim.says && element("bdi", {}, claim.says)],
    ["Actors", claim.actors && element("bdi", {}, claim.actors.join(", "))],
    ["Numbers", claim.numbers.length && claim.numbers.map(drawNumber)],
    ["Links", claim.links && claim.links.map(([label, url]) => element("div", {}, url ? linked(url, label) : `${label} (target lost)`))],
    ["Source", linked(claim.link, /^https?:/i.test(claim.link) ? "the quote on the publisher’s page" : claim.link)],
    ["Settled", claim.reviewed ? "by a reviewer" : `not yet; drafted by ${(claim.made_by ?? ["machine"]).join(", ")}`],
    ["Doubts", claim.doubts && claim.doubts.join("; ")],
    ["Id", element("code", {}, claim.id)],
  ].filter(([, value]) => value);
  return element(
    "div",
    { class: "details" },
    element("dl", {}, rows.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]).flat()),
    element(
      "p",
      { class: "actions" },
      button("Find in the text", () => toText(claim), "find"),
      button("Copy citation", () => copy(citation(claim, "text"), "Citation"), "cite"),
      button("Copy BibTeX", () => copy(citation(claim, "bibtex"), "BibTeX"), "bibtex"),
      button("Copy link", () => copy(linkTo(claim), "Link"), "link"),
    ),
  );
}

function drawNumber(number) {
  const told = [number.measure, number.period].filter(Boolean).join(", ");
  return element("div", {}, element("b", {}, number.text), `: ${number.kind} ${amountOf(number)}${told ? ` (${told})` : ""}`);
}

function button(label, act, name) {
  const made = element("button", { type: "button", class: "quiet", "data-act": name }, label);
  made.addEventListener("click", act);
  return made;
}

// Brings a claim of the list before the eye; `focus` also takes the keyboard there.
function toClaim(claim, { focus = false, block = "nearest" } = {}) {
  const item = list.at(claim.place);
  if (!item) return;
  item.scrollIntoView({ block });
  if (focus) item.querySelector(".statement").focus({ preventScroll: true });
}

// The arrow keys go from claim to claim, Home and End to the first and the last.
byId("claims").addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !shownClaims.length) return;
  const here = event.target.closest(".claim")?.querySelector(".statement").hash.slice(1);
  const place = here ? claimById.get(decodeURIComponent(here)).place : -1;
  const last = shownClaims.length - 1;
  const to = { ArrowDown: Math.min(place + 1, last), ArrowUp: Math.max(place - 1, 0), Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  toClaim(shownClaims[to], { focus: true });
});
