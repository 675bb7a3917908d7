// The cards that stand in the page as its HTML has them until they are first used: they look like the live ones, and
// nothing that a person does to them is lost. Where the part of the page that they wait for is a file of its own, it is
// held back, so that they do sleep; where it is there at once, they wake at once.
import assert from "node:assert/strict";
import { open } from "./browser.mjs";

const CARDS = [".theme", ".layer", ".below", ".about", ".ways"];

// What a card is and where, from the outside in.
function describe(selector) {
  const told = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const { left, top, width, height } = node.getBoundingClientRect();
    const children = [...node.childNodes].reduce((children, child) => {
      const next = told(child);
      // Neighbouring texts are one text to a reader.
      if (typeof next === "string" && typeof children.at(-1) === "string") children.push(children.pop() + next);
      else if (next !== "") children.push(next);
      return children;
    }, []);
    const attributes = {};
    for (const { name, value } of node.attributes) {
      // What is chosen, and what is remembered, is told by the value.
      if (!["class", "value", "checked", "selected", "autocomplete", "open"].includes(name)) attributes[name] = value;
    }
    return {
      tag: node.localName,
      classes: [...node.classList].sort(),
      attributes: Object.fromEntries(Object.entries(attributes).sort()),
      value: node.value,
      checked: node.checked,
      open: node.open,
      tabbed: node.tabIndex,
      box: [left, top, width, height],
      children,
    };
  };
  return told(document.querySelector(selector));
}

// The places where two descriptions differ.
function differences(was, is, path = "") {
  if (typeof was === "string" || typeof is === "string" || !was || !is) {
    return was === is ? [] : [`${path}: ${JSON.stringify(was)} became ${JSON.stringify(is)}`];
  }
  const here = `${path} ${was.tag}${was.classes.map((name) => `.${name}`).join("")}`;
  const found = ["tag", "classes", "attributes", "value", "checked", "open", "tabbed"]
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => `${here}: ${key} ${JSON.stringify(was[key])} became ${JSON.stringify(is[key])}`);
  if (was.box.some((side, index) => Math.abs(side - is.box[index]) > 0.5)) {
    found.push(`${here}: from ${was.box} to ${is.box}`);
  }
  for (let index = 0; index < Math.max(was.children.length, is.children.length); index += 1) {
    found.push(...differences(was.children[index], is.children[index], here));
  }
  return found;
}

// A page that stands still, whose later part is held back until `page.release()`.
async function asleep(browser, url, options = {}) {
  const held = [];
  let holding = false;
  const before = async (page) => {
    // A film that plays would change what is compared.
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await options.before?.(page);
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (holding) held.push(request);
      else request.continue();
    });
  };
  const page = await open(browser, url, { ...options, before });
  holding = true;
  await page.evaluate((cards) => {
    window.sleeping = cards.map((card) => document.querySelector(card));
  }, CARDS);
  page.holds = () => held.length > 0;
  page.release = () => {
    holding = false;
    for (const request of held.splice(0)) request.continue();
  };
  // Until no card sleeps.
  page.awake = () => page.waitForFunction("sleeping.every((card) => !card.isConnected)", { timeout: 5000 });
  page.wake = async () => {
    page.release();
    await page.evaluate(() => window.convlens.set({}));
    await page.awake();
  };
  return page;
}

const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 100)));

// Presses Tab until the control of this name has the focus.
async function tabTo(page, label) {
  for (let times = 0; times < 40; times += 1) {
    await page.keyboard.press("Tab");
    if (await focus(page) === label) return;
  }
  assert.fail(`Tab does not reach ${label}`);
}

// The name of what has the focus, if it is in the page.
const focus = (page) => page.evaluate(() => {
  const active = document.activeElement;
  return active.ariaLabel ?? active.labels?.[0]?.querySelector("span")?.textContent ?? active.textContent;
});

export const tests = (browser, url, watch) => {
  // A person's act on a sleeping card, and what must be so when it is awake.
  const act = async (act, check) => {
    const page = await asleep(browser, url);
    await act(page);
    if (page.holds()) {
      assert.ok(await page.evaluate("sleeping.every((card) => card.isConnected)"), "a card woke before it could");
    }
    page.release();
    await page.awake();
    await settled(page);
    await check(page);
    await page.close();
  };
  const button = (words) => `xpath/.//button[text()="${words}"]`;

  return {
    async "a sleeping card looks like the live one, and nothing moves when it wakes"() {
      const all = [];
      for (const width of [280, 768, 1280]) {
        const page = await asleep(browser, url, { width, before: watch });
        await settled(page);
        const before = [];
        for (const card of CARDS) before.push(await page.evaluate(describe, card));
        assert.ok(await page.evaluate("sleeping.every((card) => card.isConnected)"), "a card woke unused");
        await page.wake();
        await settled(page);
        for (const [index, card] of CARDS.entries()) {
          const found = differences(before[index], await page.evaluate(describe, card));
          all.push(...found.map((line) => `${width} px:${line}`));
        }
        assert.equal(await page.evaluate("seen.shift"), 0, `layout shift at ${width} px`);
        await page.close();
      }
      assert.deepEqual(all, []);
    },

    async "the focus stays where it is when a card wakes"() {
      for (const label of ["stride", "bias", "Operation", "As a list"]) {
        await act(
          (page) => tabTo(page, label),
          async (page) => assert.equal(await focus(page), label),
        );
      }
    },

    async "what is typed into a sleeping line counts, and so do its arrow keys"() {
      await act(
        async (page) => {
          await tabTo(page, "padding");
          await page.keyboard.type("1");
        },
        async (page) => {
          assert.match(await page.evaluate(() => convlens.get().layer), /padding=1/);
          // The next key adds to what stands there.
          await page.keyboard.type("0");
          assert.equal(await page.evaluate(() => document.activeElement.value), "10");
        },
      );
      await act(
        async (page) => {
          await tabTo(page, "padding");
          await page.keyboard.press("ArrowUp");
          await page.keyboard.press("ArrowUp");
        },
        async (page) => assert.match(await page.evaluate(() => convlens.get().layer), /padding=2/),
      );
    },

    async "a click on a sleeping button counts once"() {
      const isList = (page) => page.evaluate(() => document.querySelector(".list") !== null);
      await act(
        (page) => page.click(button("As a list")),
        async (page) => assert.ok(await isList(page)),
      );
      await act(
        async (page) => {
          await tabTo(page, "As a list");
          await page.keyboard.press("Space");
        },
        async (page) => assert.ok(await isList(page)),
      );
    },

    async "a click on a sleeping summary opens it"() {
      for (const summary of [".data summary", ".size-chart summary"]) {
        await act(
          (page) => page.click(summary),
          async (page) => assert.ok(await page.$eval(summary, (summary) => summary.parentNode.open)),
        );
      }
    },

    async "a click on a sleeping check box or its label ticks it once"() {
      for (const target of [".check input", ".check"]) {
        await act(
          (page) => page.click(target),
          async (page) => {
            assert.ok(await page.$eval(".check input", (box) => box.checked));
            assert.equal(await page.evaluate(() => convlens.get().flip), "1");
          },
        );
      }
    },

    async "what is chosen in a sleeping list counts"() {
      await act(
        async (page) => {
          await tabTo(page, "Colours");
          await page.keyboard.type("d");
        },
        async (page) => assert.equal(await page.evaluate(() => convlens.get().theme), "dark"),
      );
      // With the mouse, and the list stays open while the later part comes.
      const speed = ".ways label:last-child select";
      const page = await asleep(browser, url);
      await page.click(speed);
      page.release();
      await settled(page);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.awake();
      await settled(page);
      assert.equal(await page.evaluate(() => convlens.get().speed), "2");
      assert.equal(await page.$eval(speed, (select) => select.value), "2");
      await page.close();
    },

    async "a live card goes on following the scene"() {
      const page = await asleep(browser, url);
      await page.wake();
      await page.evaluate(() => convlens.set({ layer: "Conv1d(2,2,3,padding=1)" }));
      await settled(page);
      assert.equal(await page.$eval(".line .value[aria-label=in_channels]", (input) => input.value), "2");
      assert.match(await page.$eval(".facts", (facts) => facts.textContent), /\[2, 2, 3\]/);
      await page.close();
    },
  };
};
