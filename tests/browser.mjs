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

// Runs the tests of each group in turn, whatever became of the one before, and the groups side by side. Says so.
export async function run(...groups) {
  let failed = 0;
  const each = async (tests) => {
    for (const [name, test] of Object.entries(tests)) {
      const start = performance.now();
      try {
        await test();
        console.log(`ok      ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        console.log(`FAILED  ${name}\n${error.message}`);
      }
    }
  };
  await Promise.all(groups.map(each));
  process.exitCode = failed > 0 ? 1 : 0;
}
