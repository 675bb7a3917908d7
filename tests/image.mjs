// The layer on an image or a signal, on the built page: what comes in, what is computed, and what is refused.
import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { audit } from "./audit.mjs";
import { open } from "./browser.mjs";

const SOBEL = "layer=Conv2d(1,1,3,padding=1,bias=False)&weight=-1,0,1;-2,0,2;-1,0,1&shape=6x6&autoplay=0";

// Runs in the page: the image of a sheet, as it is seen. Another thread draws it, so the canvas itself is not read.
const drawn = (selector) => {
  const canvas = document.querySelector(selector);
  const { width, height } = canvas;
  const pen = new OffscreenCanvas(width, height).getContext("2d");
  pen.drawImage(canvas, 0, 0);
  return { width, height, pixels: [...pen.getImageData(0, 0, width, height).data] };
};

// Until it holds: what another thread draws is seen a frame after it is told.
async function soon(page, holds) {
  for (const end = Date.now() + 10000; ;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > end) throw error;
      await page.evaluate(() => new Promise((frame) => requestAnimationFrame(frame)));
    }
  }
}

class Panel {
  constructor(page) {
    this.page = page;
  }

  static async of(browser, address, options) {
    const page = await open(browser, address, options);
    await page.evaluate(() => convlens.pause());
    await page.waitForSelector(".tools [data-needs=image]");
    await page.click(".tools [data-needs=image]");
    await page.waitForSelector(".image-panel", { timeout: 20000 });
    return new Panel(page);
  }

  // Until words stand in a part of the panel.
  says(words, where = ".image-panel") {
    return this.page.waitForFunction(
      (words, where) => [...document.querySelectorAll(where)].some(({ innerText }) => innerText.includes(words)),
      { polling: 50, timeout: 20000 }, words, where,
    );
  }

  // Until what went in and what came out have these shapes.
  async shapes(input, output) {
    await this.says(`Input, ${input}`);
    await this.says(`Output, ${output}`);
  }

  sample(name) {
    return this.page.click(`.image-panel [data-sample=${name}]`);
  }

  side(pixels) {
    return this.page.select(".image-panel .image-from select", String(pixels));
  }

  // Chooses a file of these bytes.
  async choose(bytes, name = "a.png", mime = "image/png") {
    await this.page.evaluate(give, [...bytes], name, mime, "choose");
  }

  // The fault that is told.
  async fault() {
    await this.page.waitForSelector(".image-fault p");
    return this.page.$eval(".image-fault", ({ innerText }) => innerText);
  }

  spot() {
    return this.page.$eval(".image-spot", ({ innerText }) => innerText);
  }

  close() {
    return this.page.close();
  }
}

// Runs in the page: brings a file as a person would, by the field, the clipboard or a drop.
function give(bytes, name, type, how) {
  const file = new File([Uint8Array.from(bytes)], name, { type });
  const data = new DataTransfer();
  data.items.add(file);
  const panel = document.querySelector(".image-panel");
  if (how === "choose") {
    const field = panel.querySelector("[type=file]");
    field.files = data.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (how === "paste") {
    panel.querySelector("p").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  } else {
    panel.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}

// A PNG of these rows of [red, green, blue].
function png(rows) {
  const crcs = Array.from({ length: 256 }, (_, at) => Array.from({ length: 8 }).reduce((crc) => (crc & 1 ? 0xedb88320 : 0) ^ (crc >>> 1), at));
  const crc = (bytes) => bytes.reduce((crc, byte) => crcs[(crc ^ byte) & 255] ^ (crc >>> 8), -1) ^ -1;
  const chunk = (name, content) => {
    const bytes = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeInt32BE(crc(bytes));
    return Buffer.concat([length, bytes, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(rows[0].length, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, 2], 8);
  const lines = Buffer.from(rows.flatMap((row) => [0, ...row.flat()]));
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(lines)), chunk("IEND", Buffer.alloc(0))]);
}

const ramp = (width, height) => png(Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => [x * 9 % 256, y * 5 % 256, (x + y) % 256])));

export const image = (browser, url, watch) => ({
  async "a sample through Sobel is what convlens.compute says of its pixels"() {
    let seen;
    const panel = await Panel.of(browser, `${url}?${SOBEL}`, { before: async (page) => (seen = await watch(page)) });
    await panel.side(128);
    await panel.sample("shapes");
    await panel.shapes("1 × 128 × 128", "1 × 128 × 128");
    await panel.says("Grey is 0");
    await soon(panel.page, async () => {
      const input = await panel.page.evaluate(drawn, ".image-in canvas");
      const output = await panel.page.evaluate(drawn, ".image-out canvas");
      const wanted = await panel.page.evaluate((pixels) => {
        const data = Float32Array.from({ length: 128 * 128 }, (_, at) => pixels[4 * at] / 255);
        const weight = { shape: [1, 1, 3, 3], data: [-1, 0, 1, -2, 0, 2, -1, 0, 1] };
        const spec = "nn.Conv2d(1, 1, kernel_size=3, padding=1, bias=False)";
        return [...convlens.compute({ spec, input: { shape: [1, 128, 128], data }, weight }).data];
      }, input.pixels);
      const most = Math.max(...wanted.map(Math.abs));
      assert.ok(most > 1);
      wanted.forEach((value, at) => {
        const grey = (value / most + 1) / 2 * 255;
        assert.ok(Math.abs(output.pixels[4 * at] - grey) <= 1, `pixel ${at}: ${output.pixels[4 * at]} for ${grey}`);
      });
    });
    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await panel.page.evaluate("seen.violations"), []);
    assert.deepEqual(seen.requests.filter((request) => !request.startsWith(url) && !request.startsWith("blob:")), []);
    await panel.close();
  },

  async "a parameter that moves on the stage moves the picture"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.side(128);
    await panel.shapes("1 × 128 × 128", "1 × 128 × 128");
    await panel.page.evaluate(() => convlens.set({ layer: "nn.Conv2d(1, 1, 3, stride=2)" }));
    await panel.shapes("1 × 128 × 128", "1 × 63 × 63");
    await panel.close();
  },

  async "the magnifier adds up the window to the core's number, by arrow keys and by pointing"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.choose(ramp(20, 20));
    await panel.shapes("1 × 20 × 20", "1 × 20 × 20");
    await panel.page.focus(".image-out-place");
    await panel.page.keyboard.press("ArrowRight");
    const words = await panel.spot();
    const [, row, column, value] = words.match(/row (\d+), column (\d+): (.*)$/);
    assert.deepEqual([row, column], ["10", "11"]);
    const { pixels } = await panel.page.evaluate(drawn, ".image-in canvas");
    const at = (y, x) => pixels[4 * (y * 20 + x)] / 255;
    const wanted = [-1, 0, 1].reduce((sum, y) => sum + (2 - Math.abs(y)) * (at(10 + y, 12) - at(10 + y, 10)), 0);
    assert.ok(Math.abs(Number(value.replace("−", "-")) - wanted) < 1e-4, `${words}, not ${wanted}`);
    const cells = await panel.page.$$eval(".image-window td", (cells) => cells.map(({ innerText }) => innerText));
    assert.equal(cells.length, 9);
    assert.match(cells[3], /× \(−2\)/);
    const box = await (await panel.page.$(".image-out canvas")).boundingBox();
    await panel.page.mouse.move(box.x + 1, box.y + 1);
    assert.match(await panel.spot(), /row 0, column 0/);
    assert.equal(await panel.page.$$eval(".image-window .pad", (cells) => cells.length), 5);
    await panel.close();
  },

  async "a file that is too large, has too many pixels or is no image is refused with the reason"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.page.evaluate(() => {
      window.decoded = 0;
      const decode = createImageBitmap;
      window.createImageBitmap = (...given) => (window.decoded += 1, decode(...given));
      const slice = Blob.prototype.slice;
      Blob.prototype.slice = function (...given) {
        if (this.size > 20e6) throw new Error("read");
        return slice.apply(this, given);
      };
    });
    await panel.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(20e6 + 1)], "a.png", { type: "image/png" }));
      const field = document.querySelector(".image-panel [type=file]");
      field.files = data.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    assert.match(await panel.fault(), /20\.1 MB.*up to 20 MB/);
    const large = ramp(4, 4);
    large.writeUInt32BE(5000, 16);
    large.writeUInt32BE(4000, 20);
    await panel.choose(large);
    await panel.says("5000 × 4000 pixels, which is 20 megapixels", ".image-fault");
    await panel.choose(Buffer.from("<svg/>"), "a.svg", "image/svg+xml");
    await panel.says("none of PNG", ".image-fault");
    assert.equal(await panel.page.evaluate("decoded"), 0);
    // Broken beyond its size: that is only seen in decoding it.
    const broken = ramp(30, 30);
    broken[24] = 3;
    await panel.choose(broken);
    await panel.says("could not decode", ".image-fault");
    // And the next one that can be read takes the fault away.
    await panel.choose(ramp(30, 20));
    await panel.shapes("1 × 20 × 30", "1 × 20 × 30");
    assert.equal(await panel.page.$(".image-fault p"), null);
    await panel.close();
  },

  async "an image can be pasted and dropped, and a large one is scaled down"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.page.evaluate(give, [...ramp(24, 16)], "a.png", "image/png", "paste");
    await panel.shapes("1 × 16 × 24", "1 × 16 × 24");
    await panel.page.evaluate(give, [...ramp(600, 300)], "a.png", "image/png", "drop");
    await panel.shapes("1 × 256 × 512", "1 × 256 × 512");
    // In another size it is read again.
    await panel.side(128);
    await panel.shapes("1 × 64 × 128", "1 × 64 × 128");
    await panel.page.evaluate(() => document.querySelector(".image-panel").dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true }),
    ));
    assert.match(await panel.fault(), /no image/);
    await panel.close();
  },

  async "a filter is an ordinary layer, set on the stage"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.choose(ramp(20, 20));
    await panel.shapes("1 × 20 × 20", "1 × 20 × 20");
    const filters = await panel.page.$$eval(".image-filter option", (options) => options.map(({ value, innerText }) => [innerText, value]));
    const take = (name) => panel.page.select(".image-filter", filters.find(([text]) => text.startsWith(name))[1]);
    // What finds edges is shown around grey; what sharpens is a picture still.
    const look = (name) => panel.page.waitForSelector(`.image-looks [value=${name}]:checked`);
    await take("Sharpen");
    await look("plain");
    await take("Laplacian");
    await look("stretched");
    assert.match(await panel.page.evaluate("convlens.get().weight"), /^0,1,0;1,-4,1;0,1,0$/);
    await take("Grey of the colours");
    await panel.shapes("3 × 20 × 20", "1 × 20 × 20");
    assert.equal(await panel.page.evaluate("convlens.get().layer"), "nn.Conv2d(3, 1, kernel_size=1, bias=False)");
    await panel.close();
  },

  async "three output channels are a sheet, and together the picture in colours"() {
    const panel = await Panel.of(browser, `${url}?layer=Conv2d(3,3,1,bias=False)&weight=0_1_0__0_0_1__1_0_0&shape=5x5`);
    await panel.choose(ramp(20, 20));
    await panel.shapes("3 × 20 × 20", "3 × 20 × 20");
    await panel.says("The output goes");
    const names = await panel.page.$$eval(".image-sheet figcaption", (names) => names.map(({ innerText }) => innerText));
    assert.deepEqual(names, ["channels 0, 1, 2 as red, green, blue", "channel 0", "channel 1", "channel 2"]);
    const input = await panel.page.evaluate(drawn, ".image-in canvas");
    // Green, blue, red.
    await soon(panel.page, async () => {
      for (const [at, channels] of [[1, 2, 0], [1, 1, 1], [2, 2, 2], [0, 0, 0]].entries()) {
        const output = await panel.page.evaluate(drawn, `.image-sheet figure:nth-child(${at + 1}) canvas`);
        const wanted = input.pixels.map((_, at) => at % 4 === 3 ? 255 : input.pixels[at - at % 4 + channels[at % 4]]);
        assert.deepEqual(output.pixels, wanted);
      }
    });
    await panel.close();
  },

  async "a layer that takes no image says why, and the nearest one that does is a click away"() {
    const panel = await Panel.of(browser, `${url}?layer=Conv2d(4,8,3)&shape=5x5`);
    assert.match(await panel.fault(), /4 channels/);
    await panel.page.click(".image-fault button");
    await panel.shapes("3 × 512 × 512", "8 × 510 × 510");
    assert.match(await panel.page.evaluate("convlens.get().layer"), /^nn\.Conv2d\(3, 8/);
    await panel.close();
  },

  async "a pasted signal goes through a 1-D layer"() {
    const panel = await Panel.of(browser, `${url}?layer=Conv1d(1,1,3,bias=False)&weight=1,2,1&shape=6`);
    await panel.shapes("1 × 400", "1 × 398");
    await panel.page.focus(".image-panel textarea");
    await panel.page.$eval(".image-panel textarea", (area) => {
      area.value = "1, 2, 3, 4\n5 60";
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await panel.shapes("1 × 6", "1 × 4");
    await panel.says("The output goes from 8 to 74.");
    await panel.page.focus(".image-out-place");
    for (let times = 0; times < 3; times += 1) await panel.page.keyboard.press("ArrowRight");
    assert.match(await panel.spot(), /position 3: 74$/);
    await panel.close();
  },

  async "your machine runs three layers in three ways, and draws what it found"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.shapes("1 × 512 × 512", "1 × 512 × 512");
    await panel.page.$eval(".image-machine summary", (summary) => summary.click());
    await panel.page.waitForFunction(() => document.querySelectorAll(".image-machine .chart svg").length === 3, { timeout: 60000 });
    await panel.page.waitForFunction(() => !document.querySelector(".image-machine button").disabled);
    const words = await panel.page.$eval(".image-machine [role=status]", ({ innerText }) => innerText);
    assert.match(words, /(relaxed|simd128)\.$/);
    const said = await panel.page.$$eval(".image-machine figcaption", (all) => all.map(({ innerText }) => innerText).join("\n"));
    const times = [...said.matchAll(/: ([\d.]+) ms in JavaScript, ([\d.]+) ms exact, ([\d.]+) ms fast/g)];
    assert.equal(times.length, 3, said);
    for (const [, ...ms] of times) assert.ok(ms.every((time) => Number(time) > 0), said);
    await panel.close();
  },

  async "the camera runs when it is asked for, and is off again when the panel closes"() {
    const panel = await Panel.of(browser, `${url}?${SOBEL}`);
    await panel.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await panel.page.click("[data-camera]");
    await panel.says("The camera was not allowed", ".image-fault");
    // A camera of moving colours: Chromium has none here.
    await panel.page.evaluate(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 48 });
      const pen = canvas.getContext("2d");
      const paint = (time) => {
        pen.fillStyle = `hsl(${time / 5}deg 80% 50%)`;
        pen.fillRect(0, 0, 64, 48);
        requestAnimationFrame(paint);
      };
      paint(0);
      window.stream = canvas.captureStream();
      navigator.mediaDevices.getUserMedia = async () => stream;
    });
    await panel.page.click("[data-camera]");
    await panel.shapes("1 × 48 × 64", "1 × 48 × 64");
    assert.equal(await panel.page.$(".image-fault p"), null);
    const live = () => panel.page.evaluate(() => stream.getTracks().some(({ readyState }) => readyState === "live"));
    assert.equal(await live(), true);
    assert.equal(await panel.page.$eval("[data-camera]", ({ innerText }) => innerText), "Stop the camera");
    await panel.page.click(".tools [data-needs=image]");
    await panel.page.waitForFunction(() => stream.getTracks().every(({ readyState }) => readyState === "ended"));
    await panel.close();
  },

  async "where there are no workers the page computes, and without a camera it says so"() {
    let seen;
    const before = async (page) => {
      seen = await watch(page);
      await page.evaluateOnNewDocument(() => {
        delete globalThis.Worker;
        delete globalThis.createImageBitmap;
        Object.defineProperty(Navigator.prototype, "mediaDevices", { value: undefined });
      });
    };
    const panel = await Panel.of(browser, `${url}?${SOBEL}`, { before });
    await panel.shapes("1 × 512 × 512", "1 × 512 × 512");
    await panel.choose(ramp(20, 10));
    await panel.shapes("1 × 10 × 20", "1 × 10 × 20");
    await panel.page.click("[data-camera]");
    assert.match(await panel.fault(), /No camera/);
    assert.deepEqual(seen.faults, []);
    await panel.close();
  },

  async "the panel takes the focus, gives it back, and axe finds nothing in it"() {
    for (const [scheme, width] of [["light", 280], ["dark", 1280]]) {
      const before = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const panel = await Panel.of(browser, `${url}?layer=Conv2d(3,3,3,padding=1)&shape=5x5`, { width, before });
      await panel.shapes("3 × 512 × 512", "3 × 512 × 512");
      assert.ok(await panel.page.evaluate(() => document.activeElement.matches(".image-panel")));
      await panel.page.focus(".image-out-place");
      await panel.page.keyboard.press("ArrowDown");
      assert.deepEqual(await audit(panel.page), [], `${scheme}, ${width} px`);
      const wide = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
      await panel.page.click(".image-close");
      assert.equal(await panel.page.$(".image-panel"), null);
      assert.ok(await panel.page.evaluate(() => document.activeElement.matches(".tools [data-needs=image]")));
      await panel.close();
    }
  },
});
