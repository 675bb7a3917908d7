// What holds for who does not see the picture, sees it otherwise, or has no pointer.
import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { open } from "./browser.mjs";

// As seeds go: the same scenes each time (mulberry32).
function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (from, to) => from + Math.floor(next() * (to - from + 1));
}

const product = (sizes) => sizes.reduce((all, size) => all * size, 1);

// A layer on numbers with halves, whose sums the page writes out in full.
function scene(draw) {
  const rank = draw(1, 3);
  const transposed = draw(0, 3) === 0;
  // So few cells that no tensor is cut.
  const groups = rank < 3 && draw(0, 4) === 0 ? 2 : 1;
  const [ins, outs] = [groups * draw(1, 2), groups * draw(1, 2)];
  const kernel = Array.from({ length: rank }, () => draw(1, rank === 1 ? 4 : 3 - (rank === 3)));
  const size = kernel.map((cells) => cells + draw(1, 3 - (rank === 3)));
  const bias = draw(0, 1) === 1;
  const line = (bias) => `nn.Conv${transposed ? "Transpose" : ""}${rank}d(${ins}, ${outs}, (${kernel.join(", ")}${rank === 1 ? "," : ""}), `
    + `stride=${stride}, padding=${padding}, groups=${groups}, bias=${bias ? "True" : "False"})`;
  const [stride, padding] = [draw(1, 2), transposed ? 0 : draw(0, 1)];
  const shape = transposed ? [ins, outs / groups, ...kernel] : [outs, ins / groups, ...kernel];
  const halves = (count) => Array.from({ length: count }, () => draw(-8, 8) / 2);
  return {
    ins, line, withBias: bias,
    order: ["rows", "columns", "shuffle"][draw(0, 2)],
    input: { shape: [ins, ...size], data: halves(ins * product(size)) },
    weight: { shape, data: halves(product(shape)) },
    bias: bias ? halves(outs) : undefined,
  };
}

// The tables of the page as assistive technology has them: by their names, rows of what heads them and their cells.
async function tables(session) {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (node, roles) => node.childIds.flatMap((id) => {
    const child = known.get(id);
    if (!child) return [];
    return !child.ignored && roles.includes(child.role.value) ? [child] : below(child, roles);
  });
  const words = (node) => node.name.value;
  const found = nodes.filter((node) => !node.ignored && node.role.value === "table").map((table) => {
    const [heads, ...rows] = below(table, ["row"]);
    return {
      name: words(table),
      heads: below(heads, ["columnheader"]).map(words).slice(1),
      rows: rows.map((row) => ({
        head: words(below(row, ["rowheader"])[0]),
        cells: below(row, ["cell", "gridcell"]).map(words),
      })),
    };
  });
  return found;
}

const read = (text) => {
  const number = Number(text.replace("−", "-"));
  assert.ok(text !== "" && !Number.isNaN(number), `${text} is no number`);
  return number;
};

// The flat index of "input[1, 2]": where a tensor has one channel, its name leaves that out.
function index(name, shape) {
  const at = /\[(.*)\]/.exec(name)[1].split(", ").map(Number);
  if (at.length < shape.length) at.unshift(0);
  assert.equal(at.length, shape.length, name);
  return at.reduce((flat, here, axis) => flat * shape[axis] + here, 0);
}

// Every number of a tensor's tables, by its flat index.
function cells(found, tensor, shape) {
  const all = new Map();
  for (const { name, heads, rows } of found.filter(({ name }) => name.startsWith(`${tensor}[`) || name.startsWith(`${tensor} `))) {
    const outer = /^\w+\[(.*?)\]/.exec(name)?.[1] ?? "";
    for (const { head, cells } of rows) {
      cells.forEach((text, column) => all.set(index(`[${[outer, head, heads[column]].filter(Boolean).join(", ")}]`, shape), text));
    }
  }
  assert.equal(all.size, product(shape), `${tensor}: not every cell has a place of its own`);
  return all;
}

// Everything that a frame's tables say against the core's numbers.
function compare(found, { input, weight, bias, withBias }, { whole, channels, shape }, step) {
  const [products, sums] = [found.find(({ name }) => name === "The products of this step"), found.find(({ name }) => name === "What the products add up to")];
  const output = index(sums.rows.at(-1).head, shape);
  const said = sums.rows.map(({ head, cells: [cell] }) => [head, read(cell)]);
  assert.equal(said.at(-1)[1], whole[output], "output");
  const ofChannels = new Map(said.filter(([head]) => head.startsWith("sum of channel ")).map(([head, value]) => [Number(head.slice(15)), value]));
  const added = new Map();
  for (const { head, cells: [x, name, w, multiplied] } of products.rows) {
    if (head === "inserted zero") continue;
    const at = head === "padding" ? undefined : index(head, input.shape);
    assert.equal(read(x), at === undefined ? 0 : input.data[at], head);
    const place = index(name, weight.shape);
    assert.equal(read(w), weight.data[place], name);
    assert.equal(read(multiplied), read(x) * read(w) + 0, `${head} ${name}`);
    const channel = at === undefined ? undefined : Math.floor(at / product(input.shape.slice(1)));
    if (channel !== undefined) added.set(channel, (added.get(channel) ?? 0) + read(multiplied));
  }
  for (const [channel, sum] of ofChannels) {
    assert.equal(sum, channels[channel][output], `sum of channel ${channel}`);
    assert.equal(added.get(channel) ?? 0, sum, `products of channel ${channel}`);
  }
  const biases = said.filter(([head]) => head === "bias").map(([, value]) => value);
  assert.deepEqual(biases, withBias ? [bias[Math.floor(output / product(shape.slice(1)))]] : [], "bias");
  for (const [name, tensor] of [["input", input], ["weight", weight]]) {
    for (const [at, text] of cells(found, name, tensor.shape)) assert.equal(read(text), tensor.data[at], `${name} ${at}`);
  }
  const shown = [...cells(found, "output", shape)].filter(([, text]) => text !== "not yet");
  assert.equal(shown.length, step + 1, "outputs so far");
  for (const [at, text] of shown) assert.equal(read(text), whole[at], `output ${at}`);
}

// What the core gives for a scene, and for each channel of its input alone.
const core = (page, { ins, line, withBias, input, weight, bias }) => page.evaluate((ins, spec, alone, input, weight, bias) => {
  const tensor = ({ shape, data }) => ({ shape, data: new Float32Array(data) });
  const compute = (spec, data, bias) => convlens.compute({
    spec, input: tensor({ shape: input.shape, data }), weight: tensor(weight), bias: bias && tensor({ shape: [bias.length], data: bias }),
  });
  const whole = compute(spec, input.data, bias);
  const size = input.data.length / ins;
  const channels = Array.from({ length: ins }, (_, channel) => [
    ...compute(alone, input.data.map((value, at) => (Math.floor(at / size) === channel ? value : 0)), undefined).data,
  ]);
  return { whole: [...whole.data], shape: [...whole.shape], channels };
}, ins, line(withBias), line(false), input, weight, bias);

// Until a frame has been drawn after what was done.
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

const PAGES = {
  opening: { query: "?autoplay=0" },
  tables: { query: "?layer=Conv2d(2,2,3,padding=1)&shape=5x5&autoplay=0&step=7&picture=channels", act: openTables },
  refused: { query: "?layer=Conv2d(1,1,3,stride=0)&autoplay=0" },
  index: { query: "?lesson=", ready: ".lesson-list" },
  asking: { query: "?lesson=stride.3", ready: ".lesson-form" },
  answered: { query: "?lesson=stride.4", ready: ".lesson-form", act: answer },
};

async function openTables(page) {
  await page.waitForSelector("details.grids");
  await page.evaluate(() => { document.querySelector("details.grids").open = true; });
  await page.waitForSelector(".grid table");
}

// Answers, and has the step shown whether or not that was right.
async function answer(page) {
  await page.click(".lesson-form :is(input, select, button)");
  await page.click(".lesson-form [type=submit]");
  await page.waitForSelector(".lesson-verdict:not(:empty)");
}

export const accessibility = (browser, url) => ({
  async "every number of a frame is read from the accessibility tree, and is the core's"() {
    const draw = random(5);
    const page = await open(browser, `${url}?layer=Conv1d(1,1,1)&lang=en&autoplay=0`);
    await openTables(page);
    const session = await page.createCDPSession();
    for (let count = 0; count < 200; count += 1) {
      const given = scene(draw);
      const { input, weight, bias } = given;
      const expected = await core(page, given);
      const step = draw(0, expected.whole.length - 1);
      const set = {
        layer: given.line(given.withBias), shape: input.shape.slice(1).join("x"), order: given.order,
        input: input.data.join(","), weight: weight.data.join(","), ...(bias && { bias: bias.join(",") }),
      };
      await page.evaluate(async (set, step) => {
        await convlens.set(set);
        convlens.seek(step);
        await new Promise(requestAnimationFrame);
      }, set, step);
      try {
        compare(await tables(session), given, expected, step);
      } catch (error) {
        error.message = `scene ${count}, ${JSON.stringify(set)}, step ${step}: ${error.message}`;
        throw error;
      }
    }
    await page.close();
  },

  async "axe finds nothing on any page, in either theme and language, narrow to wide"() {
    const all = [];
    for (const [name, { query, ready, act }] of Object.entries(PAGES)) {
      for (const lang of ["en", "zh"]) {
        const page = await open(browser, `${url}${query}&lang=${lang}`);
        if (ready) await page.waitForSelector(ready);
        if (act) await act(page);
        // A target that lies half beneath the transport now is whole once it is scrolled to: its size is what counts.
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(".transport { position: static !important }");
          document.adoptedStyleSheets.push(sheet);
        });
        for (const width of [1280, 390, 280]) {
          await page.setViewport({ width, height: 800 });
          for (const scheme of ["light", "dark"]) {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
            await settled(page);
            const found = await audit(page, { rules: { "target-size": { enabled: true } } });
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            if (wide > 0) found.push(`${wide} px too wide`);
            all.push(...found.map((line) => `${name}, ${lang}, ${scheme}, ${width} px: ${line}`));
          }
        }
        await page.close();
      }
    }
    assert.deepEqual(all, []);
  },

  async "the tables are offered before anything was used"() {
    const page = await open(browser, url);
    // Given a window in which it lies beneath the transport, when it takes the focus, then it can be seen.
    await page.focus(".grids > summary");
    // The one that has the focus: the live card takes the sleeping one's place when it comes.
    await page.waitForFunction(() => {
      const summary = document.querySelector(".grids > summary");
      const { x, y, height } = summary.getBoundingClientRect();
      return document.activeElement === summary && document.elementFromPoint(x + 4, y + height / 2) === summary;
    });
    await page.keyboard.press("Enter");
    await page.waitForSelector(".grids[open] .grid table");
    await page.close();
  },

  async "the cells are one stop of the Tab key, with arrows among them"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=5x5&lang=en&autoplay=0`);
    await page.waitForSelector("details.grids");
    const stops = await page.$$eval(".stage .picture-box, .stage .picture-box *", (nodes) => nodes.filter(({ tabIndex }) => tabIndex >= 0).length);
    assert.equal(stops, 1);
    const readout = () => page.$eval(".readout", ({ textContent }) => textContent);
    await page.focus(".picture-box");
    const press = async (key) => {
      await page.keyboard.press(key);
      await settled(page);
      return readout();
    };
    assert.match(await press("Enter"), /input\[0, 0\]/);
    assert.match(await press("ArrowRight"), /input\[0, 1\]/);
    assert.match(await press("ArrowDown"), /input\[1, 1\]/);
    await press("Escape");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => !document.activeElement.closest(".picture-box")), "Tab does not leave the cells");
    await page.close();
  },

  async "larger or wider set text is not cut off"() {
    const ways = {
      "twice the size": () => document.documentElement.style.setProperty("font-size", "30px"),
      // As WCAG 1.4.12 sets it.
      "wider spacing": () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
        document.adoptedStyleSheets.push(sheet);
      },
    };
    for (const [way, act] of Object.entries(ways)) {
      for (const width of [1280, 640, 320]) {
        const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=5x5&autoplay=0`, { width });
        await page.waitForSelector("details.grids");
        await page.evaluate(act);
        await settled(page);
        const cut = await page.evaluate(() => [...document.querySelectorAll("button, summary, h2, label, .narration, .hint, .readout, .arithmetic")]
          .filter((node) => node.checkVisibility() && node.clientWidth > 0)
          .filter((node) => node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1)
          .map((node) => node.className || node.textContent));
        assert.deepEqual(cut, [], `${way}, ${width} px`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${way}, ${width} px: too wide`);
        await page.close();
      }
    }
  },

  async "what has the focus is not hidden by the transport"() {
    const hidden = [];
    for (const height of [420, 640]) {
      const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=5x5&autoplay=0&picture=padding`, { height });
      await openTables(page);
      for (let times = 0; times < 50; times += 1) {
        await page.keyboard.press("Tab");
        const found = await page.evaluate(() => {
          const active = document.activeElement;
          const [{ top, bottom }, over] = [active.getBoundingClientRect(), document.querySelector(".transport").getBoundingClientRect()];
          // WCAG 2.4.11 asks that a part of it is seen.
          return active.closest(".transport") || top < over.top ? "" : `${active.tagName} ${active.textContent.slice(0, 30)} ${top} ${bottom}`;
        });
        if (found) hidden.push(found);
      }
      await page.close();
    }
    assert.deepEqual(hidden, []);
  },

  async "the step is said politely, and not while the film plays"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=9x9&autoplay=0&speed=0.25&lang=en`);
    const said = () => page.$eval("#narration", (node) => [node.ariaLive ?? node.getAttribute("aria-live"), node.textContent]);
    const [live, first] = await said();
    assert.equal(live, "polite");
    // A step writes new words; only where the film begins or stops is the sentence made anew, to be read again.
    const words = await page.evaluateHandle(() => document.querySelector("#narration").firstChild);
    await page.evaluate(() => convlens.step(1));
    await settled(page);
    assert.notEqual((await said())[1], first);
    assert.ok(await words.evaluate((node) => node.isConnected), "a step made the sentence anew");
    await page.evaluate(() => convlens.play());
    assert.equal((await said())[0], "off");
    await page.evaluate(() => convlens.pause());
    assert.equal((await said())[0], "polite");
    await page.close();
  },

  async "nothing plays by itself for who wants stillness"() {
    const before = (page) => page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    const page = await open(browser, url, { before });
    assert.equal(await page.evaluate(() => convlens.get().playing), false);
    await page.close();
  },

  async "in forced colours the cells, the window, what is done and what is chosen are told apart"() {
    // Puppeteer knows no such feature.
    const before = async (page) => (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=5x5&autoplay=0&step=2&picture=padding`, { before });
    await page.waitForSelector(".explain [aria-pressed=true]");
    const looks = await page.evaluate(() => {
      const look = (selector) => {
        const { fill, stroke, strokeWidth } = getComputedStyle(document.querySelector(selector));
        return [fill, stroke, strokeWidth].join(" ");
      };
      return [".cell.read", ".cell.in:not(.window)", ".cell.out.now", ".cell.out.done:not(.now)"].map(look);
    });
    assert.equal(new Set(looks).size, looks.length, looks.join("; "));
    const grounds = await page.evaluate(() => ["true", "false"].map((chosen) => getComputedStyle(document.querySelector(`.explain [aria-pressed=${chosen}]`)).backgroundColor));
    assert.notEqual(grounds[0], grounds[1]);
    await page.close();
  },
});
