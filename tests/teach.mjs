// What a teacher makes on the built page: worksheets, and lessons of one's own scenes.
import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { open } from "./browser.mjs";

const press = (page, words) => page.evaluate((words) => {
  const buttons = [...document.querySelectorAll("button")];
  buttons.find(({ innerText }) => innerText.trim() === words).click();
}, words);

async function sheet(page) {
  await page.waitForSelector(".tools");
  await press(page, "Take away");
  await page.waitForSelector(".take-away", { timeout: 20000 });
  await press(page, "Worksheet to print");
  await page.waitForSelector(".worksheet li img", { timeout: 20000 });
}

const set = (page, name, value) => page.evaluate((name, value) => {
  const labels = [...document.querySelectorAll(".worksheet-settings label")];
  const field = labels.find(({ textContent }) => textContent === name).querySelector("input");
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}, name, value);

const words = (page, selector) => page.$eval(selector, ({ innerText }) => innerText);

export const teach = (browser, url, watch) => ({
  async "a worksheet has as many problems as wanted, each answered, and follows variant and scene"() {
    let seen;
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3,padding=1)&shape=4x4`, { before: async (page) => (seen = await watch(page)) });
    await sheet(page);
    const counts = () => page.$$eval(".worksheet ol", (lists) => lists.map(({ children }) => children.length));
    assert.deepEqual(await counts(), [6, 6]);
    await set(page, "Problems", "9");
    assert.deepEqual(await counts(), [9, 9]);
    const first = await words(page, ".worksheet");
    await set(page, "Variant", "2");
    const second = await words(page, ".worksheet");
    assert.notEqual(second, first);
    await set(page, "Variant", "1");
    assert.equal(await words(page, ".worksheet"), first);
    await page.evaluate(() => convlens.set({ layer: "Conv1d(1,1,3)" }));
    await page.waitForFunction(() => document.querySelector(".worksheet li code").innerText.includes("Conv1d"));
    for (const image of await page.$$(".worksheet img")) assert.ok(await image.evaluate(async (image) => (await image.decode(), image.naturalWidth)));
    assert.deepEqual(await audit(page, { iframes: false }), []);
    assert.deepEqual(seen.faults, []);
    await page.close();
  },

  async "an open worksheet is printed alone, its answers on a page of their own"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3,padding=1)&shape=4x4`);
    await sheet(page);
    await page.emulateMediaType("print");
    const shown = (selector) => page.$eval(selector, (element) => element.checkVisibility());
    for (const selector of [".worksheet", ".worksheet-answers"]) assert.equal(await shown(selector), true, selector);
    for (const selector of [".picture-box", ".take-away > .choice", ".worksheet-settings", "header"]) assert.equal(await shown(selector), false, selector);
    assert.equal(await page.$eval(".worksheet-answers", (answers) => getComputedStyle(answers).breakBefore), "page");
    await page.close();
  },

  async "scenes become a lesson, are moved and asked about, and what is pasted opens it"() {
    let seen;
    const page = await open(browser, `${url}?layer=Conv1d(1,1,3)&input=1,2,3,4,5`, { before: async (page) => (seen = await watch(page)) });
    const compose = async () => {
      await press(page, "Embed");
      await page.waitForSelector("dialog.composer[open] .composer-add");
    };
    await page.waitForSelector(".tools");
    await compose();
    await press(page, "Add this scene as a step");
    await page.click(".composer-head .close");
    await page.evaluate(() => convlens.set({ layer: "Conv1d(1,1,2,stride=2)" }));
    await compose();
    await press(page, "Add this scene as a step");
    await page.waitForFunction(() => document.querySelectorAll(".composer-steps li").length === 2);
    await page.click("[aria-label='Move step 2 up']");
    await page.evaluate(() => {
      const change = (selector, value) => {
        const field = document.querySelector(selector);
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      };
      change("[aria-label='What step 1 says']", "Look & think: 50%?");
      change("[aria-label='What step 1 asks']", "shape");
      document.querySelectorAll(".composer-choice").forEach((choice) => choice.innerText === "Link" && choice.querySelector("input").click());
    });
    await page.waitForFunction(() => document.querySelector(".composer-snippet").value.includes("shape"));
    const link = await page.$eval(".composer-snippet", ({ value }) => value);
    assert.deepEqual(await audit(page, { iframes: false }), []);
    assert.deepEqual(seen.faults, []);
    const reader = await open(browser, link);
    await reader.waitForSelector(".lesson-prompt", { timeout: 20000 });
    assert.match(await words(reader, ".lesson-says"), /Look & think: 50%\?/);
    assert.match(await reader.evaluate(() => convlens.get().layer), /stride=2/);
    await reader.close();
    await page.close();
  },
});
