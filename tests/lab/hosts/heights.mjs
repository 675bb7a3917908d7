// Hosts that give a frame the height it asks for, each in its own dialect.
import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { iframe, link, write } from "../page.mjs";
import { serve } from "../serve.mjs";
import { ask, inside, said, sizes, until } from "../visit.mjs";

// Firefox takes long for each.
const RESIZES = { Chromium: 1000, Firefox: 200 };

// A host whose script stands beside its page.
function host(name, script, checks = {}) {
  return {
    name,
    follows: true,
    async make({ work, convlens, height }) {
      writeFileSync(join(work, "host.js"), script(work));
      write(work, iframe(link(convlens), height), `<script type="module" src="host.js"></script>`);
      return (await serve(work, { host: "localhost" })).url;
    },
    checks: { "its height follows": follows, ...checks },
  };
}

// At each width the frame is as high as what stands in it.
async function follows(page) {
  const { width, height } = page.viewport();
  const heights = new Set();
  for (const narrow of [420, 900]) {
    await page.setViewport({ width: narrow, height });
    await settled(page);
    heights.add((await sizes(page)).room);
  }
  assert.ok(heights.size > 1, "no height changed: the check says nothing");
  await page.setViewport({ width, height });
  await settled(page);
}

async function settled(page) {
  const frame = await inside(page);
  const fits = async () => {
    const { room, needs } = await sizes(page);
    return room === needs && await frame.evaluate("innerWidth") === await page.evaluate(() => lab.frame().clientWidth);
  };
  for (let tries = 0; !await fits(); tries += 1) {
    assert.ok(tries < 300, `still ${JSON.stringify(await sizes(page))}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

// What Canvas does with the message; other learning platforms do the same.
export const lti = host("LTI stub", () => `
addEventListener("message", ({ data, source }) => {
  if (data?.subject !== "lti.frameResize") return;
  const frame = [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source);
  if (frame) frame.style.height = \`\${data.height}px\`;
});
`, {
  async "no height feeds on itself"(page, { engine }) {
    const resizes = RESIZES[engine];
    const count = async () => (await said(page, "resize")).length;
    const first = await count();
    await page.evaluate(async (times) => {
      const frame = lab.frame();
      for (let time = 0; time < times; time += 1) {
        frame.style.width = `${280 + 97 * (time % 11)}px`;
        await new Promise(requestAnimationFrame);
      }
      frame.style.width = "";
    }, resizes);
    await settled(page);
    const many = await count() - first;
    assert.ok(many <= resizes + 10, `${many} messages for ${resizes} resizes`);
    // Whatever the frame's height is, what stands in it needs the same.
    const { needs } = await sizes(page);
    for (const height of [50, 3000]) {
      const before = await count();
      await page.evaluate((height) => { lab.frame().style.height = `${height}px`; }, height);
      await ask(page, { type: "get" });
      await until(await inside(page), (height) => innerHeight === height, height);
      assert.equal((await sizes(page)).needs, needs, `in a frame of ${height} px`);
      assert.ok(await count() <= before + 1);
    }
    await page.evaluate((height) => { lab.frame().style.height = `${height}px`; }, needs);
  },
});

// What H5P's resizer answers (js/h5p-resizer.js in h5p-php-library). It makes itself known only to frames of H5P.
export const h5p = host("H5P resizer", () => `
const acts = {
  hello(frame, data, answer) {
    frame.style.width = "100%";
    addEventListener("resize", () => frame.contentWindow && answer("resize"));
    answer("hello");
  },
  prepareResize(frame, { scrollHeight, clientHeight }, answer) {
    if (frame.clientHeight === scrollHeight && scrollHeight === clientHeight) return;
    frame.style.height = \`\${clientHeight}px\`;
    answer("resizePrepared");
  },
  resize(frame, { scrollHeight }) {
    frame.style.height = \`\${scrollHeight}px\`;
  },
};
addEventListener("message", ({ data, source, origin }) => {
  if (data.context !== "h5p") return;
  const frame = [...document.querySelectorAll("iframe")].find((frame) => frame.contentWindow === source);
  if (frame) acts[data.action]?.(frame, data, (action) => source.postMessage({ context: "h5p", action }, origin));
});
`);

const OPEN = new URL("../../../node_modules/@open-iframe-resizer/core/dist/index.js", import.meta.url);

export const open = host("open-iframe-resizer", (work) => {
  copyFileSync(OPEN, join(work, "open-iframe-resizer.js"));
  return `
import { initialize } from "./open-iframe-resizer.js";
initialize({}, "iframe");
`;
});
