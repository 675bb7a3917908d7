// Pages written by hand, from the plainest to the strictest.
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LAYER, iframe, link, write } from "../page.mjs";
import { serve } from "../serve.mjs";
import { ask, inside, until } from "../visit.mjs";

const ONE_FILE = "convlens.html";

const element = (height, more = "") => `<conv-lens layer="${LAYER}" step="3" autoplay="0" height="${height}" ${more}></conv-lens>`;

// What the element adds to a frame.
const elementChecks = {
  async "the element's attributes are its scene"(page) {
    const before = (await ask(page, { type: "get" })).value.layer;
    await page.evaluate(() => {
      const lens = document.querySelector("conv-lens");
      lens.setAttribute("layer", "Conv2d(1,1,2)");
      lens.setAttribute("step", "1");
    });
    await until(page, async (before) => {
      const { layer, step } = await document.querySelector("conv-lens").get();
      return layer !== before && Number(step) === 1;
    }, before);
  },

  async "the element's methods answer and its events tell"(page) {
    const seen = await page.evaluate(async (layer) => {
      const lens = document.querySelector("conv-lens");
      const events = [];
      for (const type of ["ready", "step", "state", "error"]) lens.addEventListener(type, ({ detail }) => events.push([type, detail]));
      const refused = await lens.set({ layer: "Nonsense(1)" }).then(() => "taken", ({ code, field, message }) => ({ code, field, says: message.length > 0 }));
      await lens.set({ layer });
      await lens.seek(2);
      await lens.step();
      const { step } = await lens.step(-2);
      const { shape, data } = await lens.compute({ spec: "Conv2d(1,1,1,bias=False)", input: { shape: [1, 1, 1], data: [3] }, weight: { shape: [1, 1, 1, 1], data: [2] } });
      return { refused, step: Number(step), computed: [[...shape], [...data]], steps: events.filter(([type]) => type === "step").map(([, { step }]) => step) };
    }, LAYER);
    assert.deepEqual(seen.refused, { code: "parse", field: "layer", says: true });
    assert.equal(seen.step, 1);
    assert.deepEqual(seen.computed, [[1, 1, 1], [6]]);
    assert.deepEqual(seen.steps.slice(-3), [2, 3, 1]);
  },

  async "what is asked is answered, however far away the element is"(page) {
    const layer = await page.evaluate(async (layer) => {
      const near = document.querySelector("conv-lens");
      const far = document.createElement("conv-lens");
      far.setAttribute("src", near.getAttribute("src"));
      far.setAttribute("layer", layer);
      far.style.marginTop = "9000px";
      document.body.append(far);
      const state = await far.get();
      far.remove();
      return state.layer;
    }, "Conv2d(1,1,2)");
    assert.match(layer, /kernel_size=2/);
  },

  async "an element that is moved lives on"(page) {
    const moved = page.evaluate(() => {
      const lens = document.querySelector("conv-lens");
      const again = new Promise((done) => lens.addEventListener("ready", ({ detail }) => done(detail.version), { once: true }));
      lens.parentElement.insertBefore(lens, lens.nextElementSibling);
      lens.after(lens.previousElementSibling);
      return again;
    });
    assert.equal(await moved, 1);
  },
};

export const plain = {
  name: "plain page",
  follows: true,
  // A module, from the host's own folder: of another origin it would need that one's leave. It comes after the first
  // paint, so the page keeps the height until then.
  async make({ work, dist, convlens, height }) {
    copyFileSync(join(dist, "embed.js"), join(work, "embed.js"));
    write(work, element(height, `src="${convlens}" style="display: block; min-height: ${height}px"`), "<script type=\"module\" src=\"embed.js\"></script>");
    return (await serve(work, { host: "localhost" })).url;
  },
  checks: elementChecks,
};

export const strict = {
  name: "strict policy",
  follows: true,
  async make({ work, convlens, height }) {
    write(work, element(height), `<script src="${convlens}embed.js"></script>`);
    const policy = `default-src 'none'; script-src ${convlens}embed.js; frame-src ${convlens}; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`;
    const headers = () => ({ "Content-Security-Policy": policy, "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY" });
    return (await serve(work, { host: "localhost", headers })).url;
  },
  checks: {},
};

export const sandbox = {
  name: "sandbox, no CORS",
  async make({ work, convlens, height }) {
    write(work, iframe(link(convlens + ONE_FILE), height, "sandbox=\"allow-scripts\""));
    return (await serve(work, { host: "localhost" })).url;
  },
  checks: {
    async "nothing can be stored, and nothing asks to"(page) {
      const frame = await inside(page);
      const origin = await frame.evaluate(() => self.origin);
      assert.equal(origin, "null");
      const got = await ask(page, { type: "set", scene: { layer: "Conv2d(1,1,2)" } });
      assert.equal(got.type, "answer");
    },
  },
};

export const file = {
  name: "file://",
  page: ONE_FILE,
  follows: true,
  async make({ work, dist, height }) {
    for (const name of [ONE_FILE, "embed.js"]) copyFileSync(join(dist, name), join(work, name));
    return pathToFileURL(write(work, element(height), "<script src=\"embed.js\"></script>")).href;
  },
  checks: {},
};

