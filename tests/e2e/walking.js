// What somebody meets who goes through a page by keys, one thing after the other. asking.js has to be there.
(() => {
const { isThere, told, groundOf, contrast, channels, over, afresh } = asking;

// Where the sign of the focus is drawn: around a choice's label, around the shape of a link in a drawing.
function signOf(element) {
  return (element.matches(".seg input") && element.closest("label")) || element.querySelector(":scope > rect") || element;
}

// 2.4.7, 1.4.11: a sign, and one that stands out from its ground.
function unseen(element) {
  const sign = signOf(element), style = getComputedStyle(sign), width = parseFloat(style.outlineWidth);
  // The browser marks the parts of its own controls.
  if (element.matches("audio,video")) return "";
  if (sign.localName === "rect") return parseFloat(style.strokeWidth) < 3 ? `a stroke of ${style.strokeWidth}` : "";
  if (style.outlineStyle === "auto") return "";
  if (style.outlineStyle === "none" || width < 2) return "no outline";
  const ground = groundOf(parseFloat(style.outlineOffset) < 0 ? sign : sign.parentElement);
  const ratio = contrast(over(channels(style.outlineColor), ground), ground);
  if (isCutOff(sign, width + parseFloat(style.outlineOffset))) return "an outline that is cut off";
  return ratio < 3 ? `an outline of ${ratio.toFixed(2)}` : "";
}

// Whether of what is drawn around an element nothing but one side is left.
function isCutOff(element, reach) {
  const box = element.getBoundingClientRect();
  for (let it = element.parentElement; it && it !== document.body; it = it.parentElement) {
    const style = getComputedStyle(it), around = it.getBoundingClientRect();
    if (style.overflowX === "visible" && style.overflowY === "visible") continue;
    const sides = [box.left - reach < around.left, box.right + reach > around.right, box.top - reach < around.top, box.bottom + reach > around.bottom];
    if (sides.filter(Boolean).length > 2) return true;
  }
  return false;
}

// 2.4.11: some of it is on the screen, with nothing over it.
function isCovered(element) {
  const sign = signOf(element), places = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
  const points = Array.from(sign.getClientRects()).flatMap(box => places.map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]));
  return !points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (sign.contains(top) || element.contains(top) || top.closest("label")?.contains(element));
  });
}

// All that keys have to reach: of a row of choices, one.
const KEYS = "a[href],button:not(:disabled),input:not(:disabled),select,textarea,summary,[tabindex],audio[controls],video[controls]";
const group = element => element.type === "radio" ? `${element.form?.dataset.search ?? ""}/${element.name}` : element;
const seen = new Set();
let last = null;

function step() {
  const it = document.activeElement;
  const isSame = it === last && it.matches("audio,video");
  if (!it || it === document.body || (seen.has(group(it)) && !isSame)) return { end: true };
  afresh();
  seen.add(group(it));
  last = it;
  const box = signOf(it).getBoundingClientRect(), aside = it.closest(".scroll")?.scrollLeft ?? 0;
  return {
    what: told(it), unseen: unseen(it), covered: isCovered(it), floats: !!it.closest("header, .md-tabs, .md-skip, .pick"),
    top: box.top + scrollY, start: box.left + aside, far: box.right + aside, tab: it.tabIndex, end: false,
  };
}

function missed() {
  const wanted = Array.from(document.querySelectorAll(KEYS)).filter(it => it.tabIndex >= 0 && isThere(it));
  return wanted.filter(it => !seen.has(group(it))).map(told);
}

// From the beginning of the page again, or from its end.
function begin() {
  seen.clear();
  last = null;
  document.activeElement.blur();
  getSelection().removeAllRanges();
}

window.walking = { step, missed, begin };
})();
