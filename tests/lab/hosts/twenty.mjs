// A page with many embeds.
import assert from "node:assert/strict";
import { LAYER, write } from "../page.mjs";
import { HASHED, serve } from "../serve.mjs";
import { ask, inside, ready, said, until } from "../visit.mjs";

const MANY = 20;

const frames = (page) => page.evaluate(() => document.querySelectorAll("iframe").length);

// Frames are numbered as they stand in the page, which is the order in which they are made here.
export const twenty = {
  name: `${MANY} embeds`,
  follows: true,
  async make({ work, convlens, height }) {
    const text = `<p>${"What stands between two pictures. ".repeat(60)}</p>`.repeat(4);
    const lenses = Array.from({ length: MANY }, (_, at) => `<conv-lens layer="${LAYER}" seed="${at}" autoplay="0" height="${height}"></conv-lens>${text}`);
    write(work, lenses.join("\n"), `<script src="${convlens}embed.js"></script>`);
    return (await serve(work, { host: "localhost" })).url;
  },
  // With so many, Tab takes long to come out.
  only: ["it shows", "no focus is taken", "its height fits", "nothing moves", "a message makes the round", "the wheel stays the host's"],
  checks: {
    async "each is made as it comes near, its files fetched once"(page, { requests, note, memory }) {
      const first = await frames(page);
      assert.ok(first < MANY / 2, `${first} frames at once`);
      const few = memory();
      for (let at = 0; at < MANY; at += 1) {
        await page.evaluate((at) => document.querySelectorAll("conv-lens")[at].scrollIntoView(), at);
        await until(page, (at) => document.querySelectorAll("iframe").length > at, at);
        await ready(page, at);
      }
      assert.equal(await frames(page), MANY);
      const often = [...requests].filter(([name, times]) => HASHED.test(name) && times > 1);
      assert.deepEqual(often, []);
      note("memory", `the browser takes ${memory().toFixed(0)} MB more than before this page, with ${first} embeds ${few.toFixed(0)} MB`);
    },

    async "nothing in the host moved"(page) {
      assert.equal(await page.evaluate("lab.shift"), 0);
    },

    async "what is off screen costs nothing"(page) {
      const last = MANY - 1;
      const show = (at) => page.evaluate((at) => lab.frame(at).scrollIntoView(), at);
      await show(0);
      for (const at of [0, last]) await ask(page, { type: "play" }, at);
      const steps = async (at) => (await said(page, "step", at)).length;
      const more = (at, than) => until(page, (at, than) => lab.said.filter(({ type, from }) => type === "step" && from === at).length > than, at, than);
      await more(0, await steps(0) + 1);
      await show(last);
      await more(last, await steps(last) + 1);
      const [paused, frame] = [await steps(0), await inside(page, 0)];
      const drawn = await frame.evaluate("lab.drawn");
      await more(last, await steps(last) + 3);
      assert.equal(await steps(0), paused, "it plays unseen");
      assert.ok(await frame.evaluate("lab.drawn") <= drawn + 1, "it draws unseen");
      // It goes on where it was.
      await show(0);
      await more(0, paused);
      for (const at of [0, last]) await ask(page, { type: "pause" }, at);
    },

    async "it scrolls"(page, { note }) {
      const seen = await page.evaluate(async () => {
        const end = document.documentElement.scrollHeight - innerHeight;
        const gaps = [];
        lab.long = 0;
        let last = performance.now();
        for (let top = 0; top < end; top += 120) {
          scrollTo(0, top);
          await new Promise(requestAnimationFrame);
          gaps.push(performance.now() - last);
          last = performance.now();
        }
        await new Promise((done) => setTimeout(done));
        return { frames: gaps.length, slow: gaps.filter((gap) => gap > 50).length, long: lab.long };
      });
      note("scrolling", `${seen.frames} frames, ${seen.slow} over 50 ms, ${seen.long} long tasks in the host`);
    },
  },
};
