// Applies layers to pictures and signals, by the kernels: in a worker, or on the page where there are no workers.
//
// The contract with src/image:
//
//   asks     { line, shape, weight, bias, look, picture?, signal?, canvases? }
//            `line` is the layer as PyTorch writes it, `shape` its input's. `picture` ({ pixels }: red, green, blue
//            and opacity in bytes) or `signal` (numbers) comes where it is another one than before. `look` is "plain",
//            "stretched", or "" for the one of the two that the output asks for. `canvases` come where the output of a
//            picture is another number of images than before: of three channels together first where there are three, then
//            channel by channel, up to SHEET. They are made as large as the output here: new ones cost more than all else.
//   answers  { path, ms, low, high, look, scale }   a picture, which is drawn on the canvases: what the page does meanwhile
//            does not keep it. Black is `scale[0]`, white `scale[1]`.
//            { path, ms, low, high, data }          a signal: its numbers
//            { error: { code, field, message } }
//
// As a worker it takes and gives messages; on the page it is window.convlensImage(message), a promise of the answer.
import { ConvLayer, init } from "./convlens-kernels.js";
import { measure } from "./image-machine.js";

// More channels than these are not drawn.
const SHEET = 16;
const SHARES = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
// Pixels are written as whole numbers, which is several times as fast: the lowest byte first, as wasm has it too.
const GREYS = Uint32Array.from({ length: 256 }, (_, byte) => 0xff000000 | byte * 0x10101);

let loading;
let layer;
let made;
let input;
// The picture's numbers, and of how many channels.
let planes;
let planned;
// What is drawn on: the canvases' pens, and an image for each with its pixels.
let sheet = [];

// A pixel's grey, as crates/story/src/image has it.
const grey = (red, green, blue) => (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;

function numbers(pixels, channels) {
  const area = pixels.length / 4;
  const to = new Float32Array(area * channels);
  if (channels === 1) {
    for (let at = 0, from = 0; at < area; at += 1, from += 4) to[at] = SHARES[grey(pixels[from], pixels[from + 1], pixels[from + 2])];
    return to;
  }
  for (let at = 0, from = 0; at < area; at += 1, from += 4) {
    to[at] = SHARES[pixels[from]];
    to[at + area] = SHARES[pixels[from + 1]];
    to[at + 2 * area] = SHARES[pixels[from + 2]];
  }
  return to;
}

// The ends of what is finite.
function range(data) {
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at];
    if (value < low && value > -Infinity) low = value;
    if (value > high && value < Infinity) high = value;
  }
  return low > high ? [0, 0] : [low, high];
}

// Which numbers are black and white.
function ends(look, low, high) {
  if (look === "plain") return [0, 1];
  const most = Math.max(-low, high) || 1;
  return low < 0 ? [-most, most] : [0, most];
}

// A number as a byte: what is no number is black.
const byte = (share) => share < 0 ? 0 : share > 255 ? 255 : share | 0;

// A plane as grey pixels.
function paint(pixels, plane, factor, start) {
  for (let at = 0; at < plane.length; at += 1) pixels[at] = GREYS[byte(plane[at] * factor + start)];
}

// Three of them, and the picture in colours that they are together.
function paintThree([colours, first, second, third], [reds, greens, blues], factor, start) {
  for (let at = 0; at < reds.length; at += 1) {
    const red = byte(reds[at] * factor + start);
    const green = byte(greens[at] * factor + start);
    const blue = byte(blues[at] * factor + start);
    first[at] = GREYS[red];
    second[at] = GREYS[green];
    third[at] = GREYS[blue];
    colours[at] = 0xff000000 | blue << 16 | green << 8 | red;
  }
}

// A canvas as large as the output, and an image of that size to put there. Fresh memory is slow: it is kept.
function fitted(held, width, height) {
  const { pen, image } = held;
  if (image?.width === width && image.height === height) return held;
  Object.assign(pen.canvas, { width, height });
  const area = width * height;
  if (!(held.memory?.byteLength >= 4 * area)) held.memory = new ArrayBuffer(4 * area);
  held.pixels = new Uint32Array(held.memory, 0, area);
  held.image = new ImageData(new Uint8ClampedArray(held.memory, 0, 4 * area), width, height);
  return held;
}

function draw(data, [channels, height, width], [black, white]) {
  const area = height * width;
  const planes = Array.from({ length: Math.min(channels, SHEET) }, (_, channel) => data.subarray(channel * area, (channel + 1) * area));
  const pixels = sheet.map((held) => fitted(held, width, height).pixels);
  const factor = 255 / (white - black);
  const start = 0.5 - black * factor;
  if (channels === 3) paintThree(pixels, planes, factor, start);
  else planes.forEach((plane, channel) => paint(pixels[channel], plane, factor, start));
  for (const { pen, image } of sheet) pen.putImageData(image, 0, 0);
}

// The layer in memory, made anew where another one is asked for.
function held({ line, shape, weight, bias }) {
  const key = `${line} on ${shape}`;
  if (layer && made === key) {
    layer.setWeights(weight, bias);
    return layer;
  }
  layer?.free();
  layer = undefined;
  layer = new ConvLayer({ layer: line, inputShape: shape, weight, bias });
  made = key;
  return layer;
}

async function answer(asked) {
  const { shape, look, picture, signal, canvases } = asked;
  if (canvases) sheet = canvases.map((canvas) => ({ pen: canvas.getContext("2d", { alpha: false }) }));
  if (picture ?? signal) {
    input = picture ?? signal;
    planes = undefined;
  }
  try {
    const { simd } = await (loading ??= init());
    if (asked.machine) return measure(asked, simd);
    const layer = held(asked);
    if (!planes || planned !== shape[0]) {
      planes = input.pixels ? numbers(input.pixels, shape[0]) : input;
      planned = shape[0];
    }
    layer.input.set(planes);
    const start = performance.now();
    const { data, shape: made } = layer.run();
    const ms = performance.now() - start;
    const [low, high] = range(data);
    const about = { path: layer.path, ms, low, high };
    if (!input.pixels) return { ...about, data: data.slice() };
    const chosen = look || (low >= -1e-6 && high <= 1 + 1e-6 ? "plain" : "stretched");
    const scale = ends(chosen, low, high);
    draw(data, made, scale);
    return { ...about, look: chosen, scale };
  } catch ({ code = "unknown", field = "", message }) {
    // Another try may find the network back, or a fresh memory.
    if (code === "unknown" || code === "bound") loading = layer = undefined;
    return { error: { code, field, message } };
  }
}

if (globalThis.WorkerGlobalScope) {
  onmessage = async ({ data }) => {
    const told = await answer(data);
    postMessage(told, told.data ? [told.data.buffer] : []);
  };
} else {
  window.convlensImage = answer;
}
