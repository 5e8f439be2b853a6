// Elements of the page; whatever is put into them is text.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

const byId = (id) => document.getElementById(id);

// A web address as a link that opens beside the page; all else as text.
function linked(address, text = address) {
  if (!/^https?:\/\/\S+$/i.test(address ?? "")) return element("span", {}, text);
  return element("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, text);
}

// A text with the words that were searched for marked in it.
function withWords(text, words) {
  if (!words.length) return [text];
  const characters = [...text];
  const bare = characters.map((character) => (character < "\x80" ? character.toLowerCase() : folded(character)));
  const whole = bare.join("");
  const marked = new Array(whole.length).fill(false);
  for (const word of words) {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) marked.fill(true, at, at + word.length);
  }
  const pieces = [];
  let place = 0;
  characters.forEach((character, index) => {
    const inside = marked[place] ?? false;
    place += bare[index].length;
    if (pieces.at(-1)?.inside === inside) pieces.at(-1).text += character;
    else pieces.push({ inside, text: character });
  });
  return pieces.map((piece) => (piece.inside ? element("mark", {}, piece.text) : piece.text));
}

// Say something to those who watch, and to those who listen.
function say(text) {
  byId("status").textContent = text;
}
