// Long lists and long texts, of which only what is near the eye is drawn.

const NEAR = { rootMargin: "60% 0px", scrollMargin: "60% 0px" };

// Calls `enter` with an element that comes near the eye, and `leave` with one that goes away.
function whenNear(enter, leave) {
  return new IntersectionObserver((entries) => {
    for (const entry of entries) (entry.isIntersecting ? enter : leave)(entry.target);
  }, NEAR);
}

// A list of any length, drawn by the chunk; `draw(item, place, total)` makes the element of an item.
function longList(container, draw, { chunk = 20, height = 110 } = {}) {
  let items = [];
  let chunks = [];
  const observer = whenNear(fill, empty);

  function fill(part) {
    if (part.childElementCount) return;
    const first = chunks.indexOf(part) * chunk;
    if (first < 0) return;
    part.style.minHeight = "";
    part.append(...items.slice(first, first + chunk).map((item, i) => draw(item, first + i, items.length)));
  }

  function empty(part) {
    if (!part.childElementCount || part.contains(document.activeElement) || !part.getClientRects().length) return;
    part.style.minHeight = `${part.offsetHeight}px`;
    part.replaceChildren();
  }

  return {
    show(shown) {
      observer.disconnect();
      items = shown;
      chunks = Array.from({ length: Math.ceil(items.length / chunk) }, (_, i) => {
        const part = element("div", { role: "none" });
        part.style.minHeight = `${Math.min(chunk, items.length - i * chunk) * height}px`;
        return part;
      });
      container.replaceChildren(...chunks);
      if (chunks.length) fill(chunks[0]);
      chunks.forEach((part) => observer.observe(part));
    },
    // The element of an item, drawn if it was not.
    at(place) {
      const part = chunks[Math.floor(place / chunk)];
      if (!part) return undefined;
      fill(part);
      return part.children[place % chunk];
    },
    redraw(place) {
      const part = chunks[Math.floor(place / chunk)];
      const old = part?.children[place % chunk];
      if (!old) return undefined;
      const made = draw(items[place], place, items.length);
      old.replaceWith(made);
      return made;
    },
    fillAll() {
      chunks.forEach(fill);
    },
  };
}
