// tfjs-backend-wasm: the op on resident tensors. One thread; channels last.
import * as tf from "@tensorflow/tfjs-core";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { channelsFirst, channelsLast, permuted } from "../tensors.mjs";

export const name = "tfjs-backend-wasm";
export const side = "peer";

export async function start() {
  setWasmPaths("/node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/");
  // Else it takes the module with threads, whose memory is shared.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setThreadsCount(1);
  await tf.setBackend("wasm");
  await tf.ready();
  return `${name} ${tf.version_core}`;
}

export function enter(row, input, weight) {
  const last = channelsLast(input, row);
  const shape = [1, ...row.size, row.inputs];
  const resident = tf.tensor4d(last, shape);
  const { op, weights } = layer(row, weight);
  let output = op(resident);
  const kernel = () => {
    output.dispose();
    output = op(resident);
  };
  const end = () => {
    const fresh = tf.tensor4d(last, shape);
    const result = op(fresh);
    const data = result.dataSync();
    fresh.dispose();
    result.dispose();
    return data;
  };
  return {
    kernel: { run: kernel }, end: { run: end },
    output: () => output.dataSync(), order: (data) => channelsFirst(data, row),
    free: () => tf.dispose([resident, output, ...weights]),
  };
}

function layer(row, weight) {
  const { inputs, outputs, groups, kernel, stride, padding: [py, px], dilation, out, transposed, weightShape } = row;
  const place = [[0, 0], [py, py], [px, px], [0, 0]];
  const tensor = (data, shape) => tf.tensor4d(data, shape);
  if (transposed) {
    const filter = tensor(permuted(weight, weightShape, [2, 3, 1, 0]), [...kernel, outputs, inputs]);
    return { weights: [filter], op: (x) => tf.conv2dTranspose(x, filter, [1, ...out, outputs], stride, py) };
  }
  const filters = permuted(weight, weightShape, [2, 3, 1, 0]);
  if (groups === 1) {
    const filter = tensor(filters, [...kernel, inputs, outputs]);
    return { weights: [filter], op: (x) => tf.conv2d(x, filter, stride, place, "NHWC", dilation) };
  }
  if (groups === inputs && outputs === inputs) {
    const filter = tensor(permuted(weight, weightShape, [2, 3, 0, 1]), [...kernel, inputs, 1]);
    return { weights: [filter], op: (x) => tf.depthwiseConv2d(x, filter, stride, place, "NHWC", dilation) };
  }
  // No groups: a convolution a slice.
  const each = inputs / groups;
  const whole = tensor(filters, [...kernel, each, outputs]);
  const parts = tf.split(whole, groups, 3);
  whole.dispose();
  const op = (x) => tf.tidy(() => {
    const slices = parts.map((filter, at) => {
      const slice = tf.slice(x, [0, 0, 0, at * each], [1, ...row.size, each]);
      return tf.conv2d(slice, filter, stride, place, "NHWC", dilation);
    });
    return tf.concat(slices, 3);
  });
  return { weights: parts, op };
}
