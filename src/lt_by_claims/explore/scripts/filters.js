// Which claims are shown: those that have all words of the search, and in each facet one of the values chosen.

const facets = [...document.querySelectorAll("fieldset[data-facet]")].map((fieldset) => {
  const boxes = [...fieldset.querySelectorAll("input")];
  const labels = boxes.map((box) => box.closest("label"));
  const place = new Map(boxes.map((box, at) => [box.value, at]));
  const values = VALUES[fieldset.dataset.facet];
  return {
    boxes,
    labels,
    tallies: labels.map((label) => label.querySelector(".count")),
    chosen: new Uint8Array(boxes.length),
    counts: new Int32Array(boxes.length),
    // the boxes of each claim, by their places; few numbers are compared more quickly than many words
    of: claims.map((claim) => values(claim).flatMap((value) => place.get(value) ?? [])),
  };
});

claims.forEach((claim, index) => { claim.index = index; });

// The words of the search, folded; words in quotation marks stay together.
function wordsSought() {
  const words = folded(byId("search").value).matchAll(/["“”]([^"“”]+)["“”]?|[^\s"“”]+/g);
  return [...words].map((word) => (word[1] ?? word[0]).trim()).filter(Boolean);
}

// Sets `found` of every claim, tells how many each choice would leave, and returns those that are found.
function filtered() {
  const words = wordsSought();
  for (const facet of facets) {
    facet.boxes.forEach((box, at) => { facet.chosen[at] = box.checked ? 1 : 0; });
    facet.active = facet.chosen.includes(1);
    facet.counts.fill(0);
  }
  const active = facets.filter((facet) => facet.active);
  for (const claim of claims) {
    claim.found = words.every((word) => searched(claim).includes(word));
    if (claim.found) weigh(claim, active);
  }
  facets.forEach(tellCounts);
  byId("clear").hidden = !active.length && !words.length;
  byId("show-filters").textContent = active.length ? `Filters (${active.length})` : "Filters";
  return claims.filter((claim) => claim.found);
}

// A claim counts for the facets that let it through, and for a facet that alone keeps it out.
function weigh(claim, active) {
  let refusing;
  for (const facet of active) {
    if (facet.of[claim.index].some((at) => facet.chosen[at])) continue;
    claim.found = false;
    if (refusing) return;
    refusing = facet;
  }
  if (refusing) tally(refusing, claim);
  else for (const facet of facets) tally(facet, claim);
}

function tally(facet, claim) {
  for (const at of facet.of[claim.index]) facet.counts[at] += 1;
}

function tellCounts(facet) {
  facet.counts.forEach((count, at) => {
    facet.tallies[at].textContent = written(count);
    facet.labels[at].classList.toggle("nothing", !count && !facet.chosen[at]);
  });
}

function clearFilters() {
  byId("search").value = "";
  for (const facet of facets) for (const box of facet.boxes) box.checked = false;
}
