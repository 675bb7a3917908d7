// How fast this machine computes a layer: by plain loops, and by the kernels. static/image-worker.js answers with it.
//
//   asks     { machine: { groups, padding }, line, shape, weight }   a 2-D layer of stride 1 with a square kernel, and no bias
//   answers  { simd, path, plain, fast }                             the vectors that the kernels use; milliseconds a run
import { ConvLayer } from "./convlens-kernels.js";

// As one would write it down.
function loops(x, weight, [channels, height, width], outs, { groups, padding }) {
  const ins = channels / groups;
  const kernel = Math.sqrt(weight.length / outs / ins);
  const [rows, columns] = [height, width].map((size) => size + 2 * padding - kernel + 1);
  const y = new Float32Array(outs * rows * columns);
  for (let out = 0, at = 0; out < outs; out += 1) {
    const first = Math.floor(out / (outs / groups)) * ins;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1, at += 1) {
        let sum = 0;
        for (let channel = 0; channel < ins; channel += 1) {
          for (let down = 0; down < kernel; down += 1) {
            const h = row + down - padding;
            if (h < 0 || h >= height) continue;
            for (let right = 0; right < kernel; right += 1) {
              const w = column + right - padding;
              if (w < 0 || w >= width) continue;
              sum += x[((first + channel) * height + h) * width + w] * weight[((out * ins + channel) * kernel + down) * kernel + right];
            }
          }
        }
        y[at] = sum;
      }
    }
  }
  return y;
}

// The middle one of several runs, after one that counts for nothing: the browser compiles in it.
function middle(run, times) {
  const spent = Array.from({ length: times + 1 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return spent.slice(1).sort((a, b) => a - b)[times >> 1];
}

export function measure({ machine, line, shape, weight }, simd) {
  const layer = new ConvLayer({ layer: line, inputShape: shape, weight });
  try {
    const x = Float32Array.from({ length: layer.input.length }, (_, at) => at * 37 % 101 / 101);
    layer.input.set(x);
    // Several at a time: clocks are coarse.
    const several = 8;
    const fast = middle(() => { for (let at = 0; at < several; at += 1) layer.run(); }, 9) / several;
    const plain = middle(() => loops(x, weight, shape, layer.shape[0], machine), 3);
    return { simd, path: layer.path, plain, fast };
  } finally {
    layer.free();
  }
}
