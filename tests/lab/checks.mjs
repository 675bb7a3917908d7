// What must hold of an embed in every host.
import assert from "node:assert/strict";
import { ask, inside, ready, sizes, until } from "./visit.mjs";

const TABS = 80;
const INNER = "something in the embed";
// In frames of the screen.
const LONG = 30;

const active = (page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

export const checks = {
  async "it shows"(page) {
    await ready(page);
    const frame = await inside(page);
    const seen = await frame.evaluate(() => {
      const { width, height } = document.querySelector("#app svg").getBoundingClientRect();
      const warned = [...document.querySelectorAll(".warnings, .notice")].filter((notice) => notice.getClientRects().length > 0);
      return { drawn: width > 0 && height > 0, lives: Boolean(window.convlens), warned: warned.map((notice) => notice.innerText) };
    });
    assert.deepEqual(seen, { drawn: true, lives: true, warned: [] });
    assert.ok(await page.evaluate(() => lab.frame().getBoundingClientRect().width >= 280));
  },

  async "no focus is taken"(page) {
    assert.ok(["body", "html"].includes(await active(page)), `${await active(page)} has the focus`);
    assert.ok(!(await (await inside(page)).evaluate(() => document.hasFocus())), "the frame has the focus");
  },

  async "its height fits"(page, host) {
    if (host.follows) await until(page, () => lab.said.some(({ height }) => height === lab.frame().clientHeight));
    const { room, needs, over, wide, bar } = await sizes(page);
    assert.deepEqual({ over, wide, bar }, { over: 0, wide: 0, bar: 0 }, `${needs} px in a frame of ${room} px`);
    if (host.follows) assert.equal(room, needs);
  },

  async "nothing moves"(page, host) {
    const frame = await inside(page);
    assert.equal(await frame.evaluate("lab.shift"), 0, "layout shift in the embed");
    if (host.moves) return;
    assert.equal(await page.evaluate("lab.shift"), 0, "layout shift in the host");
    const tops = await page.evaluate("[...lab.tops ?? []]");
    assert.ok(tops.length <= 1, `what stands below was at ${tops}`);
  },

  async "a message makes the round"(page) {
    const got = await ask(page, { type: "get" });
    assert.deepEqual([got.type, got.to], ["answer", "get"]);
    const from = Number(got.value.step ?? 0);
    const stepped = await ask(page, { type: "step" });
    assert.equal(Number(stepped.value.step), from + 1);
    await until(page, (step) => lab.said.some((message) => message.type === "step" && message.step === step), from + 1);
    const wrong = await ask(page, { type: "set", scene: { layer: "Nonsense(1)" } });
    assert.deepEqual([wrong.type, wrong.code], ["error", "parse"]);
  },

  async "the wheel stays the host's"(page, host) {
    if (host.still) return;
    await page.evaluate(() => lab.frame().scrollIntoView({ block: "center" }));
    const { x, y, before } = await page.evaluate(() => {
      const { left, top, width, height } = lab.frame().getBoundingClientRect();
      return { x: left + width / 2, y: Math.max(5, top) + Math.min(height, innerHeight) / 2, before: scrollY };
    });
    await page.mouse.move(x, y);
    await page.mouse.wheel({ deltaY: 200 });
    await until(page, (before) => scrollY > before, before);
    assert.equal(await (await inside(page)).evaluate(() => scrollY), 0, "the embed scrolled");
    await page.evaluate(() => scrollTo(0, 0));
  },

  async "the keyboard gets in and out"(page) {
    await page.evaluate(() => document.getElementById("before").focus());
    const path = [];
    for (let presses = 0; presses < TABS; presses += 1) {
      await page.keyboard.press("Tab");
      path.push(await focused(page));
      if (path.at(-1) === "after") break;
    }
    assert.ok(path.includes(INNER), `Tab never came in: ${path}`);
    assert.equal(path.at(-1), "after", `Tab never came out: ${path}`);
  },
};

// Where the focus is, once it has come there: between two processes it is nowhere for a while, or in a frame and at
// nothing in it. That it may be for good.
async function focused(page) {
  const frame = await inside(page);
  for (let frames = 0; ; frames += 1) {
    const at = await active(page);
    if (at === "iframe" && await frame.evaluate(() => document.activeElement !== document.body)) return INNER;
    const there = at !== "iframe" && at !== "body";
    if (there || frames === LONG) return at;
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
