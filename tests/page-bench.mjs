// Measures the optimised page: node tests/page-bench.mjs <url> <chromium>
import { launch, open } from "./browser.mjs";

const [url, chromium] = process.argv.slice(2);
const browser = await launch(chromium);
const scene = (size, kernel = 3) => `${url}?layer=Conv2d(1,1,${kernel},padding=${(kernel - 1) / 2})&shape=${size}x${size}`;
const median = (values) => quantile(values, 0.5);
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
const rows = [];
const row = (what, value, bound) => {
  rows.push({ what, value, bound });
  console.log(`${what.padEnd(56)} ${String(value).padStart(12)}   ${bound}`);
};

// A fresh browser context a load: no cache, no warm connection. Returns times in ms since the navigation began.
async function load(address, slow) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const cdp = await page.createCDPSession();
  if (slow) {
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200000, uploadThroughput: 200000 });
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.evaluateOnNewDocument(() => {
    // The moment the page can be driven.
    let api;
    Object.defineProperty(window, "convlens", {
      configurable: true,
      get: () => api,
      set(value) { api = value; window.ready ??= performance.now(); },
    });
  });
  let [requests, bytes] = [0, 0];
  await cdp.send("Network.enable");
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  page.on("request", (request) => (requests += request.url().startsWith("data:") ? 0 : 1));
  await page.goto(address, { waitUntil: "load" });
  const blank = address.endsWith("/blank");
  if (!blank) await page.waitForFunction("window.ready", { timeout: 60000, polling: 50 });
  await new Promise((done) => setTimeout(done, 200));
  const times = await page.evaluate(() => ({
    load: performance.getEntriesByType("navigation")[0].loadEventEnd,
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    ready: window.ready,
  }));
  await context.close();
  return { ...times, requests, bytes };
}

async function loads(count, slow) {
  const [pages, blanks] = [[], []];
  for (let i = 0; i < count; i += 1) {
    blanks.push((await load(`${url}blank`, slow)).load);
    pages.push(await load(url, slow));
  }
  const of = (key) => median(pages.map((page) => page[key]));
  return { ready: of("ready"), paint: of("paint"), blank: median(blanks), requests: of("requests"), bytes: of("bytes") };
}

// Main-thread time of `count` frames, each beginning with `action`, in ms a frame.
async function busy(page, cdp, action, count) {
  const spent = async () => (await cdp.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  const before = await spent();
  // As a text: the page policy forbids to make functions from strings.
  await page.evaluate(`(async () => {
    for (let i = 0; i < ${count}; i += 1) {
      await new Promise((frame) => requestAnimationFrame(frame));
      ${action};
    }
    // The last one's frame too.
    await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
  })()`);
  return (await spent() - before) / count;
}

// The same beyond idle frames, idle and busy in turn.
async function cost(size, action, prepare = "") {
  const page = await open(browser, scene(size));
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" }).catch(() => cdp.send("Performance.enable"));
  await page.evaluate(`convlens.pause(); ${prepare}`);
  await busy(page, cdp, action, 20);
  const beyond = [];
  for (let i = 0; i < 5; i += 1) {
    const idle = await busy(page, cdp, "", 40);
    beyond.push(await busy(page, cdp, action, 40) - idle);
  }
  await page.close();
  return median(beyond);
}

// From a key to the end of the frame that shows its step.
async function inputToPaint(size, slowdown) {
  const page = await open(browser, scene(size));
  const cdp = await page.createCDPSession();
  await page.evaluate("convlens.pause()");
  if (slowdown) await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.evaluate(() => {
    window.paints = [];
    addEventListener("keydown", ({ timeStamp }) => requestAnimationFrame(() => {
      // A message comes after the frame that this callback belongs to was painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => paints.push(performance.now() - timeStamp);
      port2.postMessage(0);
    }), { capture: true });
  });
  await page.evaluate("document.querySelector('#stage [tabindex=\"0\"]').focus()");
  const at = () => page.evaluate("Number(convlens.get().step ?? 0)");
  const first = await at();
  for (let i = 0; i < 100; i += 1) {
    await page.keyboard.press("ArrowRight");
    // At another place in the frame each time.
    await new Promise((done) => setTimeout(done, 20 + (i * 7) % 17));
  }
  await new Promise((done) => setTimeout(done, 300));
  const moved = await at() - first;
  const paints = await page.evaluate("paints");
  await page.close();
  return { p95: quantile(paints, 0.95), median: median(paints), moved };
}

async function growth(size, steps) {
  const page = await open(browser, scene(size));
  const cdp = await page.createCDPSession();
  await cdp.send("Performance.enable");
  const look = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    await cdp.send("HeapProfiler.collectGarbage");
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (key) => metrics.find(({ name }) => name === key).value;
    return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
  };
  await page.evaluate("convlens.pause()");
  await busy(page, cdp, "convlens.step(1)", 100);
  const before = await look();
  await busy(page, cdp, "convlens.step(1)", steps);
  const after = await look();
  await page.close();
  return Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
}

// A page whose layer is tried on an image of 512 x 512, and the worker that draws the outputs, which notes when each of them
// is drawn: in ms since 1970.
async function images(browser, layer) {
  const page = await open(browser, `${url}?layer=${layer}&shape=5x5&autoplay=0`);
  await page.waitForSelector(".tools [data-needs=image]");
  const came = new Promise((came) => page.once("workercreated", came));
  await page.click(".tools [data-needs=image]");
  const worker = await came;
  // It answers when it has drawn.
  await worker.evaluate(() => {
    self.drawn = [];
    const post = self.postMessage;
    self.postMessage = (...given) => {
      drawn.push(performance.timeOrigin + performance.now());
      post.apply(self, given);
    };
  });
  await page.waitForSelector(".image-sheet canvas", { timeout: 20000 });
  return { page, worker };
}

// From the key that changes a parameter to the output on its canvas, which is as large as before or not.
async function parameterToPicture(field, padding) {
  const { page, worker } = await images(browser, `Conv2d(3,3,3,padding=${padding})`);
  await page.focus(`[data-field=${field}] .value`);
  await page.evaluate(() => addEventListener("keydown", ({ timeStamp }) => (window.pressed = performance.timeOrigin + timeStamp), { capture: true }));
  const times = [];
  for (let i = 0; i < 120; i += 1) {
    // At another place in the frame each time.
    await new Promise((done) => setTimeout(done, 40 + (i * 7) % 17));
    const before = await worker.evaluate("drawn.length");
    await page.keyboard.press(i % 2 ? "ArrowDown" : "ArrowUp");
    let end;
    while (!end) {
      // Looking takes time from what is measured.
      await new Promise((done) => setTimeout(done, 30));
      end = await worker.evaluate((before) => drawn[before], before);
    }
    times.push(end - await page.evaluate("pressed"));
  }
  await page.close();
  return times.slice(20);
}

// Outputs a second of Chromium's own camera.
async function cameraFrames() {
  const filming = await launch(chromium, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=fps=60");
  const { page, worker } = await images(filming, "Conv2d(1,1,3,padding=1)");
  await page.click("[data-camera]");
  await new Promise((done) => setTimeout(done, 2000));
  const count = () => worker.evaluate("drawn.length");
  const before = await count();
  await new Promise((done) => setTimeout(done, 4000));
  const rate = (await count() - before) / 4;
  await filming.close();
  return rate;
}

const ms = (value) => `${value.toFixed(value < 20 ? 2 : 0)} ms`;
row("what", "measured", "bound");

const fast = await loads(9, false);
row("first load, over the wire with headers", `${(fast.bytes / 1000).toFixed(1)} KB`, "75 KB (cargo xtask size: bodies alone)");
row("requests", fast.requests, "6");
row("first picture, loopback", ms(fast.paint), "stands in the HTML");
row("a blank page's load, loopback", ms(fast.blank), "");
row("interactive beyond a blank page, loopback", ms(fast.ready - fast.blank), "150 ms");
const slow = await loads(3, true);
row("first picture, CPU / 4, 1.6 Mbit/s, 150 ms", ms(slow.paint), "");
row("interactive, CPU / 4, 1.6 Mbit/s, 150 ms", ms(slow.ready), "1000 ms");

// The film of a 5x5 input is shorter than a run: at its end there would be no step to measure.
for (const [size, bound, step] of [[5, 3, "convlens.seek(i % 25)"], [64, 3, "convlens.step(1)"], [128, 4, "convlens.step(1)"]]) {
  row(`main thread, a step beyond an idle frame, ${size}x${size}`, ms(await cost(size, step)), `${bound} ms`);
}
const change = "convlens.set({ layer: `Conv2d(1,1,3,padding=${1 + i % 2})` })";
row("main thread, a parameter change, 64x64", ms(await cost(64, change)), "8 ms");

const paint = await inputToPaint(64);
row("input to paint of a step, 64x64, p95", ms(paint.p95), `20 ms (median ${ms(paint.median)}, ${paint.moved} of 100 keys stepped)`);
const paintSlow = await inputToPaint(64, 6);
row("the same, CPU / 6, p95", ms(paintSlow.p95), "50 ms");

const pictures = await parameterToPicture("dilation", "'same'");
row("parameter to picture, 512x512 RGB 3x3, p95", ms(quantile(pictures, 0.95)), `16 ms (median ${ms(median(pictures))})`);
const others = await parameterToPicture("padding", 1);
row("the same, where its size changes too, p95", ms(quantile(others, 0.95)), `(median ${ms(median(others))})`);
row("camera through a 3x3, pictures a second", (await cameraFrames()).toFixed(1), "30");

const grown = await growth(64, 500);
row("heap over 500 steps, forced collection", `${(grown.heap / 1000).toFixed(1)} KB`, "50 KB");
row("nodes, listeners added", `${grown.nodes}, ${grown.listeners}`, "0, 0");

await browser.close();
