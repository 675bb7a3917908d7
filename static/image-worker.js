// Applies layers to pictures and signals, by the kernels: in a worker, or on the page where there are no workers.
//
// The contract with src/image:
//
//   asks     { id, line, shape, weight, bias, look, picture?, signal? }
//            `line` is the layer as PyTorch writes it, `shape` its input's. `picture` ({ pixels }: red, green, blue
//            and opacity in bytes) or `signal` (numbers) comes where it is another one than before. `look` is "plain",
//            "stretched", or "" for the one of the two that the output asks for.
//   answers  { id, path, ms, low, high, look, scale, width, height, images }   a picture: the images' pixels in bytes, of three
//            channels together first where there are three, then channel by channel. Black is `scale[0]`, white `scale[1]`.
//            { id, path, ms, low, high, data }                                 a signal: its numbers
//            { id, error: { code, field, message } }
//
// As a worker it takes and gives messages; on the page it is window.convlensImage(message), a promise of the answer.
import { ConvLayer, init } from "./convlens-kernels.js";

// More channels than these are not drawn.
const SHEET = 16;
const SHARES = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

let loading;
let layer;
let made;
let input;

// A pixel's grey, as crates/story/src/image has it.
const grey = (red, green, blue) => (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;

function fill(to, pixels, channels) {
  const area = to.length / channels;
  if (channels === 1) {
    for (let at = 0, from = 0; at < area; at += 1, from += 4) to[at] = SHARES[grey(pixels[from], pixels[from + 1], pixels[from + 2])];
    return;
  }
  for (let at = 0, from = 0; at < area; at += 1, from += 4) {
    to[at] = SHARES[pixels[from]];
    to[at + area] = SHARES[pixels[from + 1]];
    to[at + 2 * area] = SHARES[pixels[from + 2]];
  }
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

function paint(planes, [black, white]) {
  const pixels = new Uint8ClampedArray(planes[0].length * 4);
  const factor = 255 / (white - black);
  const [red, green = red, blue = red] = planes;
  for (let at = 0, to = 0; at < red.length; at += 1, to += 4) {
    pixels[to] = (red[at] - black) * factor;
    pixels[to + 1] = (green[at] - black) * factor;
    pixels[to + 2] = (blue[at] - black) * factor;
    pixels[to + 3] = 255;
  }
  return pixels;
}

function images(data, [channels, height, width], scale) {
  const area = height * width;
  const planes = Array.from({ length: Math.min(channels, SHEET) }, (_, channel) => data.subarray(channel * area, (channel + 1) * area));
  const together = channels === 3 ? [paint(planes, scale)] : [];
  return [...together, ...planes.map((plane) => paint([plane], scale))];
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
  const { id, shape, look, picture, signal } = asked;
  input = picture ?? signal ?? input;
  try {
    await (loading ??= init());
    const layer = held(asked);
    if (input.pixels) fill(layer.input, input.pixels, shape[0]);
    else layer.input.set(input);
    const start = performance.now();
    const { data, shape: made } = layer.run();
    const ms = performance.now() - start;
    const [low, high] = range(data);
    const about = { id, path: layer.path, ms, low, high };
    if (!input.pixels) return { ...about, data: data.slice() };
    const chosen = look || (low >= -1e-6 && high <= 1 + 1e-6 ? "plain" : "stretched");
    const scale = ends(chosen, low, high);
    return { ...about, look: chosen, scale, width: made[2], height: made[1], images: images(data, made, scale) };
  } catch ({ code = "unknown", field = "", message }) {
    // Another try may find the network back, or a fresh memory.
    if (code === "unknown" || code === "bound") loading = layer = undefined;
    return { id, error: { code, field, message } };
  }
}

if (globalThis.WorkerGlobalScope) {
  onmessage = async ({ data }) => {
    const told = await answer(data);
    postMessage(told, (told.images ?? [told.data ?? new Float32Array(0)]).map(({ buffer }) => buffer));
  };
} else {
  window.convlensImage = answer;
}
