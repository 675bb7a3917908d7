// The page in one file: node tests/onefile.mjs <dist> <chromium>. It opens from a disk, and in a sandbox from a server that
// sends no header, and asks for nothing.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const [dist, chromium] = process.argv.slice(2);
const file = resolve(dist, "convlens.html");
const html = readFileSync(file, "utf8");
const browser = await launch(chromium);

const HOSTS = {
  "/favicon.ico": "",
  "/": '<!doctype html><title>A host</title><iframe sandbox="allow-scripts" src="/convlens.html" width="800" height="900"></iframe>',
  "/convlens.html": html,
  "/shown.html": html.replace('name="convlens-link" content=""', 'name="convlens-link" content="?layer=Conv1d(1,1,2,stride=2)&amp;step=1"'),
};
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
// The hosts, and the site in a folder of its own.
const server = createServer(({ url }, answer) => {
  const [path] = url.split("?");
  try {
    const content = HOSTS[path] ?? readFileSync(join(dist, path.replace(/^\/site\//, "")));
    answer.setHeader("content-type", TYPES[extname(path)] ?? "text/html");
    answer.end(content);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const host = `http://127.0.0.1:${server.address().port}`;

// Opens a page, and returns the frame that ConvLens is in, and what it did that it must not.
async function open(url, inFrame = false, first = () => {}) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(first);
  const seen = { faults: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error") seen.faults.push(message.text());
  });
  page.on("pageerror", (error) => seen.faults.push(error.message));
  page.on("request", (request) => {
    if (!/^(data|blob):|\/favicon\.ico$/.test(request.url())) seen.requests.push(request.url());
  });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.goto(url, { waitUntil: "load" });
  const frame = inFrame ? await page.waitForFrame((frame) => frame.url().endsWith("/convlens.html")) : page.mainFrame();
  await frame.waitForFunction("window.convlens", { timeout: 20000 });
  return { page, frame, seen };
}

// What a reader does: a step with the key, an argument in the line.
async function use({ page, frame }) {
  await frame.focus("#stage [role=application]");
  await page.keyboard.press("ArrowRight");
  await frame.waitForFunction(() => Number(convlens.get().step) === 1, { timeout: 5000 });
  await frame.focus(".line [aria-label=padding]");
  await page.keyboard.press("ArrowUp");
  await frame.waitForFunction(() => /padding=1/.test(convlens.get().layer), { timeout: 5000 });
  const [line] = readFileSync(new URL("../crates/conv/tests/data/conv.jsonl", import.meta.url), "utf8").split("\n");
  const { spec, input, weight, bias, output } = JSON.parse(line);
  const got = await frame.evaluate((given) => {
    const { shape, data } = convlens.compute(given);
    return { shape: [...shape], data: [...data] };
  }, { spec, input, weight, bias });
  assert.deepEqual(got, { shape: output.shape, data: output.data });
}

const folder = mkdtempSync(join(tmpdir(), "convlens-"));

// Where the file lies that the site makes of a scene.
async function taken(query) {
  const { page } = await open(`${host}/site/index.html${query}`);
  await page.waitForSelector('button[data-needs="export"]');
  // Also where a lesson stands before it.
  await page.$eval('button[data-needs="export"]', (button) => button.click());
  await (await page.waitForSelector('[data-format="html"]')).evaluate((button) => button.click());
  const made = await page.waitForSelector("a[download$='.html']", { timeout: 20000 });
  const text = await made.evaluate(async ({ href }) => (await fetch(href)).text());
  await page.close();
  const scene = join(folder, "scene.html");
  writeFileSync(scene, text);
  return pathToFileURL(scene).href;
}

const tests = {
  async "from a disk: it steps, takes another padding, computes, and asks for nothing"() {
    const url = pathToFileURL(file).href;
    const opened = await open(url);
    await use(opened);
    assert.deepEqual(opened.seen, { faults: [], requests: [url] });
    await opened.page.close();
  },

  async "in a sandbox, from a server without a header: the same"() {
    const opened = await open(host, true);
    assert.equal(await opened.frame.evaluate(() => origin), "null");
    await use(opened);
    assert.deepEqual(opened.seen, { faults: [], requests: [`${host}/`, `${host}/convlens.html`] });
    await opened.page.close();
  },

  async "it opens at the link that stands in it, or at the one of its address"() {
    for (const [query, shown] of [["", /stride=2/], ["?layer=Conv1d(1,1,4)&step=1", /kernel_size=4/]]) {
      const { page, frame, seen } = await open(`${host}/shown.html${query}`);
      const { layer, step } = await frame.evaluate(() => convlens.get());
      assert.match(layer, shown);
      assert.equal(Number(step), 1);
      assert.deepEqual(seen.faults, []);
      await page.close();
    }
  },

  async "a scene is taken away with its picture, and shows it from a disk"() {
    const url = await taken("?layer=Conv1d(1,1,3,stride=2)&picture=stride&step=1");
    const opened = await open(url);
    await opened.frame.waitForFunction(() => document.querySelector(".explain-picture svg")?.checkVisibility(), { timeout: 20000 });
    const { picture, step } = await opened.frame.evaluate(() => convlens.get());
    assert.deepEqual([picture, Number(step)], ["stride", 1]);
    assert.deepEqual(opened.seen, { faults: [], requests: [url] });
    await opened.page.close();
  },

  async "what is taken away speaks the language that it was taken in, and is of the lesson's scene"() {
    const url = await taken("?lesson=stride.1&lang=zh");
    const opened = await open(url);
    assert.equal(await opened.frame.$eval("html", ({ lang }) => lang), "zh-CN");
    assert.match(await opened.frame.$eval(".readout", ({ innerText }) => innerText), /\p{Script=Han}/u);
    const { layer, lesson } = await opened.frame.evaluate(() => convlens.get());
    assert.match(layer, /stride=3/);
    assert.equal(lesson, undefined);
    assert.deepEqual(opened.seen, { faults: [], requests: [url] });
    await opened.page.close();
  },

  async "a reader whose browser is Chinese gets what the file can say"() {
    const url = pathToFileURL(file).href;
    const opened = await open(url, false, () => Object.defineProperty(navigator, "language", { get: () => "zh-CN" }));
    assert.equal(await opened.frame.$eval("html", ({ lang }) => lang), "en");
    assert.equal(await opened.frame.evaluate(() => document.querySelector("#failed").checkVisibility()), false);
    const offered = await opened.frame.$$eval("[data-control=lang], [data-control=lesson]", (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(offered, 0);
    assert.deepEqual(opened.seen, { faults: [], requests: [url] });
    await opened.page.close();
  },

  async "what is not in it is not offered"() {
    const { page, frame } = await open(host, true);
    await frame.evaluate(() => convlens.set({}));
    const without = await frame.evaluate(() => document.documentElement.dataset.without.split(" "));
    assert.ok(without.includes("explain") && without.includes("charts"));
    const offered = await frame.$$eval("[data-control=explain], .size-chart", (all) => all.filter((one) => one.checkVisibility()).length);
    assert.equal(offered, 0);
    await page.close();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.message}`);
  }
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });
process.exitCode = failed > 0 ? 1 : 0;
