// What is taken away from the built page: each file is made, read again, and looks as the screen does.
import assert from "node:assert/strict";
import { audit } from "./audit.mjs";
import { open, visit } from "./browser.mjs";
import { host } from "./embed.mjs";

const SCENE = "layer=Conv2d(1,1,3)&shape=5x5&autoplay=0&speed=8&step=4";
const STEPS = 9;

// Before the page's first line: notes every blob that gets an address, since the policy lets nothing fetch one.
const note = (page) => page.evaluateOnNewDocument(() => {
  window.blobs = [];
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blobs.push(blob);
    return address.call(URL, blob);
  };
});

async function panel(page) {
  await page.waitForSelector(".tools");
  await page.evaluate(() => [...document.querySelectorAll(".tools button")].find(({ innerText }) => innerText === "Take away").click());
  await page.waitForSelector(".take-away", { timeout: 20000 });
}

const status = (page) => page.$eval(".take-away [role=status]", ({ innerText }) => innerText);

// Runs in the page: whether a making has come to an end.
const ended = () => {
  const words = document.querySelector(".take-away [role=status]").innerText;
  return words && !/^(Making|Drawing)/.test(words);
};

async function make(page, format) {
  await page.click(`.take-away [data-format=${format}]`);
  await page.waitForFunction(ended, { timeout: 60000 });
  return status(page);
}

// The file that was made last, as the link to it has it.
async function file(page, format) {
  assert.equal(await make(page, format), "Done.", format);
  const name = await page.$eval(".take-away a[download]", ({ download }) => download);
  const text = await page.evaluate(async () => {
    const bytes = new Uint8Array(await blobs.at(-1).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  return { name, bytes: Buffer.from(text, "base64") };
}

// A GIF's size and its frames, each with its delay in hundredths of a second.
function gif(bytes) {
  assert.equal(bytes.toString("latin1", 0, 6), "GIF89a");
  const size = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const table = (flags) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const frames = [];
  let at = 13 + table(bytes[10]);
  const blocks = () => {
    while (bytes[at] !== 0) at += bytes[at] + 1;
    at += 1;
  };
  let delay;
  for (;;) {
    const kind = bytes[at];
    at += 1;
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      if (bytes[at] === 0xf9) delay = bytes.readUInt16LE(at + 3);
      at += 1;
      blocks();
    } else {
      assert.equal(kind, 0x2c, `block ${kind} at ${at}`);
      frames.push(delay);
      at += 9 + table(bytes[at + 8]) + 1;
      blocks();
    }
  }
  assert.equal(at, bytes.length);
  return { size, frames };
}

// Runs in the page: the colours and lengths of what the stage shows, as the browser has worked them out.
const looks = () => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colour = (value) => {
    if (value === "none") return value;
    pen.fillStyle = value;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const look = (mark) => {
    const style = getComputedStyle(mark);
    const stroke = colour(style.stroke);
    return {
      tag: mark.tagName, class: mark.getAttribute("class"), text: mark.textContent,
      empty: mark.tagName === "path" ? !mark.getAttribute("d") : mark.tagName === "text" && !mark.textContent,
      halo: style.paintOrder.startsWith("stroke"),
      fill: colour(style.fill), stroke, width: stroke === "none" ? 1 : parseFloat(style.strokeWidth),
      dashes: stroke === "none" ? "none" : style.strokeDasharray.replaceAll("px", "").replaceAll(",", ""),
      opacity: [style.opacity, style.fillOpacity, stroke === "none" ? "1" : style.strokeOpacity].map((value) => Number(value).toFixed(2)),
      anchor: mark.tagName === "text" ? style.textAnchor : "start",
    };
  };
  return [...document.querySelectorAll(".stage .picture-place > .picture > g > *")].map(look);
};

// The same of a figure's SVG text, parsed in the page.
const figured = (text) => {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const colour = (value) => (!value || value === "none" ? "none" : [1, 3, 5].map((at) => parseInt(value.slice(at, at + 2), 16)));
  return [...svg.querySelector("g").children].map((mark) => {
    const get = (name, plain) => mark.getAttribute(name) ?? plain;
    return {
      tag: mark.tagName, text: mark.textContent, fill: colour(get("fill")), stroke: colour(get("stroke")),
      width: Number(get("stroke-width", "1")), dashes: get("stroke-dasharray", "none"),
      opacity: ["opacity", "fill-opacity", "stroke-opacity"].map((name) => Number(get(name, "1")).toFixed(2)),
      anchor: get("text-anchor", "start"),
    };
  });
};

const near = (a, b) => (a === "none" || b === "none" ? a === b : a.every((byte, at) => Math.abs(byte - b[at]) <= 2));

export const exported = (browser, url, watch) => ({
  async "each file is made, and says what the scene says"() {
    let seen;
    const before = async (page) => {
      seen = await watch(page);
      await note(page);
    };
    const page = await open(browser, `${url}?${SCENE}`, { before });
    await panel(page);

    const svg = await file(page, "svg");
    const parsed = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const words = (name) => svg.querySelector(name)?.textContent;
      return { tag: svg.tagName, width: svg.getAttribute("width"), title: words("title"), about: words("desc") };
    }, svg.bytes.toString());
    assert.equal(svg.name, "convlens-step-5.svg");
    assert.deepEqual([parsed.tag, parsed.width], ["svg", "720"]);
    assert.match(parsed.title, /^nn\.Conv2d\(1, 1, kernel_size=3\): input 5 × 5/);
    assert.match(parsed.about, /Step 5 of 9: output\[1, 1\] = .+\.$/);
    assert.doesNotMatch(svg.bytes.toString(), /var\(|light-dark|color-mix|class=|style=/);

    const png = await file(page, "png");
    assert.equal(png.bytes.toString("latin1", 1, 4), "PNG");
    assert.equal(await page.$eval(".take-away img", ({ alt }) => alt), parsed.about);
    const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    assert.ok(width === 720 && height > 200, `${width}x${height}`);

    const film = gif((await file(page, "gif")).bytes);
    assert.deepEqual(film.frames, [...Array(STEPS - 1).fill(12), 200]);
    assert.ok(film.size[0] === 720 && film.size[1] > 200, `${film.size}`);

    const webm = await file(page, "webm");
    assert.equal(webm.bytes.readUInt32BE(0), 0x1a45dfa3);

    const strip = (await file(page, "strip")).bytes.toString();
    assert.equal(strip.split("<g ").length - 1, 2 * STEPS + 1);

    const rows = (await file(page, "csv")).bytes.toString().split("\r\n");
    assert.equal(rows[0], "tensor,i0,i1,i2,i3,value");
    assert.equal(rows.length, 1 + 25 + 9 + 1 + 9 + 1);
    assert.equal(rows.at(-1), "");

    const tikz = (await file(page, "tikz")).bytes.toString();
    assert.match(tikz, /^% \\usepackage\{tikz\}\n% nn\.Conv2d[^]*\\begin\{tikzpicture\}[^]*\\end\{tikzpicture\}\n$/);
    const alt = (await file(page, "alt")).bytes.toString();
    assert.equal(alt, parsed.about);
    const said = () => page.$eval(".take-away textarea", ({ value }) => value);
    assert.equal(await said(), alt);
    // An alt text comes with each picture
    await file(page, "strip");
    assert.equal(await said(), parsed.title);

    // A width of one's own
    await page.$eval(".take-away input[type=number]", (field) => {
      field.value = "1200";
      field.dispatchEvent(new Event("change"));
    });
    assert.equal((await file(page, "png")).bytes.readUInt32BE(16), 1200);

    assert.deepEqual(seen.faults, []);
    assert.deepEqual(await page.evaluate("seen.violations"), []);
    const origin = new URL(url).origin;
    assert.deepEqual(seen.requests.filter((request) => !request.startsWith(origin) && !request.startsWith(`blob:${origin}`)), []);
    await page.close();
  },

  async "a figure looks as the stage does, light and dark"() {
    const scenes = [
      SCENE, "layer=Conv2d(1,1,3,padding=1,padding_mode='reflect')&shape=4x4&step=2", "layer=Conv1d(2,2,3,groups=2,padding=1)&shape=6&step=7.1",
      "layer=Conv2d(1,1,3,dilation=2)&shape=7x7&step=3", "layer=ConvTranspose2d(1,1,3,stride=2,padding=1)&shape=3x3&order=scatter&step=4",
      "layer=ConvTranspose1d(1,1,3,stride=2)&shape=4&step=3", "layer=Conv2d(1,1,3,stride=2)&shape=6x6&step=1", "layer=Conv1d(1,1,9)&shape=240&step=70",
    ];
    for (const scheme of ["light", "dark"]) {
      const before = async (page) => {
        await note(page);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      };
      // So large that the stage has a figure's room: then both have the same marks
      const page = await open(browser, url, { width: 764, height: 890, before });
      for (const scene of scenes) {
        await visit(page, `${url}?${scene}&autoplay=0`);
        assert.deepEqual(await page.$eval(".picture-box", ({ clientWidth, clientHeight }) => [clientWidth, clientHeight]), [688, 432]);
        await panel(page);
        const text = (await file(page, "svg")).bytes.toString();
        const ours = await page.evaluate(figured, text);
        const theirs = (await page.evaluate(looks)).filter(({ empty }) => !empty).flatMap((mark) => {
          if (!mark.halo) return [mark];
          // Its halo is a text of its own beneath it.
          const { stroke } = mark;
          return [{ ...mark, fill: stroke }, { ...mark, stroke: "none", width: 1, opacity: [...mark.opacity.slice(0, 2), "1.00"] }];
        });
        // The marks may stand in another order: each of one has its like in the other.
        const alike = (a, b) => near(a.fill, b.fill) && near(a.stroke, b.stroke)
          && ["tag", "text", "width", "dashes", "anchor"].every((name) => a[name] === b[name]) && `${a.opacity}` === `${b.opacity}`;
        const alone = (some, others) => some.filter((mark) => !others.some((other) => alike(mark, other)));
        assert.deepEqual([alone(theirs, ours), alone(ours, theirs)], [[], []], `${scheme}, ${scene}`);
        assert.equal(ours.length, theirs.length, scene);
      }
      await page.close();
    }
  },

  async "a long film tells how far it is, lets the page go on, and is cancelled"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=20x20&autoplay=0`, { before: note });
    await panel(page);
    await page.click(".take-away [data-format=gif]");
    const drawing = () => page.waitForFunction(() => Number(/frame (\d+) of 200/.exec(document.querySelector(".take-away [role=status]").innerText)?.[1]) > 1);
    await drawing();
    // Steps are taken while it is drawn
    await page.evaluate("convlens.step(1)");
    await page.waitForFunction("convlens.get().step === 1");
    await drawing();
    await page.evaluate(() => [...document.querySelectorAll(".take-away button")].find(({ innerText }) => innerText === "Cancel").click());
    assert.equal(await status(page), "Cancelled. Nothing was saved.");
    // What is asked for next is made, and nothing of the cancelled film comes after it
    await file(page, "alt");
    assert.equal(await page.$eval(".take-away a[download]", ({ download }) => download), "convlens-step-2.txt");
    await page.close();
  },

  async "what a browser denies is said in plain words, and the rest works"() {
    const before = async (page) => {
      await note(page);
      await page.evaluateOnNewDocument(() => {
        delete window.createImageBitmap;
        delete window.MediaRecorder;
        Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } });
        document.execCommand = () => false;
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
        }
      });
    };
    const page = await open(browser, `${url}?${SCENE}`, { before });
    await panel(page);
    assert.equal((await file(page, "png")).bytes.readUInt32BE(16), 720);
    assert.equal(gif((await file(page, "gif")).bytes).frames.length, STEPS);
    assert.match(await make(page, "webm"), /cannot record video/);
    await file(page, "alt");
    await page.evaluate(() => [...document.querySelectorAll(".take-away button")].find(({ innerText }) => innerText === "Copy").click());
    await page.waitForFunction(() => document.querySelector(".take-away .tensor").innerText.includes("Copying is not allowed"));
    const selected = await page.$eval(".take-away textarea", (area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.match(selected, /^nn\.Conv2d.*\.$/);
    // Where drawings may not be read back, nor made at all
    await page.evaluate(() => {
      CanvasRenderingContext2D.prototype.getImageData = () => { throw new DOMException("no", "SecurityError"); };
      HTMLCanvasElement.prototype.toBlob = () => { throw new DOMException("no", "SecurityError"); };
    });
    for (const format of ["gif", "png"]) assert.match(await make(page, format), /does not let a drawing be read back/, format);
    await page.evaluate(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    assert.match(await make(page, "png"), /does not let a drawing be read back/);
    assert.match((await file(page, "svg")).bytes.toString(), /^<svg/);
    await page.close();
  },

  async "a host is sent what it asks for, or told why not"() {
    const { page, ask } = await host(browser, url, `embed&${SCENE}`);
    const export_ = (rest) => ask({ type: "export", id: JSON.stringify(rest), ...rest });
    for (const format of ["svg", "strip", "csv", "tikz", "alt"]) {
      const { type, to, value } = await export_({ format });
      assert.deepEqual([type, to, value.format, typeof value.text], ["answer", "export", format, "string"]);
    }
    const wide = await export_({ format: "svg", width: 1000, scheme: "dark" });
    assert.match(wide.value.text, /^<svg [^>]*width="1000"[^]*fill="#1a1e25"/);
    const blob = (format) => page.evaluate((format) => ask({ type: "export", id: format, format, width: 300 }).then(async ({ value }) => {
      const bytes = new Uint8Array(await value.blob.arrayBuffer());
      return { mime: value.mime, type: value.blob.type, start: String.fromCharCode(...bytes.subarray(0, 4)) };
    }), format);
    assert.deepEqual(await blob("png"), { mime: "image/png", type: "image/png", start: "\x89PNG" });
    assert.deepEqual(await blob("gif"), { mime: "image/gif", type: "image/gif", start: "GIF8" });
    assert.equal((await blob("webm")).start, "\x1aE\xdf\xa3");
    for (const [wrong, code, field] of [[{ format: "bmp" }, "unknown", "format"], [{}, "unknown", "format"], [{ format: "svg", width: 9 }, "bound", "width"], [{ format: "svg", width: "x" }, "bound", "width"]]) {
      const error = await export_(wrong);
      assert.deepEqual([error.type, error.code, error.field], ["error", code, field]);
    }
    await page.close();
  },

  async "what is too large to be drawn says so"() {
    const page = await open(browser, `${url}?layer=Conv2d(1,1,3)&shape=400x400&autoplay=0`, { before: note });
    await panel(page);
    for (const format of ["svg", "gif", "csv"]) assert.match(await make(page, format), /too large to be drawn/, format);
    await page.close();
  },

  async "the panel fits, and axe finds nothing"() {
    for (const { width, scheme } of [{ width: 280, scheme: "dark" }, { width: 1280, scheme: "light" }]) {
      const before = (page) => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      const page = await open(browser, `${url}?${SCENE}`, { width, before });
      await panel(page);
      await make(page, "tikz");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
      assert.deepEqual(await audit(page, { within: ".take-away" }), [], `${width} px`);
      await page.close();
    }
  },

  async "the page prints as a labelled still, on one sheet"() {
    for (const [width, height] of [[1280, 800], [1600, 1000], [390, 800]]) {
      const page = await open(browser, `${url}?${SCENE}&theme=dark`, { width, height });
      await page.waitForSelector(".tools");
      const sides = Object.fromEntries(["top", "right", "bottom", "left"].map((side) => [side, "1cm"]));
      const sheets = Buffer.from(await page.pdf({ format: "A4", margin: sides })).toString("latin1").match(/\/Type \/Page\b/g);
      assert.equal(sheets.length, 1, `${width} px`);
      await page.emulateMediaType("print");
      const seen = await page.evaluate(() => {
        const is = (name) => document.querySelector(name).checkVisibility();
        return [is(".picture-place"), is(".line"), is(".arithmetic"), is("#narration"), is(".transport"), is(".tools"), getComputedStyle(document.documentElement).colorScheme];
      });
      assert.deepEqual(seen, [true, true, true, true, false, false, "light"], `${width} px`);
      await page.close();
    }
  },
});
