// What the scripts of pages make of each vector; null where they refuse it.
const hexOf = bytes => bytes && Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
async function orNull(attempt) {
  try {
    return await attempt();
  } catch {
    return null;
  }
}
async function answersTo({ secrets, links, codes, pages }) {
  const each = async (list, ask) => {
    const found = [];
    for (const it of list) found.push(await orNull(() => ask(it)));
    return found;
  };
  return {
    secrets: await each(secrets, async it => [await pageId(readLink(it.link)), linkOf(readTyped(it.code).secret)]),
    links: await each(links, it => hexOf(readLink(it.text))),
    codes: await each(codes, it => hexOf(readTyped(it.text).secret) ?? null),
    pages: await each(pages, it => opened(it.envelope, it.secret)),
  };
}
