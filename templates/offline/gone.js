// This site keeps no copies for reading offline any more: whoever has one is rid of it at the next visit.
const ENDING = ` ${registration.scope}`;

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clear()));

async function clear() {
  for (const name of await caches.keys()) {
    if (name.startsWith("continuum-offline-") && name.endsWith(ENDING)) await caches.delete(name);
  }
  await registration.unregister();
}
