// Where the page cannot run it shows a picture that stands still, and says why: node tests/fallback.mjs <dist> <chromium>
//
// CONVLENS_SHOTS names a folder for a picture of each cause.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, open, run } from "./browser.mjs";
import { serve } from "./lab/serve.mjs";

const [dist, chromium] = process.argv.slice(2);
const shots = process.env.CONVLENS_SHOTS;
let otherwise;
const answer = (answers = () => ({})) => (otherwise = answers);
const convlens = await serve(dist, {
  headers: () => ({ "X-Content-Type-Options": "nosniff" }),
  otherwise: (name) => otherwise(name.slice(1)),
});
const { url } = convlens;
const browser = await launch(chromium);

const WIDTHS = [1280, 390, 280];
const OTHER = "?layer=Conv1d(1,1,2)";
const SELF = "default-src 'none'; style-src 'self'; img-src data:";
const GLUE = /^convlens-\w+\.js$/;
const WASM = /^convlens-\w+\.wasm$/;
const BOOT = /^boot-\w+\.js$/;

const under = (policy) => (name) => (name === "index.html" ? { headers: { "Content-Security-Policy": policy } } : {});
const where = (names, answer) => (name) => (names.test(name) ? answer : {});
const framed = (sandbox, headers) => (name) => (name === "course.html"
  ? { headers: { "Content-Type": "text/html" }, body: `<iframe sandbox="${sandbox}" src="./${OTHER}" width="800" height="600"></iframe>` }
  : { headers });

// The page's HTML up to this place, and the rest of it once it is let go.
async function* inPieces(place, rest) {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const at = html.search(place);
  assert.ok(at > 0, `${place} is not there`);
  yield html.slice(0, at);
  await rest;
  yield html.slice(at);
}

// A promise that is kept when it is let go.
function held() {
  let go;
  return { held: new Promise((done) => (go = done)), go };
}

// What each reason has to name for whoever can do something about it.
const FIXES = {
  script: /Turn on JavaScript.*script-src 'self'.*allow-scripts/s,
  wasm: /WebAssembly.*Turn it on/s,
  old: /too old.*current browser/s,
  policy: /script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'/,
  mime: /text\/javascript/,
  file: /convlens\.html.*serve the folder/s,
  sandbox: /allow-same-origin.*convlens\.html.*Access-Control-Allow-Origin: \*/s,
  offline: /again when you are online/,
  load: /Load the page again.*in one folder/s,
  part: /next try/,
};

// Runs in the page: what a reader sees of it.
function look() {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const [box] = seen(".shell .first").map((picture) => picture.getBoundingClientRect());
  return {
    reasons: seen("#failed [data-why]").map(({ dataset }) => dataset.why),
    told: document.getElementById("failed").innerText,
    below: document.getElementById("failed").getBoundingClientRect().bottom,
    picture: box && { left: box.left, right: box.right, top: box.top, cells: seen(".shell .first .cell").length },
    sum: seen(".shell .sum .result").length,
    controls: seen("button, select:not(.value), input:not(.value), summary").length,
    dialog: seen("dialog").length,
    width: innerWidth,
    scrolled: document.documentElement.scrollWidth,
  };
}

// Given the page as it could not be loaded, it shows the picture and these reasons, at every width.
async function still(page, reasons, frame = page) {
  await frame.waitForFunction((why) => document.querySelector(`#failed [data-why=${why}]`)?.checkVisibility(), { polling: 50 }, reasons[0]);
  for (const width of frame === page ? WIDTHS : [1280]) {
    await page.setViewport({ width, height: 800 });
    const at = `${reasons} at ${width} px`;
    const seen = await frame.evaluate(look);
    assert.deepEqual(seen.reasons, reasons, at);
    assert.match(seen.told, FIXES[reasons[0]], at);
    assert.ok(seen.picture?.cells > 30, `no picture: ${at}`);
    assert.ok(seen.picture.left >= 0 && seen.picture.right <= seen.width, `the picture is cut: ${at}`);
    assert.ok(seen.below <= seen.picture.top, `the reason lies over the picture: ${at}`);
    assert.equal(seen.sum, 1, `the sum: ${at}`);
    assert.equal(seen.controls, 0, `what cannot be used is seen: ${at}`);
    assert.equal(seen.dialog, 0, at);
    assert.ok(seen.scrolled <= seen.width, `it scrolls sideways: ${at}`);
    if (shots && width !== 280) await page.screenshot({ path: join(shots, `${reasons.join("-")}-${width}.png`) });
  }
}

async function visit({ to = url, answers, before, on = browser }) {
  answer(answers);
  const page = await on.newPage();
  page.setDefaultTimeout(60000);
  await before?.(page);
  await page.goto(to, { waitUntil: "load" });
  return page;
}

async function refuses(reason, given) {
  const page = await visit(given);
  const frame = page.frames()[1];
  await still(page, [reason], frame);
  await page.close();
}

async function refusesLink(reason, given) {
  const page = await visit({ ...given, to: url + OTHER });
  await still(page, [reason, "other-scene"]);
  await page.close();
}

async function withFlag(flag, act) {
  const own = await launch(chromium, flag);
  await act(own);
  await own.close();
}

// Given these answers, the page runs all the same.
async function lives(answers, to = url) {
  answer(answers);
  const page = await browser.newPage();
  await page.goto(to, { waitUntil: "load" });
  const frame = page.frames()[1] ?? page;
  await frame.waitForFunction("window.convlens", { timeout: 60000 });
  assert.deepEqual((await frame.evaluate(look)).reasons, []);
  await frame.evaluate(() => convlens.set({ layer: "Conv2d(1,1,2,padding=1)" }));
  assert.match(await frame.evaluate(() => convlens.get().layer), /padding=1/);
  await page.close();
}

await run({
  async "without script"() {
    await refuses("script", { before: (page) => page.setJavaScriptEnabled(false) });
    await refuses("script", { to: `${url}course.html`, answers: framed("") });
  },

  async "a policy without scripts, a boot script that is missing or is sent as another kind"() {
    await refuses("script", { answers: under(`${SELF}; script-src 'none'`) });
    await refuses("script", { answers: under(`${SELF}; script-src 'nonce-other'`) });
    await refuses("script", { answers: where(BOOT, { status: 404, body: "" }) });
    await refuses("script", { answers: where(BOOT, { headers: { "Content-Type": "text/plain" } }) });
  },

  async "without WebAssembly"() {
    await withFlag("--js-flags=--jitless", async (on) => {
      await refuses("wasm", { on });
      await refusesLink("wasm", { on });
    });
  },

  async "too old: a machine without vectors, a browser without style sheets made by script"() {
    await withFlag("--js-flags=--no-enable-sse4-1", (on) => refuses("old", { on }));
    await refusesLink("old", { before: (page) => page.evaluateOnNewDocument(() => delete CSSStyleSheet.prototype.replaceSync) });
  },

  async "a policy without wasm-unsafe-eval, and one without connect-src"() {
    await refuses("policy", { answers: under(`${SELF}; script-src 'self'; connect-src 'self'`) });
    await refusesLink("policy", { answers: under(`${SELF}; script-src 'self' 'wasm-unsafe-eval'`) });
  },

  async "a module of a wrong kind"() {
    await refuses("mime", { answers: where(GLUE, { headers: { "Content-Type": "text/plain" } }) });
    await refuses("mime", { answers: where(GLUE, { headers: { "Content-Type": "application/octet-stream" } }) });
  },

  async "opened as a file"() {
    const to = String(pathToFileURL(resolve(dist, "index.html")));
    await refuses("file", { to });
    const page = await visit({ to: to + OTHER });
    await still(page, ["file", "other-scene"]);
    await page.close();
  },

  async "a sandbox without an origin, on a server that lets no other read"() {
    const page = await visit({ to: `${url}course.html`, answers: framed("allow-scripts") });
    await still(page, ["sandbox", "other-scene"], page.frames()[1]);
    await page.close();
  },

  async "the page around it is told, and answered"() {
    answer((name) => (name === "course.html"
      ? { headers: { "Content-Type": "text/html" }, body: "<!doctype html>" }
      : where(WASM, { status: 404, body: "" })(name)));
    const page = await browser.newPage();
    await page.goto(`${url}course.html`);
    const said = await page.evaluate((src) => new Promise((done) => {
      const said = [];
      const frame = Object.assign(document.createElement("iframe"), { src, width: 700, height: 100 });
      addEventListener("message", ({ data }) => {
        said.push(data);
        if (data.type === "resize") frame.contentWindow.postMessage({ convlens: 1, type: "get", id: "late" }, "*");
        if (data.id === "late") done(said);
      });
      frame.addEventListener("load", () => frame.contentWindow.postMessage({ convlens: 1, type: "get", id: "soon" }, "*"));
      document.body.append(frame);
    }), `./?embed`);
    assert.ok(said.every(({ convlens }) => convlens === 1));
    const errors = said.filter(({ type }) => type === "error");
    assert.deepEqual(errors.map(({ id }) => id).sort(), ["late", "soon", undefined]);
    for (const { code, field, message } of errors) {
      assert.deepEqual([code, field], ["unknown", ""]);
      assert.match(message, FIXES.load);
    }
    const [{ height }] = said.filter(({ type }) => type === "resize");
    assert.equal(height, await page.frames()[1].evaluate("document.documentElement.scrollHeight"));
    assert.ok(height > 500, `${height} px`);
    await page.close();
  },

  async "offline before all was there"() {
    let page;
    const gone = async (name) => {
      if (!GLUE.test(name)) return {};
      await page.setOfflineMode(true);
      return { torn: true };
    };
    answer(gone);
    page = await browser.newPage();
    await page.goto(url, { waitUntil: "domcontentloaded" });
    await still(page, ["offline"]);
    await page.close();
  },

  async "what comes in pieces does not push about what has come"() {
    const cuts = [/<section class="card stage/, /<aside/, /<section class="card transport/, /<button class="far"/];
    for (const [width, query] of [[1280, ""], [760, "?embed"], [390, ""]]) {
      for (const cut of cuts) {
        const [rest, wasm] = [held(), held()];
        answer(async (name) => {
          if (GLUE.test(name)) await wasm.held;
          return name === "index.html" ? { body: inPieces(cut, rest.held) } : {};
        });
        const page = await browser.newPage();
        await page.setViewport({ width, height: 900 });
        await page.evaluateOnNewDocument(() => {
          const observer = new PerformanceObserver((list) => moved.push(...list.getEntries()));
          window.moved = [];
          window.drawn = async () => {
            for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
            moved.push(...observer.takeRecords());
            return moved.map(({ value }) => value);
          };
          observer.observe({ type: "layout-shift" });
        });
        const loaded = page.goto(url + query, { waitUntil: "load" });
        const moved = [];
        for (const [there, next] of [["#app > *", rest], ["dialog", wasm]]) {
          await page.waitForSelector(there);
          moved.push(...await page.evaluate("drawn()"));
          next.go();
        }
        await loaded;
        assert.deepEqual(moved, [], `cut at ${cut}, ${width} px wide`);
        await page.close();
      }
    }
  },

  async "a file that is missing, torn, broken, or another page instead"() {
    await refuses("load", { answers: where(GLUE, { status: 404, body: "" }) });
    await refuses("load", { answers: where(GLUE, { headers: { "Content-Type": "text/html" }, body: "<!doctype html>" }) });
    await refuses("load", { answers: where(WASM, { status: 404, body: "" }) });
    await refuses("load", { answers: where(WASM, { torn: true }) });
    await refusesLink("load", { answers: where(WASM, { body: "\0asm" }) });
  },

  async "where only a part is missing, the page lives at the example and says so, until the part comes"() {
    answer(where(/^controls-/, { status: 404, body: "" }));
    const page = await open(browser, url + OTHER);
    const seen = await page.evaluate(look);
    assert.deepEqual(seen.reasons, ["part", "other-scene"]);
    assert.match(seen.told, FIXES.part);
    assert.match(await page.evaluate(() => convlens.get().layer), /Conv2d/);
    answer();
    await page.evaluate(() => convlens.set({ layer: "Conv1d(1,1,2)" }));
    assert.deepEqual((await page.evaluate(look)).reasons, []);
    await page.close();
  },

  async "wasm of a wrong kind, and a sandbox on a server that lets others read, keep it from nothing"() {
    await lives(where(/\.wasm$/, { headers: { "Content-Type": "application/octet-stream" } }));
    await lives(framed("allow-scripts", { "Access-Control-Allow-Origin": "*" }), `${url}course.html`);
  },
});
await browser.close();
convlens.close();
