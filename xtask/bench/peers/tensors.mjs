// Numbers to compute with, and the order in which the peers that put channels last want them.

// As many numbers as a shape holds, between -1 and 1, the same at each run.
export function numbers(shape, seed) {
  let state = seed;
  return Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / (1 << 23) - 1;
  });
}

// A tensor with its axes in another order.
export function permuted(data, shape, axes) {
  const steps = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const result = new Float32Array(data.length);
  let at = 0;
  const walk = (depth, from) => {
    if (depth === axes.length) {
      result[at] = data[from];
      at += 1;
      return;
    }
    for (let i = 0; i < shape[axes[depth]]; i += 1) walk(depth + 1, from + i * steps[axes[depth]]);
  };
  walk(0, 0);
  return result;
}

export const channelsLast = (data, { inputs, size }) => permuted(data, [inputs, ...size], [1, 2, 0]);
export const channelsFirst = (data, { outputs, out }) => permuted(data, [...out, outputs], [2, 0, 1]);
