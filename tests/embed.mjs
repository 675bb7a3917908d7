// The page as a part of another one.
import assert from "node:assert/strict";

// A page of our own origin with an embed in it, which keeps what the embed says.
export async function host(browser, url, query, { width = 700, height = 400, early = [] } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width: width + 40, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.evaluateOnNewDocument(() => {
    const shifts = [];
    const keep = (entries) => shifts.push(...entries.map(({ value, sources }) => `${value}: ${sources.map(({ node }) => node?.className?.baseVal ?? node?.className)}`));
    const observer = new PerformanceObserver((list) => keep(list.getEntries()));
    observer.observe({ type: "layout-shift" });
    // What has moved by the frame after this one.
    window.moved = async () => {
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      keep(observer.takeRecords());
      return shifts;
    };
  });
  await page.goto(new URL("blank", url).href);
  await page.evaluate((src, width, height, early) => {
    window.said = [];
    window.waiting = [];
    addEventListener("message", ({ data, source }) => {
      if (source !== window.frame.contentWindow) return;
      said.push(data);
      window.waiting = waiting.filter((look) => !look(data));
    });
    window.next = (is) => new Promise((done) => waiting.push((data) => is(data) && (done(data), true)));
    window.ask = (message) => {
      const answer = next((data) => data?.convlens && data.id === message.id && ["answer", "error"].includes(data.type));
      frame.contentWindow.postMessage({ convlens: 1, ...message }, "*");
      return answer;
    };
    window.frame = Object.assign(document.createElement("iframe"), { width, height, src });
    document.body.append(Object.assign(document.createElement("input"), { id: "before" }), frame);
    for (const message of early) {
      // Once the frame's own document is there, and before its wasm is.
      const timer = setInterval(() => {
        if (frame.contentWindow.location.href === "about:blank" || !frame.contentWindow.convlensLife) return;
        clearInterval(timer);
        frame.contentWindow.postMessage(message, "*");
      });
    }
    window.ready = next((data) => data?.convlens && data.type === "ready");
  }, `${url}?${query}`, width, height, early);
  await page.evaluate("ready.then(() => true)");
  const frame = page.frames().find((frame) => frame !== page.mainFrame());
  return { page, frame, ask: (message) => page.evaluate((message) => ask(message), message) };
}

// The place of an explaining picture is empty where none is open.
const hidden = (frame) => frame.evaluate(() => [...document.querySelectorAll("[data-control]:not(:empty)")]
  .filter((part) => getComputedStyle(part).display === "none").map((part) => part.dataset.control).sort());

export const embed = (browser, url) => ({
  async "an embed tells that it is ready, and its height in every dialect; and none but the asked ones to none"() {
    const { page, frame } = await host(browser, url, "embed");
    const height = await frame.evaluate(() => document.body.clientHeight);
    const said = await page.evaluate("said");
    const told = (is) => said.filter(is).at(-1);
    assert.equal(told((data) => data.type === "ready").height, height);
    assert.equal(told((data) => data.type === "ready").version, 1);
    assert.equal(told((data) => data.type === "resize").height, height);
    assert.equal(told((data) => data.subject === "lti.frameResize").height, height);
    assert.ok(told((data) => data.context === "h5p" && data.action === "hello"));
    assert.equal(told((data) => data.action === "prepareResize").scrollHeight, height);
    const asked = await page.evaluate(() => {
      const answers = Promise.all([
        next((data) => data.context === "h5p" && data.action === "resize"),
        next((data) => data.type === "iframe-resized"),
      ]);
      frame.contentWindow.postMessage({ context: "h5p", action: "resizePrepared" }, "*");
      frame.contentWindow.postMessage({ type: "iframe-child-init" }, "*");
      return answers;
    });
    assert.deepEqual(asked.map((data) => data.scrollHeight ?? data.height), [height, height]);
    await page.close();
  },

  async "a thousand resizes of its frame start no circle"() {
    const { page } = await host(browser, url, "embed");
    const told = await page.evaluate(async () => {
      const heights = () => said.filter((data) => data.convlens && data.type === "resize").length;
      const paint = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const before = heights();
      for (let times = 0; times < 1000; times += 1) {
        frame.height = 200 + (times * 37) % 900;
        if (times % 20 === 0) await paint();
      }
      await paint();
      await paint();
      return heights() - before;
    });
    assert.equal(told, 0);
    await page.close();
  },

  async "every request is answered, a bad one with the field at fault"() {
    const { page, ask } = await host(browser, url, "embed");
    const layer = "nn.Conv1d(1, 1, kernel_size=3)";
    assert.equal((await ask({ id: 1, type: "get" })).to, "get");
    assert.equal((await ask({ id: "a", type: "set", scene: { layer, shape: "6", step: 2 } })).value.layer, layer);
    assert.equal((await ask({ id: 2, type: "step" })).value.step, 3);
    assert.equal((await ask({ id: 3, type: "step", by: -2 })).value.step, 1);
    assert.equal((await ask({ id: 4, type: "seek", step: 0 })).value.step, 0);
    assert.equal((await ask({ id: 5, type: "play" })).value.playing, true);
    assert.equal((await ask({ id: 6, type: "pause" })).value.playing, false);
    assert.equal((await ask({ id: 7, type: "theme", theme: "dark" })).value.theme, "dark");
    assert.equal((await ask({ id: 8, type: "lang", lang: "en" })).type, "answer");
    const computed = await ask({
      id: 9, type: "compute", spec: "nn.Conv1d(1, 1, 2, bias=False)",
      input: { shape: [1, 3], data: [1, 2, 3] }, weight: { shape: [1, 1, 2], data: [1, 10] },
    });
    assert.deepEqual(Object.values(computed.value.data), [21, 32]);
    // As an object of its parameters; what is left out is PyTorch's default.
    const spec = { op: "conv", in_channels: 1, out_channels: 1, kernel_size: [2], bias: false };
    const [input, weight] = [{ shape: [1, 3], data: [1, 2, 3] }, { shape: [1, 1, 2], data: [1, 10] }];
    const same = await ask({ id: 10, type: "compute", spec, input, weight });
    assert.deepEqual(same.value, computed.value);
    const bad = [
      [{ type: "get", convlens: 2 }, "convlens"],
      [{ type: 7 }, "type"],
      [{ type: "no such" }, "type"],
      [{ type: "step", by: "one" }, "by"],
      [{ type: "seek" }, "step"],
      [{ type: "seek", step: -1 }, "step"],
      [{ type: "theme", theme: "pink" }, "theme"],
      [{ type: "lang", lang: "tlh" }, "lang"],
      [{ type: "set", scene: 5 }, ""],
      [{ type: "set", scene: { layer: "nn.Conv1d(1, 1, 0)" } }, "kernel_size"],
      [{ type: "compute" }, "op"],
      [{ type: "compute", spec: { ...spec, kernel_size: 2 }, input, weight }, "kernel_size"],
      [{ type: "compute", spec: { ...spec, stride: [1.5] }, input, weight }, "stride"],
      [{ type: "compute", spec: { ...spec, padding: "some" }, input, weight }, "spec"],
    ];
    for (const [index, [message, field]] of bad.entries()) {
      const answer = await ask({ id: 100 + index, ...message });
      assert.equal(answer.type, "error", JSON.stringify(message));
      assert.equal(answer.field, field, JSON.stringify(answer));
      assert.ok(answer.message.length > 0);
    }
    // What has no name to answer to is told all the same, and what is none of ours is left alone.
    const unnamed = await page.evaluate(() => {
      const error = next((data) => data.type === "error");
      for (const message of [null, 7, "text", [], { id: 1 }, { convlens: 1, id: {}, type: "get" }]) {
        frame.contentWindow.postMessage(message, "*");
      }
      return error;
    });
    assert.equal(unnamed.field, "id");
    assert.equal((await ask({ id: 200, type: "get" })).value.layer, layer);
    await page.close();
  },

  async "a message that comes before the page can answer is answered then"() {
    const { page } = await host(browser, url, "embed", { early: [{ convlens: 1, id: "early", type: "get" }] });
    const answered = await page.evaluate(() => said.some((data) => data.id === "early")
      || next((data) => data.id === "early").then(() => true));
    assert.ok(answered);
    await page.close();
  },

  async "none but the page around it is heard"() {
    const { page, ask } = await host(browser, url, "embed");
    const answered = await page.evaluate(async () => {
      const other = document.body.appendChild(document.createElement("iframe"));
      let heard = 0;
      other.contentWindow.addEventListener("message", () => (heard += 1));
      const script = `parent.frames[0].postMessage({ convlens: 1, id: "other", type: "get" }, "*")`;
      other.contentWindow.Function(script)();
      await ask({ id: "own", type: "get" });
      return heard + said.filter((data) => data.id === "other").length;
    });
    assert.equal(answered, 0);
    assert.equal((await ask({ id: 2, type: "get" })).type, "answer");
    await page.close();
  },

  async "what the author hid is not there, what is locked stays, and nothing moves"() {
    const query = "embed&layer=Conv1d(1,1,3)&shape=6&hide=facts,narration,padding_mode&lock=stride,weight";
    const { page, frame } = await host(browser, url, query);
    assert.deepEqual(await frame.evaluate("moved()"), []);
    assert.deepEqual(await hidden(frame), ["facts", "narration", "padding_mode"]);
    const disabled = await frame.$$eval(".argument :disabled", (fields) => fields.map((field) => field.ariaLabel));
    assert.deepEqual(disabled, ["stride"]);
    await page.evaluate((scene) => ask({ id: 1, type: "set", scene }), { hide: "all", lock: "none" });
    assert.ok((await hidden(frame)).includes("line"));
    await page.close();
  },

  async "one that starts before its frame has room draws nothing until it has, and then nothing moves"() {
    const { page, frame } = await host(browser, url, "embed");
    const again = page.evaluate(() => {
      frame.width = 0;
      said.length = 0;
      window.ready = next(({ type }) => type === "ready");
      frame.contentWindow.location.reload();
    });
    await Promise.all([frame.waitForNavigation(), again]);
    await frame.waitForFunction("window.convlens", { polling: 20 });
    assert.equal(await frame.$$eval(".stage .picture > *", (marks) => marks.length), 0);
    assert.deepEqual(await page.evaluate(() => said.filter((data) => "height" in data)), []);
    await page.evaluate(() => {
      frame.width = 700;
      return ready.then(() => true);
    });
    assert.notEqual(await frame.$$eval(".stage .picture > *", (marks) => marks.length), 0);
    assert.deepEqual(await frame.evaluate("moved()"), []);
    await page.close();
  },

  async "it takes neither focus nor wheel, and beyond its ends the arrows are the host's"() {
    const { page, frame } = await host(browser, url, "embed&layer=Conv1d(1,1,3)&shape=4");
    assert.equal(await page.evaluate("document.activeElement.localName"), "body");
    await page.evaluate(() => {
      frame.height = said.findLast((data) => data.type === "resize").height;
      document.body.append(Object.assign(document.createElement("p"), { innerText: "on\n".repeat(200) }));
      window.scrolled = new Promise((done) => addEventListener("scroll", () => done(scrollY > 0), { once: true }));
    });
    const box = await (await frame.$(".picture-box")).boundingBox();
    await page.mouse.move(box.x + 50, box.y + 50);
    await page.mouse.wheel({ deltaY: 200 });
    assert.ok(await page.evaluate("scrolled"));
    await frame.evaluate(() => (window.pressed = [], addEventListener("keydown", (event) => pressed.push(event.defaultPrevented))));
    await frame.focus(".picture-box");
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("ArrowRight");
    assert.deepEqual(await frame.evaluate("pressed"), [true, false, false]);
    await page.close();
  },

  async "a deck plays it and stops it, and is driven at both ends"() {
    const { page, frame, ask } = await host(browser, url, "embed&layer=Conv1d(1,1,3)&shape=4");
    const post = (text) => page.evaluate((text) => frame.contentWindow.postMessage(text, "*"), text);
    const playing = async (id) => (await ask({ id, type: "get" })).value.playing;
    await post("slide:start");
    assert.equal(await playing(1), true);
    await post("slide:stop");
    assert.equal(await playing(2), false);
    await post("slide:start");
    assert.equal(await playing(3), true);
    await ask({ id: 4, type: "seek", step: 1 });
    await frame.focus(".picture-box");
    await page.keyboard.press("ArrowRight");
    await ask({ id: 5, type: "seek", step: 0 });
    await page.keyboard.press("ArrowLeft");
    await ask({ id: 6, type: "get" });
    const said = await page.evaluate(() => said.filter((data) => typeof data === "string"));
    assert.deepEqual(said.map((text) => JSON.parse(text).method), ["next", "prev"]);
    await page.close();
  },

  async "off screen it does not play"() {
    const { page, ask } = await host(browser, url, "embed&speed=0.5");
    await ask({ id: 1, type: "play" });
    const stops = (is) => page.waitForFunction(async (is) => (await ask({ id: `${Math.random()}`, type: "get" })).value.playing === is, {}, is);
    await page.evaluate(() => (frame.hidden = true));
    await stops(false);
    await page.evaluate(() => (frame.hidden = false));
    await stops(true);
    await page.close();
  },
});
