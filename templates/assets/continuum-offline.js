// The page “offline/”: keeps a copy of the site on this device, brings it up to date, and removes it. Nothing of this
// happens before somebody presses a button. A file is kept under the digest of what it holds, and the list of files is
// kept last, so a copy is whole, or it is the one before.
(function () {
  const d = document, root = new URL("../", d.currentScript.src), box = d.querySelector("[data-offline]"), say = box.dataset;
  const form = box.querySelector("form"), state = box.querySelector("[role=status]"), bar = box.querySelector("progress");
  const STORE = `continuum-offline-1 ${root}`, AT_ONCE = 4, TOLD = 2000;
  const place = address => new URL(address, root), placeOf = digest => place(`offline/kept/${digest}`);
  const listAt = place(`offline/${say.language}.json`), isList = url => url.endsWith(".json");
  let stopping;

  class Trouble extends Error {}

  function tell(text, values = {}) {
    state.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  // These buttons and no others; who has just pressed one that goes away finds the next in its place.
  function offer(...names) {
    const buttons = [...form.querySelectorAll("button")], isHere = buttons.includes(d.activeElement);
    for (const button of buttons) button.hidden = !names.includes(button.name);
    if (isHere) buttons.find(button => !button.hidden).focus();
  }

  async function keptList() {
    return (await caches.match(listAt, { cacheName: STORE }))?.json();
  }

  // What stands there when nothing is going on.
  async function rest(text = "", values = {}) {
    const list = await keptList(), style = { dateStyle: "long", timeStyle: "short" };
    // A day before its month is clear to everybody who reads English.
    const tongue = say.language === "en" ? "en-GB" : `${say.language}-u-nu-latn`;
    const when = list && new Date(list.when).toLocaleString(tongue, style);
    bar.hidden = true;
    offer(...list ? ["update", "remove"] : ["keep"]);
    if (list && form.pictures) form.pictures.checked = list.pictured;
    tell(`${text} ${list ? say.sayKept : text ? "" : say.sayNone}`.trim(), { ...values, when });
  }

  // What the site answers now. The mark in the address keeps caches on the way, and our own worker, out of it.
  async function got(address, mark, signal) {
    const at = place(address);
    if (!at.href.startsWith(root.href)) throw new Trouble(say.sayChanging);
    at.searchParams.set("fresh", mark);
    try {
      const response = await fetch(at, { cache: "no-store", signal });
      return [response, await response.arrayBuffer()];
    } catch (error) {
      throw signal.aborted ? error : new Trouble(say.sayFailed);
    }
  }

  // A few signs that change whenever one of the bytes does.
  async function digestOf(body) {
    const start = new Uint8Array(await crypto.subtle.digest("SHA-256", body)).subarray(0, 12);
    return btoa(String.fromCharCode(...start)).replace(/\+/g, "-").replace(/\//g, "_");
  }

  // A file of the list. One that holds something else is of another state of the site, or the network's own page.
  async function fetched([address, digest], signal) {
    const [response, body] = await got(address, digest, signal), headers = new Headers(response.headers);
    if (!response.ok || await digestOf(body) !== digest) throw new Trouble(say.sayChanging);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    return new Response(body, { headers });
  }

  async function listNow(signal) {
    const [response, body] = await got(`offline/${say.language}.json`, Date.now(), signal);
    if (!response.ok) throw new Trouble(say.sayChanging);
    try {
      return JSON.parse(new TextDecoder().decode(body));
    } catch {
      throw new Trouble(say.sayChanging);
    }
  }

  async function bring(wanted, kept, signal) {
    const queue = wanted.slice(), m = wanted.length;
    let n = 0, told = Date.now();
    async function some() {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await kept.put(placeOf(file[1]), await fetched(file, signal));
        bar.value = ++n;
        if (Date.now() - told < TOLD) continue;
        tell(say.sayBusy, { n, m });
        told = Date.now();
      }
    }
    Object.assign(bar, { max: m || 1, value: 0, hidden: !m });
    if (m) tell(say.sayBusy, { n, m });
    await Promise.all(Array.from({ length: AT_ONCE }, some));
  }

  // Forget what no list names, and say how many lists there are.
  async function sweep(kept) {
    const all = (await kept.keys()).map(({ url }) => url), lists = all.filter(isList), used = new Set(lists);
    for (const url of lists) {
      for (const [, digest] of (await (await kept.match(url)).json()).files) used.add(placeOf(digest).href);
    }
    for (const url of all) if (!used.has(url)) await kept.delete(url);
    return lists.length;
  }

  async function worker() {
    try {
      return await navigator.serviceWorker.register(place("sw.js"), { scope: root, updateViaCache: "none" });
    } catch {
      throw new Trouble(say.sayCannot);
    }
  }

  async function keep() {
    const isNew = !await keptList(), { signal } = stopping;
    offer("halt");
    tell(say.sayBegun);
    navigator.storage?.persist?.();
    const { pictures, ...list } = await listNow(signal), kept = await caches.open(STORE);
    const pictured = !!form.pictures?.checked, files = pictured ? [...list.files, ...pictures] : list.files;
    const there = new Set((await kept.keys()).map(({ url }) => url)), once = new Map(files.map(file => [file[1], file]));
    const wanted = [...once.values()].filter(([, digest]) => !there.has(placeOf(digest).href));
    await bring(wanted, kept, signal);
    const { active } = await worker(), entry = { ...list, files, same: pictured ? list.same : {}, pictured, when: new Date() };
    await kept.put(listAt, new Response(JSON.stringify(entry), { headers: { "content-type": "application/json" } }));
    await sweep(kept);
    active?.postMessage("changed");
    await rest(isNew ? say.sayDone : wanted.length ? say.sayUpdated : say.saySame, { n: wanted.length });
  }

  async function remove() {
    const kept = await caches.open(STORE), registration = await navigator.serviceWorker.getRegistration(root);
    const isOurs = registration?.scope === root.href;
    await kept.delete(listAt);
    if (isOurs) registration.active?.postMessage("changed");
    if (!await sweep(kept)) {
      await caches.delete(STORE);
      if (isOurs) await registration.unregister();
    }
    await rest(say.sayGone);
  }

  // One thing at a time, also where the page is open twice.
  async function pressed(work) {
    stopping = new AbortController();
    try {
      await navigator.locks.request(STORE, { ifAvailable: true }, lock => {
        if (!lock) throw new Trouble(say.sayElsewhere);
        return work();
      });
    } catch (error) {
      const said = { QuotaExceededError: say.sayFull, AbortError: say.sayStopped }[error.name] ?? say.sayFailed;
      stopping.abort();
      await rest(error instanceof Trouble ? error.message : said);
    }
  }

  // Whoever was led here from a page that is not kept can try that page again.
  function again() {
    const link = d.querySelector("[data-again]"), page = new URLSearchParams(location.search).get("page");
    const to = page !== null && URL.canParse(page, root) && place(page);
    if (!to || !to.href.startsWith(root.href)) return;
    link.href = to;
    link.closest("li").hidden = false;
  }

  const without = box.querySelector("[data-without]");
  if (!navigator.serviceWorker || !navigator.locks || !self.caches || !crypto.subtle || !URL.canParse) {
    without.textContent = say.sayCannot;
    return;
  }
  again();
  const works = { keep: () => pressed(keep), update: () => pressed(keep), remove: () => pressed(remove), halt: () => stopping.abort() };
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("click", ({ target }) => works[target.closest("button")?.name]?.());
  without.hidden = true;
  form.hidden = false;
  rest();
})();
