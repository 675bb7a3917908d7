// The lessons on the built page: what they say, what they ask, and what becomes of an answer.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { audit } from "./audit.mjs";
import { open } from "./browser.mjs";

const words = new URL("../crates/story/lessons/", import.meta.url);

// The names of the lessons, and how many steps each has: headings that are neither its own nor told.
const lessons = readdirSync(new URL("en/", words)).map((file) => {
  const headings = readFileSync(new URL(`en/${file}`, words), "utf8").match(/^# .*$/gm);
  const steps = headings.filter((heading) => !/^# (title|about|.* told)$/.test(heading));
  return { name: file.replace(".txt", ""), steps: steps.length };
});

const shown = (page, at) => page.waitForFunction((at) => document.querySelector(".lesson-count")?.textContent.includes(at), { timeout: 20000 }, at);
const text = (page, what) => page.$eval(what, (element) => element.innerText.trim());
const click = (page, what) => page.$eval(what, (button) => button.click());
const verdict = (page, is) => page.waitForFunction(
  (is) => {
    const verdict = document.querySelector(".lesson-verdict");
    return verdict.textContent !== "" && verdict.classList.contains("is-right") === is;
  },
  {},
  is,
);

export const taught = (browser, url, watch) => ({
  async "the index leads to a lesson, whose link opens it again, and back leads to the index"() {
    let seen;
    const page = await open(browser, url, { before: async (page) => (seen = await watch(page)) });
    // Given the fresh page, when its way to the lessons is taken, then they are all there.
    await page.click(".theme a");
    await page.waitForSelector(".lesson-list li");
    assert.equal((await page.$$(".lesson-list li")).length, lessons.length);
    assert.deepEqual(await page.$$eval(".lesson-list p", (all) => all.filter(({ innerText }) => !innerText.trim()).length), 0);
    await page.click(".lesson-list a[href$=stride]");
    await shown(page, "1 of 7");
    await page.waitForFunction("location.search.includes('lesson=stride')");
    // What the step has by itself, the address does not say.
    assert.equal(await page.evaluate("location.search"), "?lesson=stride");
    await page.reload();
    await shown(page, "1 of 7");
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await page.evaluate("seen.violations"), []);
    await page.close();
  },

  async "a lesson opened by link comes in one piece, however late its parts are"() {
    for (const width of [1280, 390]) {
      const page = await open(browser, `${url}?lesson=stride.2&lang=en`, {
        width,
        before: async (page) => {
          await page.evaluateOnNewDocument(() => {
            window.shifts = [];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
          });
          await page.setRequestInterception(true);
          page.on("request", (request) => setTimeout(() => request.continue(), /\.(wasm|txt)$/.test(request.url()) ? 120 : 0));
        },
      });
      await shown(page, "2 of 7");
      await page.evaluate(() => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame))));
      assert.deepEqual(await page.evaluate("shifts"), [], `${width} px`);
      await page.close();
    }
  },

  async "a known mistake is named, and the right answer shows what comes"() {
    const page = await open(browser, `${url}?lesson=stride.2`);
    await shown(page, "2 of 7");
    const tick = (cells) => page.$$eval(".lesson-cell input", (all, cells) => all.forEach((cell, at) => cell.checked !== cells.includes(at) && cell.click()), cells);
    // Given a question, what would tell its answer is not there, and nothing can be stepped.
    assert.equal(await page.$eval(".transport", (transport) => transport.checkVisibility()), false);
    await page.focus("#stage [tabindex='0']");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate("convlens.get().step"), 0);
    // When the stride is forgotten, then that is said, and the stage stands still.
    await tick([1, 2, 3]);
    await click(page, ".lesson-check");
    await verdict(page, false);
    assert.match(await text(page, ".lesson-verdict"), /stride/);
    assert.equal(await page.evaluate("convlens.get().step"), 0);
    // When it is right, then the film goes on, and more is said.
    await tick([2, 3, 4]);
    await click(page, ".lesson-check");
    await verdict(page, true);
    await page.waitForFunction("convlens.get().step === 1");
    assert.match(await text(page, ".lesson-told"), /two cells further/);
    assert.equal(await page.$eval(".transport", (transport) => transport.checkVisibility()), true);
    assert.match(await text(page, ".lesson-tried summary"), /2/);
    await page.close();
  },

  async "another question of the same kind has other numbers, and its link brings it back"() {
    const page = await open(browser, `${url}?lesson=stride.3`);
    await shown(page, "3 of 7");
    const first = await text(page, ".lesson-prompt");
    // Who has not tried is not shown the answer.
    assert.equal(await page.$(".lesson-buttons ::-p-text(Show me)"), null);
    await page.type(".lesson-number", "1");
    await page.type(".lesson-number + .lesson-number", "1");
    await page.keyboard.press("Enter");
    await (await page.waitForSelector(".lesson-buttons ::-p-text(Show me)")).click();
    await (await page.waitForSelector(".lesson-more button")).click();
    await page.waitForFunction((first) => document.querySelector(".lesson-prompt").innerText !== first, {}, first);
    const second = await text(page, ".lesson-prompt");
    await page.waitForFunction("location.search.includes('stride.3.1')");
    await page.reload();
    await shown(page, "3 of 7");
    await page.waitForFunction((second) => document.querySelector(".lesson-prompt").innerText === second, {}, second);
    await page.close();
  },

  async "who tries for themselves keeps the scene, and one click leads back"() {
    const page = await open(browser, `${url}?lesson=groups.3`);
    await shown(page, "3 of");
    const layer = await page.evaluate("convlens.get().layer");
    await click(page, ".lesson-free");
    await page.waitForSelector(".lesson-return");
    assert.equal(await page.evaluate("convlens.get().layer"), layer);
    assert.equal(await page.evaluate("convlens.get().lesson"), undefined);
    await page.evaluate("convlens.set({ layer: 'Conv1d(1,1,2)' })");
    await click(page, ".lesson-return");
    await shown(page, "3 of");
    assert.equal(await page.evaluate("convlens.get().layer"), layer);
    await page.close();
  },

  async "every step of every lesson says something, in both languages, and nothing is left to fill in"() {
    for (const lang of ["en", "zh"]) {
      const page = await open(browser, `${url}?lesson=stride&lang=${lang}`);
      await shown(page, "7");
      for (const { name, steps } of lessons) {
        const cards = await page.evaluate(async (name, steps) => {
          const cards = [];
          for (let step = 1; step <= steps; step += 1) {
            await convlens.set({ lesson: `${name}.${step}` });
            const [card, count, says] = [".lesson-card", ".lesson-count", ".lesson-says p"].map((what) => document.querySelector(what));
            cards.push({ text: card.innerText, count: count.textContent, says: says !== null });
          }
          return cards;
        }, name, steps);
        cards.forEach(({ text, count, says }, at) => {
          assert.deepEqual(count.match(/\d+/g), [`${at + 1}`, `${steps}`], `${lang} ${name}.${at + 1}`);
          assert.doesNotMatch(text, /[{}]|\]\(|`/, `${lang} ${name}.${at + 1}: ${text}`);
          assert.ok(says, `${lang} ${name}.${at + 1}`);
        });
      }
      await page.close();
    }
  },

  async "a lesson is kept as done only where the learner wants it"() {
    const page = await open(browser, `${url}?lesson=stride.7`);
    await shown(page, "7 of 7");
    await click(page, ".lesson-on");
    await shown(page, "1 of");
    assert.equal(await page.evaluate("localStorage.length"), 0);
    await click(page, ".lesson-index");
    await page.waitForSelector(".lesson-progress input");
    assert.match(await text(page, ".lesson-progress"), /^1 of/);
    await click(page, ".lesson-progress input");
    assert.equal(await page.evaluate("localStorage.length"), 1);
    await page.waitForFunction("location.search.endsWith('lesson=')");
    await page.reload();
    await page.waitForSelector(".lesson-progress input:checked");
    assert.match(await text(page, ".lesson-progress"), /^1 of/);
    await click(page, ".lesson-progress input");
    assert.equal(await page.evaluate("localStorage.length"), 0);
    await page.close();
  },

  async "an embed's host is told of each answer, and hides what is said"() {
    const host = await browser.newPage();
    await host.goto(`${url}blank`).catch(() => {});
    const frame = (query) => host.evaluate((src) => {
      window.scores = [];
      addEventListener("message", ({ data }) => data?.type === "score" && scores.push(data));
      document.body.innerHTML = "";
      document.body.append(Object.assign(document.createElement("iframe"), { src, width: 700, height: 700 }));
    }, `${url}?embed&${query}`);
    await frame("lesson=stride.2");
    const embed = await host.waitForFrame((frame) => frame.url().includes("lesson=stride.2"));
    await embed.waitForSelector(".lesson-cell input");
    await embed.evaluate(() => {
      for (const at of [2, 3, 4]) document.querySelectorAll(".lesson-cell input")[at].click();
      document.querySelector(".lesson-check").click();
    });
    await host.waitForFunction("scores.length === 1");
    const [{ lesson, step, right }] = await host.evaluate("scores");
    assert.deepEqual({ lesson, step, right }, { lesson: "stride", step: 2, right: true });
    await frame("lesson=padding&hide=lesson");
    const bare = await host.waitForFrame((frame) => frame.url().includes("lesson=padding"));
    await bare.waitForSelector(".lesson-says", { visible: false });
    assert.equal(await bare.$eval(".lesson", (lesson) => lesson.checkVisibility()), false);
    await host.close();
  },

  // The index and what asks: accessibility.mjs.
  async "axe finds nothing in a step that tells, on a dark phone"() {
    const before = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    const page = await open(browser, `${url}?lesson=stride.2`, { width: 390, before });
    await page.waitForSelector(".lesson-card");
    assert.deepEqual(await audit(page), []);
    await page.close();
  },
});
