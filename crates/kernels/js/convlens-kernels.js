// Convolution layers as fast as this machine's vectors go: `README.md` beside this file shows how to call them.
// The wasm speaks in numbers alone (see ConvLens, crates/kernels-wasm): all that is JavaScript's is in this file.

const FILES = { relaxed: "./convlens-kernels-relaxed.wasm", simd128: "./convlens-kernels-simd.wasm" };

// The smallest modules that hold an instruction of each kind: a v128 made, and a product added to it.
const HEAD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10];
const PROBES = {
  relaxed: [19, 1, 17, 0, 65, 1, 253, 15, 65, 1, 253, 15, 65, 1, 253, 15, 253, 133, 2, 11],
  simd128: [8, 1, 6, 0, 65, 1, 253, 15, 11],
};

const [INPUT, WEIGHT, BIAS, OUTPUT] = [0, 1, 2, 3];
// Calling into the engine's copy costs more than it saves below this.
const FEW = 64;

/** What is refused: `code` says at which stage, `field` which parameter or tensor, `pytorch` what PyTorch says. */
export class ConvLensError extends Error {
  constructor(code, field, message, pytorch) {
    super(message);
    this.name = "ConvLensError";
    this.code = code;
    this.field = field;
    if (pytorch) this.pytorch = pytorch;
  }
}

let wasm;

/**
 * Loads the wasm: of the two modules the fastest that this engine takes, or the one that is named. Layers made before keep
 * the module that they were made with.
 */
export async function init({ simd, wasm: source } = {}) {
  const supported = Object.keys(FILES).filter((name) => WebAssembly.validate(Uint8Array.from([...HEAD, ...PROBES[name]])));
  const chosen = simd ?? supported[0];
  if (!supported.includes(chosen)) {
    const what = chosen === undefined ? "wasm vectors" : `simd: ${JSON.stringify(chosen)}`;
    throw new ConvLensError("unknown", "simd", `this engine does not have ${what}`);
  }
  const bytes = await read(source ?? new URL(FILES[chosen], import.meta.url));
  wasm = (await WebAssembly.instantiate(bytes)).instance.exports;
  return { simd: chosen };
}

async function read(source) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  const url = new URL(source, import.meta.url);
  if (url.protocol === "file:" && globalThis.process?.versions?.node) {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new ConvLensError("unknown", "wasm", `${url}: ${response.status}`);
  return response.arrayBuffer();
}

/** A layer on an input shape, its weights prepared and all its memory held. */
export class ConvLayer {
  #wasm = wasm;
  #handle = 0;
  #shape;
  #path;
  #input;
  #output;

  constructor({ layer, inputShape, weight, bias }) {
    if (!this.#wasm) throw new ConvLensError("unknown", "init", "call init() and wait for it before the first layer");
    const line = typeof layer === "string" ? layer : lineOf(layer);
    if (!Array.isArray(inputShape) || !inputShape.every((size) => Number.isInteger(size) && size >= 0 && size < 2 ** 31)) {
      throw new ConvLensError("data", "input", "inputShape must be a list of sizes, channels first");
    }
    const { scratch, open } = this.#wasm;
    const numbers = inputShape.concat(Array.from(line, (character) => character.codePointAt(0)));
    const at = scratch(4 * numbers.length);
    const view = new DataView(this.#wasm.memory.buffer, at);
    numbers.forEach((number, index) => view.setUint32(4 * index, number, true));
    const characters = numbers.length - inputShape.length;
    this.#handle = this.#trapped(() => open(inputShape.length, characters)) || this.#fault();
    try {
      this.setWeights(weight, bias);
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** The output's shape. */
  get shape() {
    return this.#shape;
  }

  /** By which way it computes. */
  get path() {
    return this.#path;
  }

  /** The input as it lies in the wasm, to be filled in place. Ask again after other layers were made: memory may move. */
  get input() {
    this.#held();
    return this.#input;
  }

  /** Computes. Without `x` from what is in `input`. The data is a view that holds until the next run. */
  run(x) {
    if (this.#output === undefined || this.#output.length === 0) this.#held();
    if (x !== undefined) fill(this.#input, x, "input");
    this.#wasm.run(this.#handle);
    // A pool takes memory as it runs.
    if (this.#output.length === 0) this.#held();
    return { shape: this.#shape, data: this.#output };
  }

  /** Takes other weights; the path may become another. */
  setWeights(weight, bias) {
    if (!this.#handle) throw new ConvLensError("unknown", "layer", "the layer was freed");
    const [weights, biases] = [this.#view(WEIGHT), this.#view(BIAS)];
    if (weights.length) fill(weights, weight ?? [], "weight");
    if (biases.length || bias != null) fill(biases, bias ?? [], "bias");
    if (!this.#trapped(() => this.#wasm.ready(this.#handle))) this.#fault();
    const [path, shape] = this.#said();
    this.#path = path;
    this.#shape = Object.freeze(shape.split(",").map(Number));
    this.#held();
  }

  /** Gives the memory back. The layer is of no use afterwards. */
  free() {
    if (this.#handle) this.#wasm.close(this.#handle);
    this.#handle = 0;
    this.#input = this.#output = undefined;
  }

  // Views die when the memory grows.
  #held() {
    if (!this.#handle) throw new ConvLensError("unknown", "layer", "the layer was freed");
    if (this.#input?.buffer !== this.#wasm.memory.buffer) {
      this.#input = this.#view(INPUT);
      this.#output = this.#view(OUTPUT);
    }
  }

  #view(which) {
    const { memory, tensor, length } = this.#wasm;
    return new Float32Array(memory.buffer, tensor(this.#handle, which), length(this.#handle, which));
  }

  #said() {
    const length = this.#wasm.said();
    return new TextDecoder().decode(new Uint8Array(this.#wasm.memory.buffer, this.#wasm.scratch(0), length)).split("\n");
  }

  #fault() {
    throw new ConvLensError(...this.#said());
  }

  // What the wasm cannot allocate it traps on, and is of no use from there.
  #trapped(call) {
    try {
      return call();
    } catch {
      throw new ConvLensError("bound", "layer", "the memory does not suffice: call init() again for a fresh one");
    }
  }
}

function fill(to, from, field) {
  const numbers = ArrayBuffer.isView(from) ? from : Array.isArray(from) ? from.flat(Infinity) : undefined;
  if (numbers === undefined) throw new ConvLensError("data", field, `${field} must be a list of numbers`);
  const length = numbers.length;
  if (length !== to.length) throw new ConvLensError("data", field, `${field}: expected ${to.length} numbers, got ${length}`);
  if (length < FEW) for (let at = 0; at < length; at++) to[at] = numbers[at];
  else to.set(numbers);
}

const CLASSES = { conv: "Conv", conv_transpose: "ConvTranspose" };

// A value as Python writes it; none for what no parameter is.
function written(value) {
  if (Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value) && value.every(Number.isSafeInteger)) return `(${value.join(", ")},)`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string" && /^[a-z]+$/.test(value)) return `'${value}'`;
}

// A layer as PyTorch writes it, from the object of its parameters; what is left out is PyTorch's default.
function lineOf(spec) {
  const wrong = (name) => new ConvLensError("data", name, `${name} is missing or is not what PyTorch takes there`);
  if (spec === null || typeof spec !== "object") throw wrong("layer");
  if (!Object.hasOwn(CLASSES, spec.op)) throw wrong("op");
  if (!Array.isArray(spec.kernel_size)) throw wrong("kernel_size");
  const parts = [];
  for (const [name, value] of Object.entries(spec)) {
    // Vectors have `output_padding` for both.
    if (name === "op" || value === undefined || (name === "output_padding" && spec.op === "conv")) continue;
    const text = written(value);
    if (text === undefined) throw wrong(name);
    parts.push(`${name}=${text}`);
  }
  return `nn.${CLASSES[spec.op]}${spec.kernel_size.length}d(${parts.join(", ")})`;
}
