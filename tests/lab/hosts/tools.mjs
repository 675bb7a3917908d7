// Hosts made by the tools that make such pages.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mystParse } from "myst-parser";
import { iframe, link, markdown, write } from "../page.mjs";
import { serve } from "../serve.mjs";
import { ask, inside, ready, until } from "../visit.mjs";

const beside = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const run = (program, args, cwd) => promisify(execFile)(program, args, { cwd });

export const mkdocs = {
  name: "MkDocs-Material",
  async make({ work, convlens, height, tools }) {
    cpSync(beside("mkdocs/mkdocs.yml"), join(work, "mkdocs.yml"));
    mkdirSync(join(work, "docs"));
    writeFileSync(join(work, "docs/index.md"), markdown(iframe(link(convlens), height)));
    await run(join(tools, "mkdocs/bin/mkdocs"), ["build", "--quiet", "--strict"], work);
    return (await serve(join(work, "site"), { host: "localhost" })).url;
  },
  checks: {},
};

export const docusaurus = {
  name: "Docusaurus",
  async make({ work, convlens, height, tools }) {
    cpSync(beside("docusaurus/docusaurus.config.js"), join(work, "docusaurus.config.js"));
    symlinkSync(join(tools, "docusaurus/node_modules"), join(work, "node_modules"));
    mkdirSync(join(work, "docs"));
    // Its pages are MDX: attributes as React names them.
    const embed = iframe(link(convlens), height).replace("frameborder", "frameBorder");
    writeFileSync(join(work, "docs/index.mdx"), `---\nslug: /\n---\n${markdown(embed)}`);
    // Small scripts are for readers from afar, and take a third more of the machine to make.
    await run(join(work, "node_modules/.bin/docusaurus"), ["build", "--no-minify"], work);
    return (await serve(join(work, "build"), { host: "localhost" })).url;
  },
  checks: {},
};

// The page as MyST's book theme makes it of a directive: a box of 10 to 6 that the frame fills.
export const myst = {
  name: "MyST / Jupyter Book",
  async make({ work, convlens }) {
    const tree = mystParse(`:::{iframe} ${link(convlens, "step=3&autoplay=0&hide=all")}\n:width: 100%\n:title: ConvLens\n:::\n`);
    const node = tree.children[0].children[0];
    assert.equal(node.type, "iframe");
    const frame = `<iframe width="100%" height="100%" src="${node.src.replaceAll("&", "&amp;")}" allowfullscreen allow="autoplay"></iframe>`;
    write(work, `<div class="figure"><div class="box">${frame}</div></div>`, "", `
      .figure { text-align: center; line-height: 0 }
      .box { position: relative; display: inline-block; padding-bottom: 60%; width: min(max(${Number.parseFloat(node.width)}%, 500px), 100%) }
      .box iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100%; border: none }`);
    return (await serve(work, { host: "localhost" })).url;
  },
  checks: {},
};

// What a slide has room for.
const SMALL = "hide=tools,numbers,facts,theme,line,explain,arithmetic,narration,ways";
const ROOM = 660;

// Where the deck is; and back to the slide of the first embed, which a deck loads anew.
const at = (page, slide) => until(page, (slide) => Reveal.getIndices().h === slide, slide);
async function back(page) {
  await page.evaluate(() => {
    lab.said = lab.said.filter(({ from }) => from !== 0);
    Reveal.slide(1);
  });
  await ready(page);
}

const REVEAL = beside("../../node_modules/reveal.js/dist");

export const reveal = {
  name: "reveal.js",
  // A deck does not scroll, and lays its slides out as it starts.
  still: true,
  moves: true,
  async make({ work, convlens }) {
    cpSync(REVEAL, join(work, "dist"), { recursive: true });
    const slide = (query, more) => iframe(link(convlens, `${query}&${SMALL}`), ROOM, more).replace(" src=", " data-src=");
    writeFileSync(join(work, "deck.js"), "Reveal.initialize({ hash: true, transition: \"none\" });");
    writeFileSync(join(work, "index.html"), `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A deck</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="dist/reset.css"><link rel="stylesheet" href="dist/reveal.css"><link rel="stylesheet" href="dist/theme/white.css"></head>
<body><div class="reveal"><div class="slides">
<section><h1>A course</h1></section>
<section><a id="before" href="#/1">before</a>${slide("step=3&autoplay=0", "")}<a id="after" href="#/1">after</a></section>
<section>${slide("autoplay=1", "data-preload")}</section>
<section><h1>The end</h1></section>
</div></div><script src="dist/reveal.js"></script><script src="deck.js"></script></body>
</html>
`);
    return `${(await serve(work, { host: "localhost" })).url}#/1`;
  },
  checks: {
    async "steps drive the deck at both ends"(page) {
      const { value } = await ask(page, { type: "seek", step: 1e6 });
      assert.ok(Number(value.step) > 1);
      await ask(page, { type: "step" });
      await at(page, 2);
      await back(page);
      await ask(page, { type: "seek", step: 0 });
      await ask(page, { type: "step", by: -1 });
      await at(page, 0);
    },

    async "it starts and stops with its slide"(page) {
      const playing = (now) => until(page, async (now) => {
        const { value } = await lab.ask({ type: "get" }, 1);
        return Boolean(value.playing) === now;
      }, now);
      await ready(page, 1);
      await page.evaluate(() => Reveal.slide(2));
      await playing(true);
      await page.evaluate(() => Reveal.slide(3));
      await playing(false);
    },

    async "the arrow keys of the stage are the embed's until its ends"(page) {
      await back(page);
      await ask(page, { type: "seek", step: 1e6 });
      const frame = await inside(page);
      await page.evaluate(() => lab.frame().focus());
      await frame.evaluate(() => (document.querySelector("#app svg[tabindex], #app [tabindex='0']") ?? document.querySelector("#app button")).focus());
      await page.keyboard.press("ArrowRight");
      await at(page, 2);
    },
  },
};
