// A claim as a citation: those of its document, with the claim put into the blanks that Python left in them.

const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

const tex = (text) => text.replace(/[\\~^{}$&#%_]/g, (sign) => TEX[sign] ?? `\\${sign}`);

function citation(claim, style) {
  const safe = style === "bibtex" ? tex : (text) => text;
  const blanks = { "\ue000": claim.id.split("/").pop(), "\ue001": safe(claim.claim), "\ue002": claim.link };
  return documents[claim.document].cite[style].replace(/[\ue000-\ue002]/g, (blank) => blanks[blank]);
}

const linkTo = (claim) => `${location.href.split("#")[0]}#${claim.id}`;

async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {    // a page that was opened as a file may not be allowed to
    const field = element("textarea", { readonly: true, class: "unseen" });
    const before = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
    before?.focus();
  }
  say(`${what} copied.`);
}
