// The numbers of one unit as bars: solid up to what is certain, hatched where the text leaves it open.

const MOST_MEASURES = 12;
let unitShown;

const unitOf = (number) => number.unit ?? number.kind;

// The units that can be charted, those with most numbers first; a rank has no length.
function unitsOf(shown) {
  const counts = new Map();
  for (const number of shown) {
    if (number.kind !== "rank") counts.set(unitOf(number), (counts.get(unitOf(number)) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function showChart(shown) {
  const units = unitsOf(shown);
  if (!units.some(([unit]) => unit === unitShown)) unitShown = units[0]?.[0];
  if (!units.length) return byId("chart").replaceChildren();
  const choice = element(
    "select",
    { id: "unit" },
    units.map(([unit, count]) => element("option", { value: unit, selected: unit === unitShown }, `${unit} (${count})`)),
  );
  choice.addEventListener("change", () => {
    unitShown = choice.value;
    showChart(shown);
    byId("unit").focus();
  });
  const charted = shown.filter((number) => number.kind !== "rank" && unitOf(number) === unitShown);
  return byId("chart").replaceChildren(
    element("p", { class: "chooser" }, element("label", { for: "unit" }, "Unit"), choice),
    bars(charted),
  );
}

function bars(charted) {
  const groups = Map.groupBy(charted, (number) => number.measure ?? "what is measured is not said");
  const ranked = [...groups].sort((a, b) => b[1].length - a[1].length || largest(b[1]) - largest(a[1]));
  const kept = ranked.slice(0, MOST_MEASURES);
  const values = kept.flatMap(([, group]) => group.flatMap((one) => [one.low ?? one.value, one.high ?? one.value]));
  const scale = { low: Math.min(0, ...values), high: Math.max(0, ...values) };
  scale.width = scale.high - scale.low || 1;
  const left = ranked.length - kept.length;
  return element(
    "figure",
    {},
    element(
      "div",
      { class: "bars", role: "img", "aria-label": `Bars of the values in ${unitShown}, by measure; the table says the same` },
      kept.map(([measure, group]) => [element("p", { class: "measure" }, element("bdi", {}, measure)), ...group.sort(byPeriod).map((one) => row(one, scale))]).flat(),
    ),
    element(
      "figcaption",
      {},
      "A bar is hatched where the text gives bounds only.",
      left > 0 && ` ${left} more measures are in the table.`,
    ),
  );
}

const largest = (group) => Math.max(...group.map((number) => number.value));
const byPeriod = (a, b) => (a.period ?? "").localeCompare(b.period ?? "") || a.value - b.value;

function row(number, scale) {
  const low = number.low ?? Math.min(0, number.high ?? 0);
  const high = number.high ?? scale.high;
  const sure = number.low === undefined ? 0 : low;
  const track = element("span", { class: "track" }, bar("sure", 0, sure, scale), bar("open", sure, high, scale));
  return element(
    "div",
    { class: "row" },
    element("span", { class: "period" }, number.period ?? "–"),
    track,
    element("span", { class: "value" }, element("bdi", {}, number.text)),
  );
}

function bar(kind, from, to, scale) {
  if (from === to) return undefined;
  const made = element("span", { class: kind });
  made.style.left = `${((Math.min(from, to) - scale.low) / scale.width) * 100}%`;
  made.style.width = `${(Math.abs(to - from) / scale.width) * 100}%`;
  return made;
}
