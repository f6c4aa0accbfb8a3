// Lighthouse's opinion of several pages, by one Chromium: what to ask comes in as JSON, and what it says goes out as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , program] = process.argv;
const beside = name => import(pathToFileURL(createRequire(program).resolve(name)));
const { snapshot } = await import(pathToFileURL(program));
const [{ launch }, { default: puppeteer }] = [await beside("chrome-launcher"), await beside("puppeteer-core")];
let asked = "";
for await (const part of process.stdin) asked += part;
const { urls, categories, flags, seconds } = JSON.parse(asked);
const chrome = await launch({ chromeFlags: flags });
const late = setTimeout(() => {
  chrome.kill();
  console.error(`it took longer than ${seconds} seconds`);
  process.exit(1);
}, seconds * 1000);
const reports = {};
try {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: null });
  for (const url of urls) {
    // What these categories ask does not depend on how a page was loaded, so it is looked at as it stands there.
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: "load" });
    const { lhr } = await snapshot(page, { flags: { onlyCategories: categories, formFactor: "mobile" } });
    reports[url] = { categories: lhr.categories, audits: lhr.audits, error: lhr.runtimeError?.message };
    await page.close();
  }
  await browser.disconnect();
} finally {
  clearTimeout(late);
  chrome.kill();
}
process.stdout.write(JSON.stringify(reports));
