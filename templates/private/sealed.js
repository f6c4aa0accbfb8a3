// What a reader sees: opening, open, hidden again. Before an idle page is hidden it says so, and any sign keeps it open.
const SOON = 13 * 60e3;
const IDLE = 15 * 60e3;
const root = document.documentElement;
const state = document.getElementById("state");
const shell = document.querySelector("main");
let page = null;
let seen = Date.now();

function say(name) {
  state.textContent = state.dataset[name];
  state.className = shell.hidden ? name : "";
}

async function start() {
  if (top !== self) return say("framed");
  if (!isSecureContext || !crypto.subtle) return say("https");
  // What stands there from the beginning asks for a newer browser.
  if (!self.DecompressionStream) return;
  if (!location.hash) return say("locked");
  try {
    page = parsed(await opened(document.getElementById("sealed").textContent, location.hash.slice(1)));
  } catch {
    return say("wrong");
  }
  history.replaceState(null, "", location.href.split("#")[0]);
  shell.hidden = true;
  document.body.append(...page);
  seen = Date.now();
  say("open");
}

function hide() {
  if (!page) return;
  shell.hidden = false;
  say("hidden");
  state.focus();
  page.forEach(node => node.remove());
  page = null;
}

function look() {
  const idle = Date.now() - seen;
  if (idle >= IDLE) hide();
  else if (page && idle >= SOON && state.className !== "soon") say("soon");
}

function stay() {
  look();
  seen = Date.now();
  if (state.className === "soon") say("open");
}

document.addEventListener("click", event => {
  const what = event.target.closest("[data-do]")?.dataset.do;
  if (what === "hide") hide();
  if (what === "print-all") root.classList.add("all");
  if (/^print/.test(what)) print();
});
addEventListener("afterprint", () => root.classList.remove("all"));
for (const sign of ["pointerdown", "pointermove", "keydown", "scroll"]) {
  addEventListener(sign, stay, { capture: true, passive: true });
}
setInterval(look, 10000);
document.addEventListener("visibilitychange", look);
addEventListener("pagehide", hide);
addEventListener("hashchange", () => page || location.reload());
start();
