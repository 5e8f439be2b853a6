// The numbers of the claims that are shown, as a table that can be sorted.

const ROWS = 100;
let shownNumbers = [];
let rowsShown = ROWS;
let drawn = false;    // the table and the chart are drawn when they are looked at
let order = { by: "place", down: false };

// Values are compared within their unit, for a rank is neither more nor less than an amount of money.
const KEYS = {
  value: (number) => [folded(unitOf(number)), number.value],
  measure: (number) => [folded(number.measure ?? ""), number.period ?? ""],
  period: (number) => [number.period ?? "", folded(number.measure ?? "")],
  place: (number) => [number.claim.index, number.start],
};

function showNumbers(found) {
  rowsShown = ROWS;
  drawn = false;
  byId("number-count").textContent = written(found.reduce((sum, claim) => sum + claim.numbers.length, 0));
  if (document.body.dataset.view === "numbers") drawNumbers();
}

function drawNumbers() {
  if (drawn) return;
  drawn = true;
  shownNumbers = shownClaims.flatMap((claim) => claim.numbers);
  showChart(shownNumbers);
  showRows();
}

function showRows() {
  const key = KEYS[order.by];
  const compared = (a, b) => before(key(a), key(b));
  const sorted = [...shownNumbers].sort((a, b) => (order.down ? compared(b, a) : compared(a, b)));
  byId("rows").replaceChildren(...sorted.slice(0, rowsShown).map(drawRow));
  document.querySelector("#numbers .table").hidden = !sorted.length;
  byId("no-numbers").hidden = sorted.length > 0;
  const left = sorted.length - rowsShown;
  byId("more-numbers").hidden = left <= 0;
  byId("more-numbers").textContent = `Show ${Math.min(left, ROWS)} of ${written(left)} more`;
}

// Which of two lists of keys comes first, by the first key that differs.
function before(a, b) {
  const at = a.findIndex((key, i) => key !== b[i]);
  return at < 0 ? 0 : a[at] < b[at] ? -1 : 1;
}

function drawRow(number) {
  return element(
    "tr",
    { class: number.claim === chosen ? "current" : undefined },
    element(
      "th",
      { scope: "row" },
      element("a", { href: `#${number.claim.id}` }, element("bdi", {}, number.text)),
      element("small", {}, element("bdi", {}, amountOf(number))),
    ),
    element("td", {}, element("bdi", {}, number.measure ?? "–")),
    element("td", {}, number.period ?? "–"),
    element("td", {}, String(number.claim.position)),
  );
}

for (const head of document.querySelectorAll("th button[data-sort]")) {
  head.addEventListener("click", () => {
    const by = head.dataset.sort;
    order = { by, down: order.by === by && !order.down };
    for (const cell of document.querySelectorAll("th[aria-sort]")) cell.setAttribute("aria-sort", "none");
    head.closest("th").setAttribute("aria-sort", order.down ? "descending" : "ascending");
    showRows();
  });
}

byId("more-numbers").addEventListener("click", () => {
  rowsShown += ROWS;
  showRows();
});
