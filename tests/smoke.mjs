// What must hold of the optimised build: node tests/smoke.mjs <url> <chromium>
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { accessibility } from "./accessibility.mjs";
import { tests as asleep } from "./asleep.mjs";
import { audit } from "./audit.mjs";
import { launch, open, run } from "./browser.mjs";
import { composer } from "./composer.mjs";
import { embed } from "./embed.mjs";
import { explain } from "./explain.mjs";
import { exported } from "./export.mjs";
import { image } from "./image.mjs";
import { languages } from "./language.mjs";
import { taught } from "./lessons.mjs";
import { teach } from "./teach.mjs";

const [url, chromium] = process.argv.slice(2);
const browsers = await Promise.all([launch(chromium), launch(chromium)]);
const origin = new URL(url).origin;

// Notes what a page must not do, from before its first line runs.
async function watch(page) {
  const seen = { faults: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") seen.faults.push(message.text());
  });
  page.on("pageerror", (error) => seen.faults.push(error.message));
  page.on("requestfailed", (request) => {
    // A frame that is shown another address gives up what it was fetching.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") seen.faults.push(`failed: ${request.url()}`);
  });
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

// Runs in the page: long enough for what it does by itself.
const rest = () => new Promise((done) => setTimeout(done, 500));

// The requests for the parts of the wasm that are not there from the start.
async function parts(page, seen) {
  const names = await page.$eval("meta[name=convlens-later]", ({ content }) => content.split(" ").map((name) => name.slice(2)));
  return seen.requests.map((request) => request.split("/").at(-1)).filter((name) => names.includes(name)).sort();
}

const other = { layer: "Conv2d(1,1,3,padding=1)" };
const set = (page, scene) => page.evaluate((scene) => convlens.set(scene).then(() => convlens.get().layer), scene);

// Runs in the page: makes the wasm trap as a panic does, by asking for more memory than there can be.
const trap = (glue) => glue.boot(document.body, { length: 2 ** 32 - 1 });

const opening = (browser) => ({
  async "the first picture stands in the source, under the strict policy"() {
    const answer = await fetch(url);
    assert.match(answer.headers.get("content-security-policy"), /^default-src 'none'/);
    assert.match(await answer.text(), /<div id="app">.*<svg[\s>]/s);
  },

  async "it loads without a fault, a foreign request, or a stored byte"() {
    let seen;
    const page = await open(browser, url, { before: async (page) => (seen = await watch(page)) });
    await page.evaluate(() => convlens.step(1));
    await page.evaluate(rest);
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

  async "a part of the wasm is asked for when it is first used, and once"() {
    let seen;
    const page = await open(browser, url, { before: async (page) => (seen = await watch(page)) });
    await page.evaluate(rest);
    assert.deepEqual(await parts(page, seen), []);
    assert.match(await set(page, other), /padding=1/);
    const asked = await parts(page, seen);
    assert.ok(asked.some((name) => name.startsWith("controls-")), `asked for ${asked}`);
    assert.equal(new Set(asked).size, asked.length, `asked for ${asked}`);
    await set(page, { layer: "Conv2d(1,1,2)" });
    assert.deepEqual(await parts(page, seen), asked);
    assert.deepEqual(seen.faults, []);
    await page.close();
  },

  async "a link asks for its parts at once, and once"() {
    let seen;
    const page = await open(browser, `${url}?layer=Conv2d(1,1,2)`, { before: async (page) => (seen = await watch(page)) });
    await page.evaluate(rest);
    const asked = await parts(page, seen);
    assert.ok(asked.length > 0);
    assert.equal(new Set(asked).size, asked.length, `asked for ${asked}`);
    assert.deepEqual(seen.faults, []);
    await page.close();
  },

  async "compute answers before it returns, whether its part is unasked for, on its way, or there"() {
    const [line] = readFileSync(new URL("../crates/conv/tests/data/conv.jsonl", import.meta.url), "utf8").split("\n");
    const { spec, input, weight, bias, output } = JSON.parse(line);
    for (const before of ["", "convlens.set({ seed: 7 })", "await convlens.set({ seed: 7 })"]) {
      const page = await open(browser, url);
      const got = await page.evaluate(`(async () => {
        ${before};
        const { shape, data } = convlens.compute(${JSON.stringify({ spec, input, weight, bias })});
        return { shape: [...shape], data: [...data] };
      })()`);
      assert.deepEqual(got, { shape: output.shape, data: output.data }, before);
      assert.match(await set(page, other), /padding=1/, before);
      await page.close();
    }
  },

  async "a part that cannot be had is told of, and had when it can be"() {
    const page = await open(browser, url);
    let broken = true;
    await page.setRequestInterception(true);
    page.on("request", (request) => (broken && request.url().includes("/controls-") ? request.abort() : request.continue()));
    await assert.rejects(set(page, other));
    const fault = await page.evaluate(async () => {
      const told = ({ code, field, message }) => ({ code, field, says: message.length > 0 });
      let thrown;
      try { convlens.compute({}); } catch (error) { thrown = told(error); }
      return [await convlens.set({ seed: 2 }).catch(told), thrown];
    });
    assert.deepEqual(fault, Array(2).fill({ code: "unknown", field: "", says: true }));
    assert.ok(await page.$eval("#failed", (notice) => notice.innerText.includes("A part of ConvLens")));
    broken = false;
    assert.match(await set(page, other), /padding=1/);
    await page.close();
  },

  async "what get gives can be set again, and what only claims to be numbers or a parameter is refused"() {
    const page = await open(browser, url);
    await page.evaluate(() => convlens.pause());
    await set(page, other);
    const [before, after] = await page.evaluate(async () => [convlens.get(), await convlens.set(convlens.get())]);
    assert.deepEqual(after, before);
    for (const data of ["{ length: 4e9 }", "new Array(4e9 - 1)", "{}"]) {
      const code = await page.evaluate(`(() => {
        try { convlens.compute({ spec: "nn.Conv1d(1, 1, 1)", input: { shape: [1, 2], data: ${data} } }); }
        catch (error) { return error.code; }
      })()`);
      assert.equal(code, "data", data);
    }
    const misspelt = await page.evaluate(() => {
      const spec = { op: "conv", in_channels: 1, out_channels: 1, kernel_size: [1], dialation: [2] };
      const tensor = { shape: [1, 1], data: [1] };
      try { convlens.compute({ spec, input: tensor, weight: tensor }); } catch ({ code, message }) { return { code, message }; }
    });
    assert.equal(misspelt?.code, "parse");
    assert.match(misspelt.message, /dilation/);
    await page.close();
  },

  async "nothing moves when the picture comes alive"() {
    for (const width of [280, 768, 1280]) {
      const page = await open(browser, url, { width, before: watch });
      await page.evaluate(rest);
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

  // Narrower and wider: accessibility.mjs.
  async "axe finds nothing on the page as wide as a tablet, light and dark"() {
    for (const scheme of ["light", "dark"]) {
      const before = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const page = await open(browser, url, { width: 768, before });
      await page.evaluate(() => convlens.pause());
      assert.deepEqual(await audit(page), [], scheme);
      await page.close();
    }
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

  async "a trap is shown wherever it comes up, and the parts live on with the fresh instance"() {
    const ways = {
      event: (glue) => document.body.addEventListener("click", () => trap(glue), { once: true }) ?? document.body.click(),
      timer: (glue) => setTimeout(() => trap(glue)),
      promise: (glue) => void Promise.resolve().then(() => trap(glue)),
    };
    for (const [name, way] of Object.entries(ways)) {
      let seen;
      const page = await open(browser, url, { before: async (page) => (seen = await watch(page)) });
      await page.evaluate(() => convlens.pause());
      await set(page, other);
      // What is kept lags behind.
      await page.waitForFunction("convlensGood.includes('padding')");
      const asked = await parts(page, seen);
      const glue = await page.$eval("link[rel=modulepreload]", ({ href }) => href);
      await page.evaluate(`(async () => {
        const trap = ${trap};
        (${way})(await import("${glue}"));
      })()`);
      await page.waitForFunction("document.getElementById('panic').open");
      const told = await page.$eval("#panic-message", (details) => details.innerText);
      assert.match(told, /^The program stopped: unreachable\n.*convlens-/, name);
      await page.keyboard.press("Enter");
      await page.waitForFunction("window.convlens && !document.getElementById('panic').open");
      assert.match(await page.evaluate("convlens.get().layer"), /padding=1/, name);
      assert.doesNotMatch(await set(page, { layer: "Conv2d(1,1,2)" }), /padding=1/, name);
      assert.deepEqual(await parts(page, seen), asked, name);
      await page.close();
    }
  },
});

// The longest first, so that the browsers are done at about the same time.
await run(...browsers.map((browser) => ({
  ...accessibility(browser, url), ...explain(browser, url, watch), ...taught(browser, url, watch),
  ...opening(browser), ...asleep(browser, url, watch), ...embed(browser, url), ...composer(browser, url, watch),
  ...exported(browser, url, watch), ...languages(browser, url, watch), ...teach(browser, url, watch), ...image(browser, url, watch),
})));
await Promise.all(browsers.map((browser) => browser.close()));
