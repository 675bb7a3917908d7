// Chromium for the page scripts: one way to start it, and one to run tests in it.
import puppeteer from "puppeteer-core";
import { readFileSync } from "node:fs";

const options = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"));

export function launch(executablePath, ...flags) {
  const args = [...options["goog:chromeOptions"].args, ...flags];
  return puppeteer.launch({ executablePath, headless: true, protocolTimeout: 600000, args });
}

// Has a tab show the page, until it can be driven.
export async function visit(page, url) {
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction("window.convlens", { timeout: 20000 });
}

// The page in a tab of its own.
export async function open(browser, url, { width = 1280, height = 800, before } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  if (before) await before(page);
  await visit(page, url);
  return page;
}

// Runs each test, whatever became of the one before, and says so. Given the same tests once for each of several
// browsers, these take what comes next side by side.
export async function run(...sides) {
  let failed = 0;
  const left = Object.keys(sides[0]);
  const work = async (tests) => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const start = performance.now();
      try {
        await tests[name]();
        console.log(`ok      ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        console.log(`FAILED  ${name}\n${error.message}`);
      }
    }
  };
  await Promise.all(sides.map(work));
  process.exitCode = failed > 0 ? 1 : 0;
}
