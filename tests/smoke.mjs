// What must hold of the optimised build: node tests/smoke.mjs <url> <chromium>
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { tests as asleep } from "./asleep.mjs";
import { launch, open } from "./browser.mjs";

const [url, chromium] = process.argv.slice(2);
const browser = await launch(chromium);
const origin = new URL(url).origin;
const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// Notes what a page must not do, from before its first line runs.
async function watch(page) {
  const seen = { faults: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") seen.faults.push(message.text());
  });
  page.on("pageerror", (error) => seen.faults.push(error.message));
  page.on("requestfailed", (request) => seen.faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:")) seen.requests.push(request.url());
  });
  await page.evaluateOnNewDocument(() => {
    window.seen = { violations: [], shift: 0 };
    document.addEventListener("securitypolicyviolation", (event) => seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return seen;
}

const tests = {
  async "the first picture stands in the source, under the strict policy"() {
    const answer = await fetch(url);
    assert.match(answer.headers.get("content-security-policy"), /^default-src 'none'/);
    assert.match(await answer.text(), /<div id="app">.*<svg[\s>]/s);
  },

  async "it loads without a fault, a foreign request, or a stored byte"() {
    let seen;
    const page = await open(browser, url, { before: async (page) => (seen = await watch(page)) });
    await page.evaluate(() => convlens.step(1));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await page.evaluate("seen.violations"), []);
    assert.deepEqual(seen.requests.filter((request) => !request.startsWith(origin)), []);
    assert.ok(seen.requests.length <= 6, `${seen.requests.length} requests: ${seen.requests.join(" ")}`);
    const stored = await page.evaluate(async () => [
      localStorage.length, sessionStorage.length, document.cookie.length,
      (await indexedDB.databases()).length, (await caches.keys()).length,
    ]);
    assert.deepEqual(stored, [0, 0, 0, 0, 0]);
    await page.close();
  },

  async "nothing moves when the picture comes alive"() {
    for (const width of [280, 768, 1280]) {
      const page = await open(browser, url, { width, before: watch });
      await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
      assert.equal(await page.evaluate("seen.shift"), 0, `layout shift at ${width} px`);
      await page.close();
    }
  },

  async "it steps"() {
    const page = await open(browser, url);
    const steps = await page.evaluate(async () => {
      convlens.pause();
      convlens.seek(0);
      const first = convlens.get().step ?? 0;
      convlens.step(1);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return [Number(first), Number(convlens.get().step)];
    });
    assert.deepEqual(steps, [0, 1]);
    await page.close();
  },

  async "every golden case gives PyTorch's bits, or is refused for the same parameter"() {
    const lines = readFileSync(new URL("../crates/conv/tests/data/conv.jsonl", import.meta.url), "utf8").trim().split("\n");
    assert.equal(lines.length, 617);
    const page = await open(browser, url);
    const wrong = [];
    for (let at = 0; at < lines.length; at += 50) {
      wrong.push(...await page.evaluate(async (lines) => {
        const wrong = [];
        for (const { id, spec, input, weight, bias, output, error } of lines.map((line) => JSON.parse(line))) {
          let got;
          try {
            got = await convlens.compute({ spec, input, weight, bias });
          } catch (refusal) {
            if (refusal.field !== error?.field) wrong.push(`${id}: ${refusal.field ?? refusal}, not ${error?.field ?? "accepted"}`);
            continue;
          }
          if (error) wrong.push(`${id}: accepted, not refused for ${error.field}`);
          else if (String(got.shape) !== String(output.shape)) wrong.push(`${id}: shape ${got.shape}`);
          else if (!(got.data instanceof Float32Array) || !output.data.every((value, i) => value === got.data[i])) wrong.push(`${id}: data`);
        }
        return wrong;
      }, lines.slice(at, at + 50)));
    }
    assert.deepEqual(wrong, []);
    await page.close();
  },

  async "axe finds nothing, light and dark, narrow to wide"() {
    const all = [];
    for (const scheme of ["light", "dark"]) {
      for (const width of [280, 768, 1280]) {
        const before = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        const page = await open(browser, url, { width, before });
        await page.evaluate(() => convlens.pause());
        await page.evaluate(axe);
        const found = await page.evaluate(async () => (await window.axe.run()).violations
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`));
        all.push(...found.map((line) => `${scheme}, ${width} px: ${line}`));
        await page.close();
      }
    }
    assert.deepEqual(all, []);
  },

  async "a panic is named, and one key brings the last good scene back"() {
    const page = await open(browser, url);
    const scene = () => page.evaluate(() => {
      const { step, playing, ...scene } = convlens.get();
      return scene;
    });
    await page.evaluate(() => convlens.pause());
    const good = await scene();
    for (let times = 0; times < 3; times += 1) {
      await page.evaluate(() => convlensPanicked("a wrong turn"));
      assert.ok(await page.$eval("#panic", (panel) => panel.open && panel.innerText.includes("a wrong turn")));
      await page.keyboard.press("Enter");
      await page.waitForFunction("window.convlens && !document.getElementById('panic').open");
      assert.deepEqual(await scene(), good);
    }
    await page.close();
  },
};

let failed = 0;
for (const [name, test] of Object.entries({ ...tests, ...asleep(browser, url, watch) })) {
  const start = performance.now();
  try {
    await test();
    console.log(`ok      ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.message}`);
  }
}
await browser.close();
process.exitCode = failed > 0 ? 1 : 0;
