// Lighthouse's opinion of several pages, by one Chromium: what to ask comes in as JSON, and what it says goes out as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [, , program] = process.argv;
const { default: lighthouse } = await import(pathToFileURL(program));
const { launch } = await import(pathToFileURL(createRequire(program).resolve("chrome-launcher")));
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
  for (const url of urls) {
    // Nothing is slowed down or waited for: these categories say nothing of speed.
    const calm = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0 };
    const options = { port: chrome.port, onlyCategories: categories, throttlingMethod: "provided", disableFullPageScreenshot: true, ...calm };
    const { lhr } = await lighthouse(url, options);
    reports[url] = { categories: lhr.categories, audits: lhr.audits, error: lhr.runtimeError?.message };
  }
} finally {
  clearTimeout(late);
  chrome.kill();
}
process.stdout.write(JSON.stringify(reports));
