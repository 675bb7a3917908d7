// A host's page in a browser, and the embed in it.

const WAIT = { timeout: 20000, polling: 50 };

// Runs in every page and frame before its first line.
function watch() {
  const lab = window.lab = { said: [], shift: 0, drawn: 0, long: 0 };
  addEventListener("message", ({ data, source }) => {
    if (data?.type === "ready") lab.readyAt = performance.now();
    if (data?.convlens === 1) lab.said.push({ ...data, from: [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === source) });
  });
  // The page says that it lives by this name.
  let live;
  Object.defineProperty(window, "convlens", {
    configurable: true,
    get: () => live,
    set: (value) => {
      live = value;
      lab.liveAt = performance.now();
    },
  });
  const observe = (type, note) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    } catch {
      // Not every browser knows every type; what it does not know stays 0.
    }
  };
  observe("layout-shift", ({ value }) => { lab.shift += value; });
  observe("longtask", () => { lab.long += 1; });
  const draw = requestAnimationFrame;
  window.requestAnimationFrame = (then) => draw((now) => {
    lab.drawn += 1;
    then(now);
  });

  // Where what stands below the embed is, from the first time it is seen.
  const follow = () => {
    const after = document.getElementById("after");
    if (after) (lab.tops ??= new Set()).add(Math.round(after.getBoundingClientRect().top + scrollY));
    draw(follow);
  };
  if (window === top) draw(follow);

  lab.frame = (at = 0) => document.querySelectorAll("iframe")[at];
  lab.ask = (message, at) => new Promise((done, fail) => {
    const id = `lab ${performance.now()} ${Math.random()}`;
    const late = setTimeout(() => fail(new Error(`no answer to ${JSON.stringify(message)}`)), 10000);
    addEventListener("message", function hear({ data }) {
      if (data?.convlens !== 1 || data.id !== id) return;
      removeEventListener("message", hear);
      clearTimeout(late);
      done(data);
    });
    lab.frame(at).contentWindow.postMessage({ convlens: 1, id, ...message }, "*");
  });
}

export async function visit(browser, url, { width = 1280, height = 800 } = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT.timeout);
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(watch);
  await page.goto(url, { waitUntil: "load" });
  return page;
}

// Waits until a condition holds in a page or a frame.
export const until = (where, condition, ...given) => where.waitForFunction(condition, WAIT, ...given);

export const said = (page, type, at = 0) => page.evaluate((type, at) => lab.said.filter((message) => message.type === type && message.from === at), type, at);

export async function ready(page, at = 0) {
  await until(page, (at) => lab.said.some(({ type, from }) => type === "ready" && from === at), at);
  return (await said(page, "ready", at))[0];
}

export const ask = (page, message, at = 0) => page.evaluate((message, at) => lab.ask(message, at), message, at);

// The embed's own document, of whichever origin.
export async function inside(page, at = 0) {
  const element = (await page.$$("iframe"))[at];
  return element.contentFrame();
}

// What the frame has room for and what stands in it.
export async function sizes(page, at = 0) {
  const room = await page.evaluate((at) => lab.frame(at).clientHeight, at);
  const frame = await inside(page, at);
  const content = await frame.evaluate(() => {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.scrollingElement;
    const needs = Math.round(document.documentElement.getBoundingClientRect().height);
    return { needs, over: scrollHeight - clientHeight, wide: scrollWidth - clientWidth, bar: innerWidth - document.documentElement.clientWidth };
  });
  return { room, ...content };
}
