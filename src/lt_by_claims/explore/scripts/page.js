// What happens when a person does something.

var chosen;    // the claim that is open; the lists ask for it before this line is reached

const narrow = matchMedia("(max-width: 43.99rem)");
const tabs = [...document.querySelectorAll("[role=tab]")];

// Shows one of the views: text, claims, numbers. A wide page has the text beside the others; on a narrow one, each
// is found again where it was left.
const leftAt = {};
function view(name) {
  if (document.body.dataset.view === name) return;
  leftAt[document.body.dataset.view] = scrollY;
  document.body.dataset.view = name;
  for (const tab of tabs) {
    const on = tab.dataset.view === name;
    tab.setAttribute("aria-selected", on);
    tab.tabIndex = on ? 0 : -1;
  }
  if (name === "numbers") drawNumbers();
  if (narrow.matches) scrollTo(0, leftAt[name] ?? Math.min(scrollY, document.querySelector("main").offsetTop));
}

function refresh() {
  const found = filtered();
  showClaims(found);
  showNumbers(found);
  redrawMarks();
  byId("claim-count").textContent = written(found.length);
  say(found.length === claims.length ? "" : `${written(found.length)} of ${written(claims.length)} claims`);
  if (found.length && found.every((claim) => claim.document !== open)) openText(found[0].document);
}

// Opens a claim, wherever it was asked for: `from` is list, text, numbers or address.
function choose(claim, from) {
  const before = chosen;
  chosen = claim;
  if (location.hash.slice(1) !== claim.id) history.pushState(null, "", `#${claim.id}`);
  if (!claim.found) {
    clearFilters();
    refresh();
    say("The filters were cleared to show this claim.");
  }
  for (const one of [before, claim]) if (one?.found) list.redraw(one.place);
  openText(claim.document);
  redrawMarks();
  if (drawn) showRows();
  if (from !== "list" || !narrow.matches) toQuote(claim, { block: from === "text" ? "nearest" : "center" });
  if (from !== "list" || document.body.dataset.view !== "claims") view("claims");
  toClaim(claim, { focus: from !== "address", block: from === "list" ? "nearest" : "center" });
}

function toText(claim) {
  if (narrow.matches) view("text");
  toQuote(claim, { focus: true });
}

function chooseByAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return;    // an address that is none
  }
  const claim = claimById.get(id) ?? claims.find((one) => one.id.endsWith(`/${id}`));
  if (claim) choose(claim, "address");
  else if (id) say("No claim has this address.");
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("#list .statement, #rows a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(claimById.get(decodeURIComponent(link.hash.slice(1))), link.closest("#list") ? "list" : "numbers");
});

let waiting;
byId("search").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, 60);
});
byId("filters").addEventListener("change", refresh);
byId("clear").addEventListener("click", () => {
  clearFilters();
  refresh();
  byId("search").focus();
});
byId("show-filters").addEventListener("click", () => showFilters(byId("show-filters").getAttribute("aria-expanded") === "false"));
byId("document")?.addEventListener("change", (event) => {
  openText(Number(event.target.value));
  const first = shownClaims.find((claim) => claim.document === open);
  if (first) toClaim(first, { block: "start" });
});

function showFilters(on) {
  byId("show-filters").setAttribute("aria-expanded", on);
  document.body.classList.toggle("with-filters", on);
}

for (const tab of tabs) tab.addEventListener("click", () => view(tab.dataset.view));
document.querySelector("[role=tablist]").addEventListener("keydown", (event) => {
  const seen = tabs.filter((tab) => tab.getClientRects().length);
  const at = seen.indexOf(document.activeElement);
  const last = seen.length - 1;
  const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  view(seen[to].dataset.view);
  seen[to].focus();
});

for (const link of document.querySelectorAll("[data-skip]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const to = link.dataset.skip;
    if (to === "filters") showFilters(true);
    else if (to !== "text" || narrow.matches) view(to);
    byId(to).focus();
  });
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (document.documentElement.style.colorScheme || (dark.matches ? "dark" : "light")) === "dark";
function nameTheme() {
  byId("theme").textContent = isDark() ? "Light" : "Dark";
}
byId("theme").addEventListener("click", () => {
  document.documentElement.style.colorScheme = isDark() ? "light" : "dark";
  nameTheme();
});
dark.addEventListener("change", nameTheme);

// On paper all is shown: every claim that the filters let through, every mark and every number.
addEventListener("beforeprint", () => {
  list.fillAll();
  for (const made of blockOf.keys()) drawMarks(made);
  drawNumbers();
  rowsShown = Infinity;
  showRows();
});

addEventListener("hashchange", chooseByAddress);
addEventListener("popstate", chooseByAddress);

nameTheme();
openText(0);
refresh();
chooseByAddress();
setTimeout(() => claims.forEach(searched), 200);    // so that the first search is as quick as the next
