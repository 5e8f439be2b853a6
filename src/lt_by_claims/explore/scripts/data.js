// The tables, as they were written into the page: documents, claims, numbers.

const { documents, claims, numbers, types } = JSON.parse(document.getElementById("data").textContent);

const claimById = new Map(claims.map((claim) => [claim.id, claim]));

for (const claim of claims) {
  claim.numbers = [];
  claim.found = true;    // is it among those that the filters let through?
}
for (const number of numbers) {
  number.claim = claims[number.claim];
  number.claim.numbers.push(number);
}

// The values that a claim has for each facet, by the facet's name.
const VALUES = {
  topic: (claim) => claim.topics,
  type: (claim) => [claim.type],
  modality: (claim) => [claim.modality],
  numbers: (claim) => (claim.numbers.length ? ["with a number", ...new Set(claim.numbers.map((one) => one.kind))] : []),
  actor: (claim) => claim.actors ?? [],
  document: (claim) => [documents[claim.document].id],
  settled: (claim) => [claim.reviewed ? "by a reviewer" : "draft"],
};

// A text without case and accents, for the search.
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// All that the search looks at; made once for each claim, when it is first asked for.
function searched(claim) {
  claim.searched ??= folded(
    [claim.claim, quoteOf(claim), claim.section, claim.says, claim.id, claim.time, ...claim.topics, ...(claim.actors ?? [])]
      .filter(Boolean)
      .join("\n"),
  );
  return claim.searched;
}

function quoteOf(claim) {
  return documents[claim.document].text.slice(claim.start, claim.end);
}

// Numbers as they are written in English; to make what writes them takes longer than to write a hundred.
const written = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 }).format;

// A numeric value with what bounds it: "< 800,000,000 EUR".
function amountOf(number) {
  const ends = [number.low, number.high].filter((end) => end !== undefined);
  const amount = [...new Set(ends)].map(written).join("–");
  return [number.comparator === "=" ? "" : number.comparator, amount, number.unit].filter(Boolean).join(" ");
}
