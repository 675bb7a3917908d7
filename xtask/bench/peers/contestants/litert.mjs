// LiteRT.js: the module with relaxed SIMD and without threads; channels last. The kernel is the call below its `run`,
// which does not wait.
import { Tensor, loadAndCompile, loadLiteRt } from "@litertjs/core";
import { version } from "@litertjs/core/package.json";
import { channelsFirst, channelsLast } from "../tensors.mjs";
import { before, model } from "../models/tflite.mjs";

export const name = "LiteRT.js";
export const side = "peer";

export async function start() {
  await loadLiteRt("/node_modules/@litertjs/core/wasm/");
  return `${name} ${version}`;
}

export async function enter(row, input, weight) {
  const last = channelsLast(input, row);
  const shape = [1, ...row.size, row.inputs];
  const compiled = await loadAndCompile(model(row, weight), { accelerator: "wasm", cpuOptions: { numThreads: 1 } });
  const resident = new Tensor(last, shape);
  const inner = () => compiled.liteRtCompiledModel.run(0, [resident.liteRtTensorBuffer]);
  let outputs = inner();
  const kernel = () => {
    outputs.forEach((output) => output.delete());
    outputs = inner();
  };
  const end = async () => {
    const fresh = new Tensor(last, shape);
    const [result] = await compiled.run([fresh]);
    const data = result.toTypedArray();
    fresh.delete();
    result.delete();
    return data;
  };
  return {
    kernel: { run: kernel }, end: { run: end, waits: true },
    before: before(row),
    output: () => new Tensor(outputs[0]).toTypedArray(), order: (data) => channelsFirst(data, row),
    free: () => {
      outputs.forEach((output) => output.delete());
      resident.delete();
      compiled.delete();
    },
  };
}
