// Holds the kernels' package to what its README says: node tests/kernels.mjs <folder of the package>
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = new URL(`${pathToFileURL(process.argv[2])}/`);
const { init, ConvLayer, ConvLensError } = await import(new URL("convlens-kernels.js", folder));
const vectors = readFileSync(new URL("../crates/conv/tests/data/conv.jsonl", import.meta.url), "utf8");
const cases = vectors.trim().split("\n").map((line) => JSON.parse(line));

function refused(what) {
  try {
    what();
  } catch (error) {
    assert.ok(error instanceof ConvLensError, String(error));
    return error;
  }
  return assert.fail("nothing was refused");
}

assert.equal(refused(() => new ConvLayer({ layer: "nn.Conv1d(1, 1, 1)", inputShape: [1, 4] })).code, "unknown");

for (const simd of ["simd128", ...(WebAssembly.validate(new Uint8Array(readFileSync(new URL("convlens-kernels-relaxed.wasm", folder)))) ? ["relaxed"] : [])]) {
  assert.deepEqual(await init({ simd }), { simd });

  // Every layer of PyTorch's, as its line and as its parameters.
  let computed = 0;
  for (const { id, code, spec, input, weight, bias, output } of cases.filter(({ output }) => output)) {
    // The rank is in the kernel's size.
    const { rank, ...parameters } = spec;
    assert.equal(parameters.kernel_size.length, rank, id);
    for (const layer of [code, parameters]) {
      const made = new ConvLayer({ layer, inputShape: input.shape, weight: weight.data, bias: bias?.data });
      const { shape, data } = made.run(input.data);
      assert.deepEqual(shape, output.shape, id);
      const largest = Math.max(...output.data.map(Math.abs), 1e-30);
      output.data.forEach((wanted, at) => assert.ok(Math.abs(data[at] - wanted) <= 2e-5 * largest, `${id} ${made.path} [${at}]: ${data[at]} for ${wanted}`));
      made.free();
    }
    computed += 1;
  }
  assert.equal(computed, 432);

  // What PyTorch refuses is refused with its words.
  for (const { id, code, input, error } of cases.filter(({ error }) => error)) {
    const fault = refused(() => new ConvLayer({ layer: code, inputShape: input.shape }));
    assert.equal(fault.field, error.field, id);
    if (error.message) assert.equal(fault.pytorch, error.message, id);
    assert.ok(["layer", "shape", "bound"].includes(fault.code), id);
  }

  // All else that can be wrong has its code and its field.
  const [layer, inputShape, weight] = ["nn.Conv1d(1, 1, 3, bias=False)", [1, 6], [1, 2, 3]];
  const given = new ConvLayer({ layer, inputShape, weight });
  for (const [code, field, what] of [
    ["parse", "layer", () => new ConvLayer({ layer: "nn.Conv9d(1)", inputShape })],
    ["data", "op", () => new ConvLayer({ layer: { op: "pool", kernel_size: [1] }, inputShape })],
    ["data", "stride", () => new ConvLayer({ layer: { op: "conv", in_channels: 1, out_channels: 1, kernel_size: [1], stride: [1.5] }, inputShape })],
    ["parse", "layer", () => new ConvLayer({ layer: { op: "conv", in_channels: 1, out_channels: 1, kernel_size: [1], strides: [2] }, inputShape })],
    ["data", "input", () => new ConvLayer({ layer, inputShape: [1, -6], weight })],
    ["data", "weight", () => new ConvLayer({ layer, inputShape, weight: [1] })],
    ["data", "bias", () => new ConvLayer({ layer, inputShape, weight, bias: [1] })],
    ["data", "input", () => given.run([1, 2])],
    ["data", "input", () => given.run("123456")],
    ["bound", "input", () => new ConvLayer({ layer: "nn.Conv1d(1, 1, 1)", inputShape: [1, 2 ** 27] })],
  ]) {
    const fault = refused(what);
    assert.deepEqual([fault.code, fault.field], [code, field], fault.message);
  }

  // Nested lists, typed arrays, filling in place, and other weights.
  assert.deepEqual([...given.run([[1, 2, 3, 4, 5, 6]]).data], [14, 20, 26, 32]);
  assert.deepEqual([...given.run(new Float32Array([1, 0, 0, 0, 0, 1])).data], [1, 0, 0, 3]);
  given.input.fill(1);
  assert.deepEqual([...given.run().data], [6, 6, 6, 6]);
  given.setWeights([0, 0, 1]);
  assert.deepEqual([...given.run().data], [1, 1, 1, 1]);

  // A layer without weights takes its channels from its input; and what its run takes of memory leaves no dead view.
  for (const layer of ["nn.MaxPool2d(1)", "nn.ReLU()"]) {
    const made = new ConvLayer({ layer, inputShape: [3, 1024, 1024] });
    made.input.fill(7);
    const { shape, data } = made.run();
    assert.deepEqual([shape, data.length, data.at(-1)], [[3, 1024, 1024], 3 << 20, 7]);
    made.free();
  }

  // A layer outlives the growth of the memory, and the module that comes after its own.
  const large = new ConvLayer({ layer: "nn.Conv1d(1, 1, 1, bias=False)", inputShape: [1, 2 ** 22], weight: [1] });
  assert.deepEqual([...given.run().data], [1, 1, 1, 1]);
  large.free();
  await init({ simd: "simd128" });
  assert.deepEqual([...given.run().data], [1, 1, 1, 1]);
  given.free();
  assert.equal(refused(() => given.run()).code, "unknown");
}

// The example of the README.
const example = readFileSync(new URL("README.md", folder), "utf8").split("```js\n")[1].split("```")[0];
const said = [];
const run = new Function("init", "ConvLayer", "console", `return (async () => {${example.replace(/^import.*$/m, "")}})();`);
await run(init, ConvLayer, { log: (shape, data) => said.push(shape, [...data]) });
assert.deepEqual(said, [[1, 4], [12, 18, 24, 30]]);
console.log("the package does what it says");
