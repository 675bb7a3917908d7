// The languages of the built page: Chinese, and two that are none, which show what is no text of a table, what is cut, and
// what is mirrored.
import assert from "node:assert/strict";
import { open } from "./browser.mjs";

// The page with the file of words that `make` makes from the Chinese one's lines, of which the first is its head.
async function pseudo(browser, url, query, size, make) {
  let file;
  const before = async (page) => {
    await page.setRequestInterception(true);
    page.on("request", async (request) => {
      if (!/\/zh-[0-9a-f]+\.txt$/.test(request.url())) return request.continue();
      file ??= await (await fetch(request.url())).text();
      request.respond({ contentType: "text/plain; charset=utf-8", body: make(file.split("\n")).join("\n") });
    });
  };
  return open(browser, `${url}?lang=zh&${query}`, { ...size, before });
}

// Every placeholder stays; all else is a mark and twice as long as English would be.
const long = (lines) => ["en-XA ltr", ...lines.slice(1).map((line) => {
  const names = line.match(/\{[^}]*\}/g) ?? [];
  const words = line.replace(/\{[^}]*\}/g, "");
  return `⟦${"long ".repeat(Math.max(1, Math.round(words.length / 2.2)))}${names.join(" ")}⟧`;
})];
const mirrored = (lines) => ["ar-XB rtl", ...lines.slice(1).map((line) => `⟦${line}⟧`)];

// Runs in the page: words that no table gave. What is PyTorch's, code, names of languages and numbers are none.
const foreign = () => {
  const OURS = ".line, .list, .shapes, .argument, code, pre, option, select, .role-input, .role-kernel, [lang], .brand, .composer-snippet, svg, script, style, #panic-message, .formula";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!/\p{L}{2}/u.test(node.data) || parent.closest(OURS) || !parent.checkVisibility()) continue;
    // The words around may be one text with others: the mark is before them.
    if (!/[⟦⟧]/.test(parent.textContent)) found.push(node.data.trim());
  }
  return found;
};

// Runs in the page: elements whose words are cut.
const cut = () => [...document.querySelectorAll("button, summary, label, p, h1, h2, dt, dd, legend, span")].filter((element) => {
  if (!element.checkVisibility() || element.closest(".unseen, .way, .tagline, svg, .picture-place")) return false;
  const { overflowX, textOverflow } = getComputedStyle(element);
  return (overflowX !== "visible" || textOverflow === "ellipsis") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
}).map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`);

const SCENES = ["", "layer=Conv2d(4,4,3,padding=1,groups=2)&picture=groups", "layer=ConvTranspose1d(1,1,3,stride=2)&shape=4"];

export const languages = (browser, url, watch) => ({
  async "Chinese is spoken by link, with its fonts' language, and numbers stay as they are"() {
    let seen;
    const page = await open(browser, `${url}?lang=zh&step=4`, { before: async (page) => (seen = await watch(page)) });
    assert.equal(await page.$eval("html", ({ lang }) => lang), "zh-CN");
    assert.match(await page.title(), /卷积/);
    assert.match(await page.$eval(".narration", ({ innerText }) => innerText), /output\[1, 1\]/);
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await page.evaluate("seen.violations"), []);
    await page.close();
  },

  async "another language keeps the scene, the step and the picture"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,2,stride=2)&step=2&picture=stride`);
    const before = await page.evaluate("convlens.get()");
    await page.select(".theme label select", "zh");
    await page.waitForFunction("document.documentElement.lang === 'zh-CN' && window.convlens && document.querySelector('.explain')");
    const { lang, ...after } = await page.evaluate("convlens.get()");
    assert.equal(lang, "zh");
    assert.deepEqual(after, before);
    assert.match(await page.evaluate("location.search"), /lang=zh/);
    // And back.
    await page.select(".theme label select", "en");
    await page.waitForFunction("document.documentElement.lang === 'en' && window.convlens && document.querySelector('.explain')");
    assert.match(await page.$eval(".transport .count", ({ innerText }) => innerText), /^3 of/);
    await page.close();
  },

  async "another language keeps the focus where it was chosen, and a film playing"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=30x30&autoplay`);
    await page.waitForFunction("convlens.get().step > 0");
    await page.focus(".theme label select");
    await page.select(".theme label select", "zh");
    await page.waitForFunction("document.documentElement.lang === 'zh-CN' && window.convlens");
    const step = await page.evaluate("convlens.get().step");
    await page.waitForFunction((step) => convlens.get().step > step, {}, step);
    assert.equal(await page.evaluate("document.activeElement.value"), "zh");
    // When it stands still, then it does so in the other language too.
    await page.evaluate("convlens.pause()");
    await page.select(".theme label select", "en");
    await page.waitForFunction("document.documentElement.lang === 'en' && window.convlens");
    assert.equal(await page.evaluate("document.activeElement.value"), "en");
    assert.equal(await page.$eval(".play", (button) => button.getAttribute("aria-label")), "Play");
    await page.close();
  },

  async "counts are written as the browser writes them in the language"() {
    const page = await open(browser, `${url}?layer=Conv2d(3,64,3)&shape=32x32&lang=zh`);
    const macs = await page.$$eval(".facts dd", (all) => all.map(({ textContent }) => textContent));
    assert.ok(macs.includes(new Intl.NumberFormat("zh-CN").format(27 * 64 * 900)), macs.join());
    await page.close();
  },

  async "a reader whose browser is Chinese is spoken to in Chinese, and may choose English for good"() {
    const before = (page) => page.evaluateOnNewDocument(() => Object.defineProperty(navigator, "language", { get: () => "zh-TW" }));
    const page = await open(browser, url, { before });
    assert.equal(await page.$eval("html", ({ lang }) => lang), "zh-CN");
    await page.select(".theme label select", "en");
    await page.waitForFunction("document.documentElement.lang === 'en' && location.search.includes('lang=en')");
    await page.reload();
    await page.waitForFunction("window.convlens");
    assert.equal(await page.$eval("html", ({ lang }) => lang), "en");
    await page.close();
  },

  async "every word comes from the table, and none is cut where words are twice as long"() {
    for (const query of SCENES) {
      for (const width of [1280, 390, 280]) {
        const page = await pseudo(browser, url, query, { width }, long);
        await page.waitForFunction("document.documentElement.lang === 'en-XA'");
        assert.deepEqual(await page.evaluate(foreign), [], `${query} at ${width}`);
        assert.deepEqual(await page.evaluate(cut), [], `${query} at ${width}`);
        const wide = await page.evaluate("document.documentElement.scrollWidth");
        assert.ok(wide <= width, `${query}: ${wide} at ${width}`);
        await page.close();
      }
    }
  },

  async "from right to left the page turns round, and the tensors do not"() {
    for (const width of [1280, 390]) {
      const page = await pseudo(browser, url, "layer=Conv1d(1,1,3)&shape=6", { width }, mirrored);
      await page.waitForFunction("document.documentElement.dir === 'rtl'");
      const [brand, choice] = await page.$$eval(".brand, .theme", (all) => all.map((element) => element.getBoundingClientRect().x));
      assert.ok(brand > choice, "the head is turned round");
      const x = (what) => page.$eval(`.picture ${what}`, (mark) => mark.getBoundingClientRect().x);
      assert.ok(await x(".title.in") <= await x(".title.out"), "the input comes first");
      assert.equal(await page.$eval(".picture-place", (place) => getComputedStyle(place).direction), "ltr");
      assert.equal(await page.$eval(".line", (line) => getComputedStyle(line).direction), "ltr");
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      assert.ok(wide <= width, `${wide} at ${width}`);
      await page.close();
    }
  },
});
