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
import PAINT from "./paint.wasm";

// More channels than these are not drawn.
const SHEET = 16;
const SHARES = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

let loading;
// crates/paint: it has one plane of numbers at a time, and an image for each canvas.
let painter;
let layer;
let made;
let input;
// The picture's numbers, and of how many channels.
let planes;
let planned;
// What is drawn on: the canvases' pens.
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

// The places of data where its planes begin.
const planesOf = (data, area) => Array.from({ length: data.length / area }, (_, plane) => plane * area);

// The ends of what is finite, of which so many numbers are a plane and so many images will be drawn.
function range(data, area, images) {
  painter.begin(area, images);
  for (const at of planesOf(data, area)) {
    give(data, at, area);
    painter.measure();
  }
  return [painter.end(0), painter.end(1)];
}

// Whether the numbers are a picture's, of which a few lie beyond black and white, as sharpening makes them: those may be cut.
// What finds edges gives numbers around 0, of which half would be lost.
function isPicture(data) {
  let [inside, sum, count] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    if (data[at] >= 0 && data[at] <= 1) inside += 1;
    sum += data[at];
    count += 1;
  }
  return inside > 0.8 * count && sum > 0.05 * count;
}

// Which numbers are black and white.
function ends(look, low, high) {
  if (look === "plain") return [0, 1];
  const most = Math.max(-low, high) || 1;
  return low < 0 ? [-most, most] : [0, most];
}

// Gives the painter a plane.
function give(data, at, area) {
  new Float32Array(painter.memory.buffer, painter.plane(), area).set(data.subarray(at, at + area));
}

// Draws on canvases as large as the output.
function draw(data, [channels, height, width], [black, white]) {
  const area = height * width;
  const factor = 255 / (white - black);
  const start = 0.5 - black * factor;
  // Three channels are together first.
  const first = channels === 3 ? 1 : 0;
  planesOf(data, area).slice(0, SHEET).forEach((at, channel) => {
    give(data, at, area);
    painter.paint(first + channel, factor, start);
  });
  if (first) painter.join();
  sheet.forEach((pen, at) => {
    const { canvas } = pen;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const pixels = new Uint8ClampedArray(painter.memory.buffer, painter.images() + 4 * area * at, 4 * area);
    pen.putImageData(new ImageData(pixels, width, height), 0, 0);
  });
}

// Loads the kernels, whose vectors it names, and the painter.
async function load() {
  const [{ simd }, { instance }] = await Promise.all([init(), WebAssembly.instantiate(PAINT)]);
  painter = instance.exports;
  return simd;
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
  if (canvases) sheet = canvases.map((canvas) => canvas.getContext("2d", { alpha: false }));
  if (picture ?? signal) {
    input = picture ?? signal;
    planes = undefined;
  }
  try {
    const simd = await (loading ??= load());
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
    const [low, high] = input.pixels ? range(data, made[1] * made[2], sheet.length) : range(data, data.length, 0);
    const about = { path: layer.path, ms, low, high };
    if (!input.pixels) return { ...about, data: data.slice() };
    const chosen = look || ((low >= -1e-6 && high <= 1 + 1e-6) || isPicture(data) ? "plain" : "stretched");
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
