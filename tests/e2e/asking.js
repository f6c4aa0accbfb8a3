// What the tests of access ask of a page. Each question is answered with what is wrong, in words; [] is a good answer.
(() => {
const root = document.documentElement;
const all = (query, within = document) => Array.from(within.querySelectorAll(query));
const clean = text => text.replace(/\s+/g, " ").trim();
const start = element => element.cloneNode(false).outerHTML.replace(/<\/[^>]*>$/, "").slice(0, 110);
const told = element => `${start(element)} ${clean(element.textContent).slice(0, 60)}`;

// There for anybody: on the screen, or for those who listen.
const isThere = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const isHeard = element => isThere(element) && !element.closest("[aria-hidden=true]");
// What is found out about an element by way of those around it, once for each while a page stays as it is.
let seen = new Map();
function once(what, element, find) {
  const kept = seen.get(what) ?? seen.set(what, new Map()).get(what);
  if (!kept.has(element)) kept.set(element, find());
  return kept.get(element);
}
// Only for those who listen: a box of one pixel.
const isForEars = element => once("ears", element, () => {
  if (element === root) return false;
  return /inset\(50%/.test(getComputedStyle(element).clipPath) || isForEars(element.parentElement);
});

// What those who listen hear a thing called, as far as pages need it.
function nameOf(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) return clean(by.split(/\s+/).map(id => document.getElementById(id)?.textContent ?? "").join(" "));
  if (element.hasAttribute("aria-label")) return clean(element.getAttribute("aria-label"));
  if (element.alt) return clean(element.alt);
  const parts = Array.from(element.childNodes, it => {
    if (it.nodeType === Node.TEXT_NODE) return it.data;
    if (it.nodeType !== Node.ELEMENT_NODE || it.getAttribute("aria-hidden") === "true" || !it.checkVisibility()) return "";
    return /^(inline|contents)$/.test(getComputedStyle(it).display) ? nameOf(it) : ` ${nameOf(it)} `;
  });
  return clean(parts.join("")) || clean(element.getAttribute("title") ?? "");
}

// Each run of words on the screen, with the boxes that it fills.
function words() {
  seen = new Map();
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node; (node = walk.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.matches("script,style,noscript,template,title,option")) continue;
    if (!isThere(parent) || isForEars(parent)) continue;
    range.selectNodeContents(node);
    const boxes = Array.from(range.getClientRects()).filter(box => box.width > 1 && box.height > 1);
    if (boxes.length) found.push({ parent, boxes, text: clean(node.data).slice(0, 50) });
  }
  return found;
}

// 1.3.1, 2.4.6: one heading of the first rank, and none left out below it.
function headings() {
  const found = [], ranks = all("h1,h2,h3,h4,h5,h6").filter(isHeard), first = ranks.filter(it => it.localName === "h1");
  // A file of letters has one for each letter.
  const pages = all("article.letter").length || 1;
  if (first.length !== pages) found.push(`${first.length} headings of the first rank`);
  let before = 0;
  for (const it of ranks) {
    const rank = +it.localName[1];
    if (before && rank > before + 1) found.push(`h${before} is followed by ${told(it)}`);
    if (!nameOf(it)) found.push(`nothing in ${start(it)}`);
    before = rank;
  }
  return found;
}

// 1.3.1, 2.4.1: landmarks, each with a name of its own.
const LANDMARK = /^(banner|main|contentinfo|navigation|complementary|search|region|form)$/;
function landmarkOf(element) {
  const role = element.getAttribute("role"), name = element.localName;
  if (role) return LANDMARK.test(role) ? role : "";
  if (name === "header" || name === "footer") {
    const isWithin = element.parentElement.closest("article,aside,main,nav,section,blockquote");
    return isWithin ? "" : { header: "banner", footer: "contentinfo" }[name];
  }
  const isNamed = element.matches("[aria-label],[aria-labelledby]");
  if (name === "section" || name === "form") return isNamed ? { section: "region", form: "form" }[name] : "";
  return { nav: "navigation", main: "main", aside: "complementary" }[name] ?? "";
}

function landmarks() {
  const found = [], seen = new Set();
  for (const it of all("header,footer,main,nav,aside,section,form,[role]").filter(isHeard)) {
    const role = landmarkOf(it);
    if (!role) continue;
    const name = it.matches("[aria-label],[aria-labelledby]") ? nameOf(it) : "", key = `${role} “${name}”`;
    if (!name && !/^(banner|main|contentinfo)$/.test(role)) found.push(`${role} without a name: ${start(it)}`);
    if (seen.has(key)) found.push(`${key} is there twice`);
    seen.add(key);
  }
  if (!all("main,[role=main]").some(isHeard)) found.push("no main");
  return found;
}

// 2.4.4: links that are called the same lead to the same, or what stands around them tells them apart.
const AROUND = "li,td,th,p,dd,dt,article,.an,figcaption,nav,header";
function links() {
  const found = [], seen = new Map();
  for (const it of all("a[href]").filter(isHeard)) {
    const name = nameOf(it), aim = it.href.baseVal ?? it.href, around = it.closest(AROUND);
    const context = `${around ? nameOf(around) : ""} ${it.closest("nav")?.getAttribute("aria-label")}`;
    if (!name) found.push(`nothing in ${told(it)}`);
    const others = seen.get(name) ?? [];
    if (others.some(other => other.aim !== aim && other.context === context)) found.push(`“${name}” leads to ${aim} too`);
    seen.set(name, [...others, { aim, context }]);
  }
  return found;
}

// 4.1.2, 3.3.2, 2.5.3: everything that one can use has a name, and what is written on it is in its name.
function names() {
  const used = all("input:not([type=hidden]),select,textarea,button,summary,audio,video,progress,meter").filter(isHeard);
  const nameless = used.filter(it => !nameOf(it) && !Array.from(it.labels ?? []).some(nameOf)).map(told);
  const renamed = all("a[aria-label],button[aria-label],summary[aria-label]").filter(isHeard).filter(it => {
    const written = Array.from(it.querySelectorAll("*")).concat(it).filter(one => !one.closest("[aria-hidden=true],.vh"));
    const text = written.flatMap(one => Array.from(one.childNodes)).filter(one => one.nodeType === Node.TEXT_NODE).map(one => one.data);
    return !nameOf(it).toLowerCase().includes(clean(text.join("")).toLowerCase());
  });
  return [...nameless, ...renamed.map(it => `“${nameOf(it)}” is not what is written on ${told(it)}`)];
}

// 1.1.1, 1.4.2: pictures and drawings say the same in words, or are hidden from those who listen; sound can be stopped.
function pictures() {
  const found = [];
  for (const it of all("audio,video")) {
    if (!it.controls || it.autoplay) found.push(`nothing to stop ${start(it)}`);
  }
  for (const it of all("img,svg,canvas,object,embed,iframe").filter(isHeard)) {
    if (it.parentElement.closest("a[aria-label],button[aria-label],label")) continue;
    if (!nameOf(it) || !it.matches("img,[role]")) {
      found.push(`no words for ${start(it)}`);
    }
  }
  return found;
}

// 3.1.1, 3.1.2: words in another language say in which.
const ARABIC = /[\u0600-\u06ff]{2,}/, LATIN = /(?:[\p{Script=Latin}’'.,:;“”-]{2,}\s+){4,}/u;
const COMMON = {
  en: /\b(the|and|of|with|that|this|is|are|you|your|for|from|it)\b/gi,
  es: /\b(el|la|los|las|que|con|para|por|una|del|es|son|su)\b/gi,
};
const count = (text, pattern) => (text.match(pattern) ?? []).length;

function tongues() {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  if (!root.lang) return ["no language"];
  // Of some words nobody has said in which language they are: lang="".
  for (const it of all("[lang]:not([lang=''])")) {
    try { new Intl.Locale(it.getAttribute("lang")) } catch { found.push(`no language: ${start(it)}`) }
  }
  for (let node; (node = walk.nextNode());) {
    const parent = node.parentElement, text = clean(node.data), lang = parent.closest("[lang]").getAttribute("lang").split("-")[0];
    // Names stay as they are written: those of people, and the site's own.
    if (!text || !lang || parent.closest("script,style,noscript,template,bdi,.code,.md-header__title,.md-nav__title,.md-copyright")) continue;
    const isArabic = ARABIC.test(text), known = COMMON[lang];
    if (isArabic && !/^(ar|fa|ur)$/.test(lang)) found.push(`${lang}: “${text.slice(0, 80)}”`);
    if (!isArabic && /^(ar|fa|ur)$/.test(lang) && LATIN.test(`${text} `)) found.push(`${lang}: “${text.slice(0, 80)}”`);
    if (known) for (const [other, pattern] of Object.entries(COMMON)) {
      if (other !== lang && count(text, pattern) > Math.max(2, 2 * count(text, known))) found.push(`${lang}: “${text.slice(0, 80)}”`);
    }
  }
  return found;
}

// 1.4.4, 1.4.10, 1.4.12: nothing beyond the screen, nothing cut off, nothing over something else.
function wide() {
  return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} of ${root.clientWidth} pixels`] : [];
}

function isCut(box, element) {
  const slack = parseFloat(getComputedStyle(element).fontSize) * 0.2 + 1;
  for (let it = element; it && it !== document.body; it = it.parentElement) {
    const style = getComputedStyle(it), around = it.getBoundingClientRect(), clips = value => /^(hidden|clip)$/.test(value);
    if (/auto|scroll/.test(style.overflowX + style.overflowY) || style.position === "fixed") return false;
    if (clips(style.overflowX) && (box.left < around.left - 1 || box.right > around.right + 1)) return true;
    if (clips(style.overflowY) && (box.top < around.top - slack || box.bottom > around.bottom + slack)) return true;
  }
  return box.left < -1 || box.right > root.clientWidth + 1;
}

// What is said whole elsewhere may be cut: the title in the header, and the foretaste of a piece of work in the gallery.
const FORETASTE = "[aria-hidden=true], .md-header__title";
function cut() {
  const mine = words().filter(it => !it.parent.closest(FORETASTE));
  return mine.filter(it => it.boxes.some(box => isCut(box, it.parent))).map(it => `“${it.text}” in ${start(it.parent)}`);
}

function isFloating(element) {
  for (let it = element; it && it !== root; it = it.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(it).position) && !it.matches("th,td")) return true;
  }
  return false;
}

function overlaps() {
  scrollTo(0, 0);
  const mine = words().filter(it => !isFloating(it.parent) && !it.parent.closest(FORETASTE));
  const lines = mine.flatMap(({ parent, boxes, text }) => boxes.map(box => ({ parent, text, box })));
  lines.sort((one, other) => one.box.top - other.box.top);
  const found = new Set();
  lines.forEach((one, at) => {
    // The box of a line is higher than its letters.
    const low = one.box.bottom - one.box.height * 0.3;
    for (let next = at + 1; next < lines.length && lines[next].box.top < low; next++) {
      const other = lines[next], shared = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      if (other.parent === one.parent || low - other.box.top < other.box.height * 0.3) continue;
      if (shared > 2) found.add(`“${one.text}” and “${other.text}”`);
    }
  });
  return [...found];
}

// 1.4.3, 1.4.11: contrast of every word, and of the edges of what can be pressed.
const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true }), known = new Map();
function channels(colour) {
  if (!known.has(colour)) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    known.set(colour, [r, g, b, a / 255]);
  }
  return known.get(colour);
}
const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
function luminance(colour) {
  const [r, g, b] = colour.slice(0, 3).map(it => it / 255).map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
// What lies below everything: paper, in the colours that the reader has asked for.
function paper() {
  const made = root.appendChild(document.createElement("i"));
  made.style.backgroundColor = "Canvas";
  const colour = channels(getComputedStyle(made).backgroundColor);
  made.remove();
  return colour;
}
const groundOf = element => once("ground", element, () => {
  if (!element) return paper();
  const own = channels(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
});
const opacityOf = element => once("opacity", element, () => {
  return element ? +getComputedStyle(element).opacity * opacityOf(element.parentElement) : 1;
});
// The last shape of a drawing that lies below the middle of a text.
function shapeBelow(text) {
  const box = text.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
  const below = all("rect,circle,path", text.ownerSVGElement).filter(it => {
    const around = it.getBoundingClientRect(), isBefore = it.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
    const fill = getComputedStyle(it).fill, isSeen = fill !== "none" && channels(fill)[3];
    return isBefore && isSeen && around.left <= x && x <= around.right && around.top <= y && y <= around.bottom;
  });
  return below.length ? channels(getComputedStyle(below.at(-1)).fill) : groundOf(text.ownerSVGElement);
}

function pale() {
  const found = new Set();
  for (const { parent, text } of words()) {
    const style = getComputedStyle(parent), drawing = parent.closest("svg text");
    const ground = drawing ? shapeBelow(drawing) : groundOf(parent), ink = channels(drawing ? style.fill : style.color);
    const ratio = contrast(over([...ink.slice(0, 3), ink[3] * opacityOf(parent)], ground), ground);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) found.add(`${ratio.toFixed(2)} of “${text}” in ${start(parent)}`);
  }
  for (const it of all("input[placeholder]").filter(isThere)) {
    const ratio = contrast(over(channels(getComputedStyle(it, "::placeholder").color), groundOf(it)), groundOf(it));
    if (ratio < 4.5) found.add(`${ratio.toFixed(2)} of the words in ${start(it)}`);
  }
  return [...found];
}

function faint() {
  seen = new Map();
  return all("main .btn, main input:not([type=radio],[type=checkbox]), .seg label").filter(isThere).filter(it => {
    const ground = groundOf(it.parentElement), edge = over(channels(getComputedStyle(it).borderTopColor), ground);
    return Math.max(contrast(edge, ground), contrast(groundOf(it), ground)) < 3;
  }).map(told);
}

// 1.4.1, 1.4.11 with colours of the reader's own: what is chosen, what is aimed at and how far a level goes are still told.
function same() {
  const found = [], look = it => { const { backgroundColor, borderTopWidth, fontWeight } = getComputedStyle(it); return `${backgroundColor} ${borderTopWidth} ${fontWeight}` };
  for (const row of all(".seg").filter(isThere)) {
    const labels = all("label", row).filter(isThere), chosen = labels.find(it => it.querySelector(":checked"));
    const others = labels.filter(it => it !== chosen);
    if (chosen && others.some(it => getComputedStyle(it).backgroundColor === getComputedStyle(chosen).backgroundColor)) {
      found.push(`what is chosen looks like the rest: ${told(chosen)}`);
    }
  }
  for (const it of all(".lv > b, .dot, .spread i").filter(isThere)) {
    const style = getComputedStyle(it);
    if (!it.textContent.trim() || style.borderTopStyle === "none" || style.borderTopWidth === "0px") found.push(`a level without a number or an edge: ${told(it)}`);
  }
  for (const it of all(".goal").filter(isThere)) {
    const flag = it.querySelector("svg");
    if (!clean(it.textContent) || !flag || getComputedStyle(flag).fill !== getComputedStyle(it).color) found.push(`a goal without its flag: ${told(it)}`);
  }
  for (const it of all("[aria-current]").filter(isThere)) {
    const other = all(it.localName, it.closest("ul")).find(one => one !== it && !one.hasAttribute("aria-current"));
    if (other && !it.closest(".foot") && look(it) === look(other)) found.push(`where one is looks like the rest: ${told(it)}`);
  }
  return found;
}

// 2.5.8: what is pressed is large enough, unless it stands within words.
function isWithinWords(element) {
  const block = element.closest("p,li,dd,td,th,figcaption,h1,h2,h3,h4,h5");
  return getComputedStyle(element).display === "inline" && block && clean(block.textContent).length > clean(element.textContent).length;
}
function small() {
  const targets = all("a[href],button,summary,select,label:has(input),input:not([type=radio],[type=checkbox])");
  const boxes = new Map(targets.filter(it => isThere(it) && !isForEars(it)).map(it => [it, it.getBoundingClientRect()]));
  const isSmall = box => box.width < 24 || box.height < 24;
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  // Nothing else to press is nearer than a thumb is wide.
  function isAlone(it, box) {
    const [x, y] = middle(box);
    return Array.from(boxes).every(([other, around]) => {
      if (other === it || other.contains(it) || it.contains(other)) return true;
      const [ox, oy] = middle(around), nearest = [Math.min(Math.max(x, around.left), around.right), Math.min(Math.max(y, around.top), around.bottom)];
      return isSmall(around) ? Math.hypot(x - ox, y - oy) >= 24 : Math.hypot(x - nearest[0], y - nearest[1]) >= 12;
    });
  }
  // All of a card is pressed; its link is drawn over it.
  return [...boxes].filter(([it, box]) => isSmall(box) && !it.closest(".link, .md-skip") && !isWithinWords(it) && !isAlone(it, box)).map(([it]) => told(it));
}

// 2.2.2, 2.3.3: nothing moves for those who asked for it.
function moves() {
  const found = document.getAnimations().map(it => `it moves: ${start(it.effect.target)}`), takesTime = text => /[1-9]/.test(text);
  for (const it of all("*")) {
    for (const part of ["", "::before", "::after", "::placeholder"]) {
      const style = getComputedStyle(it, part);
      if (takesTime(style.transitionDuration) || (style.animationName !== "none" && takesTime(style.animationDuration))) found.push(start(it) + part);
    }
  }
  return found;
}

// For what is asked in between, as colours may have changed.
const afresh = () => { seen = new Map() };

window.asking = {
  headings, landmarks, links, names, pictures, tongues, wide, cut, overlaps, pale, faint, same, small, moves,
  nameOf, groundOf, contrast, channels, over, isThere, isHeard, told, afresh,
};
})();
