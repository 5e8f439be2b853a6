// Long lists and long texts, of which only what is near the eye is drawn.

const NEAR = { rootMargin: "60% 0px", scrollMargin: "60% 0px" };

// Calls `enter` with an element that comes near the eye, and `leave` with one that goes away.
function whenNear(enter, leave) {
  return new IntersectionObserver((entries) => {
    for (const entry of entries) (entry.isIntersecting ? enter : leave)(entry.target);
  }, NEAR);
}

// A list of any length, drawn by the part, of large parts that hold small ones; `draw(item, place, total)` makes the
// element of an item. What is far from the eye is an empty part of about its height.
function longList(container, draw, { sizes = [200, 10], height = 110 } = {}) {
  let items = [];
  const observer = whenNear(fill, empty);

  function parts(first, last, level) {
    const size = sizes[level];
    return Array.from({ length: Math.ceil((last - first) / size) }, (_, i) => {
      const part = element("div", { role: "none" });
      part.range = { first: first + i * size, last: Math.min(first + (i + 1) * size, last), level };
      part.style.minHeight = `${(part.range.last - part.range.first) * height}px`;
      observer.observe(part);
      return part;
    });
  }

  function fill(part) {
    if (part.childElementCount || !part.isConnected) return;
    const { first, last, level } = part.range;
    part.style.minHeight = "";
    if (level + 1 < sizes.length) part.append(...parts(first, last, level + 1));
    else part.append(...items.slice(first, last).map((item, i) => draw(item, first + i, items.length)));
  }

  function empty(part) {
    if (!part.childElementCount || part.contains(document.activeElement) || !part.getClientRects().length) return;
    part.style.minHeight = `${part.offsetHeight}px`;
    for (const child of part.children) if (child.range) observer.unobserve(child);
    part.replaceChildren();
  }

  // The parts that hold a place, from the largest to the smallest, and its element where it is drawn.
  function within(place, look = () => {}) {
    let [here, first] = [container, 0];
    for (const size of sizes) {
      here = here.children[Math.floor((place - first) / size)];
      if (!here) return undefined;
      first = here.range.first;
      look(here);
    }
    return here.children[place - first];
  }

  return {
    show(shown) {
      observer.disconnect();
      items = shown;
      container.replaceChildren(...parts(0, items.length, 0));
      within(0, fill);
    },
    // The element of an item, drawn if it was not.
    at: (place) => within(place, fill),
    redraw(place) {
      const old = within(place);
      if (!old) return undefined;
      const made = draw(items[place], place, items.length);
      old.replaceWith(made);
      return made;
    },
    fillAll() {
      for (let place = 0; place < items.length; place += sizes.at(-1)) within(place, fill);
    },
  };
}
