// Every explaining picture on the built page: under the strict policy, on a phone and wide, light and dark.
import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { open, visit } from "./browser.mjs";

const PICTURES = {
  match: "layer=Conv2d(1,2,3)&shape=6x6",
  channels: "layer=Conv1d(3,2,3)&shape=7",
  groups: "layer=Conv1d(4,4,3,groups=2)&shape=7",
  separable: "layer=Conv2d(3,8,3)&shape=6x6",
  pointwise: "layer=Conv2d(3,2,1)&shape=4x4",
  padding: "layer=Conv2d(1,1,3,padding=1,padding_mode='reflect')&shape=5x5",
  stride: "layer=Conv1d(1,1,3,stride=2)&shape=8",
  dilation: "layer=Conv1d(1,1,3,dilation=2)&shape=9",
  flip: "layer=Conv1d(1,1,3,padding=2)&shape=4",
  feeds: "layer=Conv2d(1,1,3)&shape=5x5",
  transposed: "layer=ConvTranspose1d(1,1,3,stride=2)&shape=4",
  matrix: "layer=Conv1d(1,1,3)&shape=6",
  signal: "layer=Conv1d(1,1,9)&shape=200&fill=sine",
  pooling: "layer=AvgPool2d(2)&shape=6x6",
  order: "layer=Conv2d(1,1,3)&shape=5x5",
  stack: "layer=Sequential(Conv1d(1,1,3),ReLU(),MaxPool1d(2))&shape=10&stage=2",
  compare: "layer=Conv1d(1,1,3,padding=1)&shape=6&b=layer%3DConv1d(1%2C1%2C3)%26shape%3D6",
};
const VIEWS = [{ scheme: "light", width: 280 }, { scheme: "dark", width: 1280 }];

// Until a frame has been drawn after what was done.
const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

export const explain = (browser, url, watch) => ({
  async "every topic that the page offers is among these"() {
    const offered = new Set();
    for (const layer of ["Conv1d(1,1,1)", "Conv2d(2,2,3)", "ConvTranspose1d(1,1,3)", "MaxPool1d(2)"]) {
      const page = await open(browser, `${url}?layer=${layer}&picture=order`);
      await page.waitForSelector(".topic option");
      for (const name of await page.$$eval(".topic option", (options) => options.map(({ value }) => value))) offered.add(name);
      await page.close();
    }
    assert.deepEqual([...offered].sort(), Object.keys(PICTURES).sort());
  },

  async "each picture is drawn, steps, fits, and axe finds nothing"() {
    const all = [];
    for (const { scheme, width } of VIEWS) {
      let seen;
      const before = async (page) => {
        seen = await watch(page);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      };
      const page = await open(browser, url, { width, before });
      const marks = () => page.$$eval(".explain .picture > *", (marks) => marks.map(({ outerHTML }) => outerHTML).join());
      for (const [topic, scene] of Object.entries(PICTURES)) {
        const at = `${topic}, ${scheme}, ${width} px`;
        await visit(page, `${url}?${scene}&autoplay=0&picture=${topic}`);
        await page.waitForSelector(".explain .picture > *", { timeout: 10000 });
        const first = await marks();
        // To the last step: a picture of channels is the same for all of one.
        await page.evaluate("convlens.seek(1e6)");
        await settled(page);
        if (await marks() === first) all.push(`${at}: the last step is as the first`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) all.push(`${at}: ${wide} px too wide`);
        all.push(...seen.faults.splice(0).map((fault) => `${at}: ${fault}`));
        all.push(...(await page.evaluate("seen.violations")).map((violation) => `${at}: ${violation}`));
        all.push(...(await audit(page)).map((line) => `${at}: ${line}`));
      }
      await page.close();
    }
    assert.deepEqual(all, []);
  },
});
