// The composer of embeds on the built page: what it says, what it shows, and what is copied.
import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { open } from "./browser.mjs";

const scene = "?layer=Conv2d(1,1,3,stride=2)&step=4";

// Opens the composer as a person does, and looks at the embed: then its height has come into what is pasted.
async function compose(page) {
  await page.waitForSelector(".tools [aria-haspopup=dialog]");
  const button = await page.waitForSelector(".tools ::-p-text(Embed)");
  await button.click();
  await page.waitForSelector("dialog.composer[open] iframe");
  await page.waitForFunction(() => {
    const { contentWindow } = document.querySelector("dialog.composer iframe");
    const { clientHeight } = contentWindow.document.body ?? {};
    return contentWindow.convlens && document.querySelector(".composer-snippet").value.includes(`height="${clientHeight}"`);
  }, { timeout: 20000 });
}

// What the author lets a reader do.
const give = (page, control, access) => page.$eval(
  `[name=access-${control}][value=${access}]`,
  (radio) => {
    radio.closest("details")?.setAttribute("open", "");
    radio.click();
  },
);

// Until the embed in the preview is the one that is asked for, and alive.
async function preview(page, wanted) {
  const there = (wanted) => {
    const { contentWindow, src } = document.querySelector("dialog.composer iframe");
    return src.includes(wanted) && contentWindow.convlens && contentWindow.document.documentElement.dataset.embed !== undefined;
  };
  await page.waitForFunction(there, { timeout: 20000 }, wanted);
  const frame = await page.$("dialog.composer iframe");
  return frame.contentFrame();
}

const snippet = (page) => page.$eval(".composer-snippet", (field) => field.value);

export const composer = (browser, url, watch) => ({
  async "three clicks lead from the page to what is pasted, and that is a working embed"() {
    const origin = new URL(url).origin;
    await browser.defaultBrowserContext().overridePermissions(origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
    let seen;
    const page = await open(browser, url + scene, { before: async (page) => (seen = await watch(page)) });
    await page.bringToFront();
    await compose(page);
    await (await page.waitForSelector("dialog.composer ::-p-text(Moodle)")).click();
    await page.click(".composer-do");
    await page.waitForFunction("document.querySelector('.composer-do').textContent === 'Copied'");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await snippet(page));
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await page.evaluate("seen.violations"), []);
    await page.close();
    // Given a page that holds it, then the embed is the scene.
    const host = await browser.newPage();
    await host.setContent(copied);
    const frame = await host.waitForFrame((frame) => frame.url().includes("embed=1"));
    await frame.waitForFunction("window.convlens");
    assert.match(await frame.evaluate("convlens.get().layer"), /stride=2/);
    assert.ok(await frame.evaluate("document.documentElement.dataset.embed !== undefined"));
    await host.close();
  },

  async "what is hidden and locked is so in the preview, and in what is copied"() {
    const page = await open(browser, url + scene);
    await compose(page);
    await give(page, "narration", "hidden");
    await give(page, "stride", "locked");
    const embed = await preview(page, "lock=stride");
    const { shown, free } = await embed.evaluate(() => {
      const parts = [...document.querySelectorAll("[data-control]")].filter((part) => part.checkVisibility());
      const fields = [...document.querySelectorAll(".argument :is(input, select):enabled")];
      return { shown: parts.map((part) => part.dataset.control), free: fields.map((field) => field.closest(".argument").dataset.field) };
    });
    assert.ok(shown.includes("line") && !shown.includes("narration") && !shown.includes("facts"), `shown: ${shown}`);
    assert.ok(free.includes("padding") && !free.includes("stride"), `free: ${free}`);
    assert.match(await snippet(page), /&amp;hide=tools,numbers,facts,narration,theme&amp;lock=stride"/);
    // When all is shown and open again, then nothing is said of it.
    await give(page, "narration", "open");
    await give(page, "stride", "open");
    assert.doesNotMatch(await snippet(page), /hide|lock/);
    await page.close();
  },

  async "it begins where the author says, and its height is told"() {
    const page = await open(browser, url + scene);
    await compose(page);
    const first = await preview(page, "embed");
    assert.equal(await first.evaluate("location.search.includes('step=')"), false);
    await (await page.waitForSelector("dialog.composer ::-p-text(At step 5)")).click();
    const here = await preview(page, "step=4");
    assert.equal(await here.evaluate("Number(convlens.get().step)"), 4);
    const tall = await here.evaluate("document.body.clientHeight");
    await page.waitForFunction((tall) => document.querySelector(".composer-snippet").value.includes(`height="${tall}"`), {}, tall);
    await page.close();
  },

  async "where the clipboard is denied the text is selected, and that is said"() {
    const before = (page) => page.evaluateOnNewDocument(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
      document.execCommand = () => false;
    });
    const page = await open(browser, url + scene, { before });
    await compose(page);
    await page.click(".composer-do");
    await page.waitForFunction("document.querySelector('.composer-copy [role=status]').textContent !== ''");
    const [focus, start, end, length] = await page.evaluate(() => {
      const field = document.activeElement;
      return [field.className, field.selectionStart, field.selectionEnd, field.value.length];
    });
    assert.deepEqual([focus, start, end], ["composer-snippet", 0, length]);
    await page.close();
  },

  async "Escape closes it, the focus goes back, and it opens again"() {
    const page = await open(browser, url + scene);
    for (let times = 0; times < 2; times += 1) {
      await compose(page);
      // What was set is kept.
      assert.equal(/lock=stride/.test(await snippet(page)), times > 0);
      await give(page, "stride", "locked");
      await page.keyboard.press("Escape");
      await page.waitForFunction("!document.querySelector('dialog.composer').open");
      assert.equal(await page.evaluate("document.activeElement.textContent"), "Embed");
      // An embed that nobody sees costs nothing.
      await page.waitForFunction("!document.querySelector('dialog.composer iframe')");
    }
    await page.close();
  },

  async "the composer fits and axe finds nothing, light and dark, narrow to wide"() {
    const all = [];
    for (const [scheme, width] of [["light", 280], ["dark", 390], ["dark", 1280]]) {
      let seen;
      const before = async (page) => {
        seen = await watch(page);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      };
      const page = await open(browser, url + scene, { width, before });
      await compose(page);
      await preview(page, "embed");
      await page.$eval(".composer-each", (details) => details.setAttribute("open", ""));
      const wide = await page.$eval("dialog.composer", (dialog) => dialog.scrollWidth - dialog.clientWidth);
      if (wide > 0) all.push(`${scheme}, ${width} px: ${wide} px too wide`);
      const found = await audit(page, { within: "dialog.composer", iframes: false });
      all.push(...[...found, ...seen.faults].map((line) => `${scheme}, ${width} px: ${line}`));
      await page.close();
    }
    assert.deepEqual(all, []);
  },
});
