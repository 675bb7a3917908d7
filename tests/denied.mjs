// What a browser or its user denies, what a link may not do: node tests/denied.mjs <dist> <chromium>
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { launch, open, run } from "./browser.mjs";
import { serve, site } from "./lab/serve.mjs";

const [dist, chromium] = process.argv.slice(2);
const convlens = await site(dist);
const { url } = convlens;
const browser = await launch(chromium);

// Each runs in the page before its own scripts.
const refuse = (name) => `Object.defineProperty(globalThis, "${name}", { get() { throw new DOMException("denied", "SecurityError"); } });`;
const DENIED = {
  "storage": ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"].map(refuse).join("")
    + `Object.defineProperty(Document.prototype, "cookie", { get() { throw new DOMException("denied", "SecurityError"); } });`,
  "the clipboard": "Clipboard.prototype.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));",
  "the clipboard, which is not there": "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });",
  "the clipboard, which throws": "Object.defineProperty(Navigator.prototype, 'clipboard', { get() { throw new TypeError('denied'); } });",
  "createImageBitmap": "delete globalThis.createImageBitmap;",
  "MediaRecorder": "delete globalThis.MediaRecorder;",
};
DENIED.all = Object.values(DENIED).filter((_, at) => at !== 1 && at !== 2).join("");

async function visit(to, before) {
  const faults = [];
  const requests = [];
  const page = await open(browser, to, { before: async (page) => {
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("request", (request) => requests.push(request.url()));
    if (before) await page.evaluateOnNewDocument(before);
  } });
  return { page, faults, requests };
}

const shown = (page, text) => page.waitForFunction((text) => document.body.innerText.includes(text), { polling: 50, timeout: 20000 }, text);
const copyButton = ".tools ::-p-text(Copy)";

// The text that a click on "Copy" brings to the clipboard by way of the event.
async function copied(page) {
  await page.evaluate(() => {
    window.copied = undefined;
    addEventListener("copy", (event) => (window.copied = event.clipboardData.getData("text/plain")));
  });
  await page.click(copyButton);
  await shown(page, "Copied");
  return page.evaluate("window.copied");
}

// In a page with all its parts: it steps, a parameter changes, a chart opens.
async function use(page) {
  await page.evaluate(() => convlens.pause());
  const step = () => page.evaluate(() => Number(convlens.get().step));
  const before = await step();
  await page.click(".moves .play + button");
  assert.equal(await step(), before + 1);
  await page.click("[data-field=padding] input");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => convlens.get().layer.includes("padding=1"));
  await page.click(".size-chart summary");
  await page.waitForSelector(".size-chart .chart svg");
}

const HOSTILE = `<img src=x onerror="window.hit=1"><svg onload="window.hit=1"></svg><script>window.hit=1</scr` + "ipt>";
const KEYS = ["layer", "shape", "input", "weight", "bias", "input.0", "seed", "step", "order", "flip", "picture", "theme", "lang", "speed", "autoplay", "embed", "hide", "lock", "b", "b.layer", "lesson", HOSTILE, "__proto__", "constructor"];

// Runs in the page: elements that the page never makes, and what such an element would have done.
function foreign() {
  const made = [...document.querySelectorAll("img, iframe, object, embed, body script, base, form, [onerror], [onload], [onclick], [style*=url], a[href^='javascript:' i]")];
  return { made: made.map(({ outerHTML }) => outerHTML.slice(0, 100)), hit: window.hit ?? null };
}
const NONE = { made: [], hit: null };

await run({
  ...Object.fromEntries(Object.entries(DENIED).map(([name, before]) => [`without ${name} it steps, changes, draws and copies`, async () => {
    const { page, faults } = await visit(url, before);
    await use(page);
    const line = await copied(page);
    if (name.includes("clipboard") || name === "all") assert.match(line, /^nn\.Conv2d\(.*padding=1/);
    assert.deepEqual(faults, []);
    await page.close();
  }])),

  async "where nothing copies, the text stands there selected, and says so"() {
    const { page, faults } = await visit(url, `${DENIED["the clipboard"]} Document.prototype.execCommand = () => false;`);
    await page.click(copyButton);
    await shown(page, "copy it by hand");
    const selected = await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    });
    assert.match(selected, /^nn\.Conv2d\(1, 1, kernel_size=3/);
    assert.deepEqual(await page.evaluate(foreign), NONE);
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "in use it asks no other host and stores nothing"() {
    const { page, faults, requests } = await visit(`${url}?picture=padding`);
    await use(page);
    await page.select(".theme select", "dark");
    const pictures = await page.$$eval(".explain select option", (options) => options.map(({ value }) => value));
    assert.ok(pictures.length > 3, `pictures: ${pictures}`);
    for (const picture of pictures) {
      await page.evaluate((picture) => convlens.set({ picture }), picture);
      await page.waitForSelector(".explain svg");
    }
    const others = requests.filter((request) => !/^(data|blob):/.test(request) && !request.startsWith(url));
    assert.deepEqual(others, []);
    const stored = await page.evaluate(async () => [
      localStorage.length, sessionStorage.length, document.cookie.length, (await indexedDB.databases()).length,
      (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
    ]);
    assert.deepEqual(stored, [0, 0, 0, 0, 0, 0]);
    assert.deepEqual(faults, []);
    await page.close();
  },

  async "in a sandbox, where no worker can be had, a layer is still tried on an image"() {
    const sandbox = await serve(dist, {
      headers: () => ({ "Access-Control-Allow-Origin": "*" }),
      otherwise: (name) => (name === "/course.html"
        ? { headers: { "Content-Type": "text/html" }, body: `<iframe sandbox="allow-scripts" src="./" width="800" height="600"></iframe>` }
        : {}),
    });
    const page = await browser.newPage();
    await page.goto(`${sandbox.url}course.html`);
    const frame = page.frames()[1];
    await frame.waitForSelector(".tools [data-needs=image]");
    await frame.waitForFunction("window.convlens");
    await frame.$eval(".tools [data-needs=image]", (button) => button.click());
    await frame.waitForFunction(() => document.querySelector(".image-panel")?.innerText.includes("Output, 1 × 510 × 510"), { polling: 50, timeout: 20000 });
    await page.close();
    sandbox.close();
  },

  async "no part of a link becomes an element"() {
    const links = KEYS.map((key) => [[key, HOSTILE]]);
    links.push(KEYS.map((key) => [key, HOSTILE]));
    links.push([["layer", `Conv2d(1,1,3,${HOSTILE}=2)`], ["hide", `tools,${HOSTILE}`]]);
    links.push([["layer", `nn.Sequential(${HOSTILE}: Conv2d(1,1,3))`]]);
    for (const link of links) {
      const query = link.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
      const { page, faults } = await visit(`${url}?${query}`);
      assert.deepEqual(await page.evaluate(foreign), NONE, query);
      assert.deepEqual(faults, [], query);
      assert.equal(await page.title(), "ConvLens: what a convolution layer does");
      await page.close();
    }
  },

  async "a warning says a hostile name as a text"() {
    const { page } = await visit(`${url}?layer=${encodeURIComponent(`Conv2d(1,1,3,${HOSTILE}=2)`)}&hide=${encodeURIComponent("<img>")}`);
    const warned = await page.$eval(".warnings", ({ innerText }) => innerText);
    assert.match(warned, /<img/);
    await page.close();
  },

  async "nothing that is typed, pasted, set or told becomes an element"() {
    const { page, faults } = await visit(`${url}?layer=Conv2d(1,1,3)`);
    await page.evaluate((text) => {
      const paste = (where) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", `Conv2d(1, 1, ${text})`);
        where.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      };
      paste(document.querySelector(".line"));
    }, HOSTILE);
    await page.click(".tools ::-p-text(Paste a layer)");
    await page.waitForSelector(".paste input");
    await page.type(".paste input", `Conv2d(1, 1, ${HOSTILE})`);
    await page.click("[data-field=padding] input", { count: 3 });
    await page.keyboard.type(HOSTILE);
    await page.keyboard.press("Enter");
    const told = await page.evaluate(async (keys, text) => {
      const all = [];
      for (const key of keys) await convlens.set({ [key]: text }).catch(({ message }) => all.push(message));
      return all;
    }, KEYS, HOSTILE);
    assert.ok(told.length > 0);
    await page.evaluate((text) => convlensPanicked(text), HOSTILE);
    assert.deepEqual(await page.evaluate(foreign), NONE);
    assert.deepEqual(faults, []);
    await page.close();
  },

  "no script makes code of a text, and the page holds none"() {
    const scripts = readdirSync(dist).filter((name) => /\.m?js$/.test(name));
    assert.ok(scripts.length >= 3);
    for (const name of scripts) {
      assert.doesNotMatch(readFileSync(join(dist, name), "utf8"), /\beval\s*\(|\bFunction\s*\(|document\.write|insertAdjacentHTML|set(Timeout|Interval)\s*\(\s*["'`]/, name);
    }
    const page = readFileSync(join(dist, "index.html"), "utf8");
    assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|javascript:/i);
  },
});
await browser.close();
convlens.close();
