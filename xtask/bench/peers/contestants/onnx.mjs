// onnxruntime-web. It copies inputs and outputs always, so that the kernel's time is a difference: a model of five nodes
// less a model of one, by four. One thread.
import * as ort from "onnxruntime-web/wasm";
import { several, single } from "../models/onnx.mjs";

export const name = "onnxruntime-web";
export const side = "peer";

const NODES = 5;

export async function start() {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = "/node_modules/onnxruntime-web/dist/";
  return `${name} ${ort.env.versions.web}`;
}

export async function enter(row, input, weight) {
  const session = (model, options = {}) => ort.InferenceSession.create(model, { executionProviders: ["wasm"], ...options });
  const whole = await session(single(row, weight));
  // Else nodes that are the same become one.
  const [many, one] = await Promise.all([NODES, 1].map((nodes) => session(several(row, weight, nodes), { graphOptimizationLevel: "disabled" })));
  const x = new ort.Tensor("float32", input, [1, ...row.shape]);
  const end = async () => {
    const { y } = await whole.run({ x: new ort.Tensor("float32", input, x.dims) });
    return y.data;
  };
  return {
    kernel: { run: () => many.run({ x }), less: () => one.run({ x }), by: NODES - 1 },
    end: { run: end },
    waits: true,
    output: end,
    // The kernels' models say one number of each result.
    middles: async () => Object.values(await many.run({ x })).map((tensor) => tensor.data[0]),
    free: () => Promise.all([whole, many, one].map((made) => made.release())),
  };
}
