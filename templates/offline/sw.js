// Answers with the copy that a family keeps, where there is no connection. It knows every address that the site itself
// publishes (SITE, which the builder adds below), and leaves any other request to the browser. What is kept was fetched
// and compared by the page “offline/”; nothing is ever added here.
const STORE = `continuum-offline-1 ${registration.scope}`;
const PATIENCE = 3000, PAUSE = 20000;
const root = new URL(registration.scope).pathname;
// Pages that came from the copy: their styles and pictures come from there too.
const ofCopy = new Set();
let known, kept, away = 0;

addEventListener("install", () => skipWaiting());
addEventListener("message", event => { if (event.data === "changed") kept = undefined });
addEventListener("fetch", event => {
  const address = listed(event.request);
  if (address !== undefined) event.respondWith(answer(event, address));
});

// The address within the site, where it is one of the site's own.
function listed({ method, mode, url }) {
  const { origin, pathname, searchParams } = new URL(url);
  if (method !== "GET" || origin !== location.origin || !pathname.startsWith(root)) return;
  // The page “offline/” asks past us for what it compares.
  if (searchParams.has("fresh")) return;
  known ??= { pages: new Set(SITE.pages), files: new Set(SITE.files), aside: new Set(SITE.aside) };
  const address = pathname.slice(root.length);
  const isPage = SITE.languages.some(({ folder }) => address.startsWith(folder) && known.pages.has(address.slice(folder.length)));
  const isFile = known.files.has(address) || SITE.folders.some(folder => address.startsWith(folder));
  if (isPage || isFile || (mode === "navigate" && known.aside.has(address))) return address;
}

// The network first, and what is kept when that is slow or gone. Where it is gone it is not asked again for a while.
async function answer({ request, clientId, resultingClientId }, address) {
  const isPage = request.mode === "navigate", copy = await copyOf(address);
  if (!copy && !isPage) return fetch(request);
  if (!copy || !(ofCopy.has(clientId) || Date.now() < away)) {
    try {
      const response = await Promise.race([fetch(request), ...(copy ? [late()] : [])]);
      if (!copy || response.status < 500) return response;
    } catch {
      away = Date.now() + PAUSE;
    }
  }
  if (!copy) return instead(address);
  if (isPage) ofCopy.add(resultingClientId);
  return copy;
}

function late() {
  return new Promise((_, refuse) => setTimeout(refuse, PATIENCE));
}

// Asked for in a way that never makes a store where there is none.
function stored(name) {
  return caches.match(new URL(`offline/${name}`, registration.scope), { cacheName: STORE });
}

async function copyOf(address) {
  for (const list of await lists()) {
    const digest = list.digests.get(list.same[address] ?? address);
    if (digest) return stored(`kept/${digest}`);
  }
}

// The lists of the languages that are kept.
function lists() {
  return kept ??= Promise.all(SITE.languages.map(listOf)).then(found => found.filter(Boolean));
}

async function listOf({ language }) {
  const list = await (await stored(`${language}.json`))?.json();
  return list && { ...list, digests: new Map(list.files.map(([address, digest]) => [address, digest])) };
}

// For a page that is not kept, the page “offline/”, which says so: in the language that was asked for, if that is kept.
async function instead(address) {
  const all = await lists(), asked = SITE.languages.find(({ folder }) => folder && address.startsWith(folder))?.language;
  const list = all.find(({ language }) => language === asked) ?? all[0];
  if (!list) return Response.error();
  const way = `${list.folder}offline/?page=${encodeURIComponent(address)}#away`;
  return Response.redirect(new URL(way, registration.scope));
}
