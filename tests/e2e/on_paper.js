// Signs in a page that is about to be printed, by which a test finds on which sheet something begins and ends.
(kinds) => {
  const main = document.getElementById("main"), found = {};
  // Letters alone: numbers change their places amid words from right to left. The last one may be lost there.
  const named = (letter, number) => `q${letter}` + [...String(number).padStart(4, "0")].map((it) => "abcdefghij"[it]).join("") + "z";
  const sign = (letter, number) => {
    const it = document.createElement("bdi");
    it.dir = "ltr";
    it.style.cssText = "font: 1px/0 monospace; letter-spacing: 0";
    it.textContent = named(letter, number);
    return it;
  };
  const isShown = (it) => it.getClientRects().length && getComputedStyle(it).visibility === "visible";
  // What is clipped away is there for those who listen.
  const isSeen = (it) => isShown(it) && it.getBoundingClientRect().width > 2;
  const texts = (within) => {
    const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT), all = [];
    for (let node; (node = walk.nextNode()); ) if (node.data.trim() && isSeen(node.parentElement) && !node.parentElement.closest("svg,.vh")) all.push(node);
    return all;
  };
  let number = 0;
  for (const kind in kinds) {
    found[kind] = [];
    for (const it of main.querySelectorAll(kinds[kind])) {
      if (!isSeen(it)) continue;
      const inside = texts(it), last = inside[inside.length - 1];
      // Of a heading, what follows it has to be on the same sheet; of anything else, its own end.
      const all = kind === "headings" ? texts(main) : inside;
      const end = kind === "headings" ? all[all.indexOf(last) + 1] : last;
      if (!last || !end) continue;
      number += 1;
      inside[0].before(sign("b", number));
      if (kind === "headings") end.before(sign("e", number)); else end.after(sign("e", number));
      found[kind].push(number);
    }
  }
  return found;
};
