// Chromium for the page scripts: one way to start it.
import puppeteer from "puppeteer-core";
import { readFileSync } from "node:fs";

const options = JSON.parse(readFileSync(new URL("../webdriver.json", import.meta.url), "utf8"));

export function launch(executablePath) {
  return puppeteer.launch({ executablePath, headless: true, protocolTimeout: 600000, args: options["goog:chromeOptions"].args });
}

// Opens the page and waits until it can be driven.
export async function open(browser, url, { width = 1280, height = 800, before } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  if (before) await before(page);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction("window.convlens", { timeout: 20000 });
  return page;
}
