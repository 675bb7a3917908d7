// What a person writes first, in doubles: what every other output is held to.

// `before` is the padding above and to the left, which some peers have otherwise.
export function plain(row, input, weight, before = row.padding) {
  const output = new Float32Array(row.outputs * row.out[0] * row.out[1]);
  return row.transposed ? spread(row, input, weight, before, output) : gather(row, input, weight, before, output);
}

function gather({ inputs, outputs, groups, size: [h, w], out: [oh, ow], kernel: [kh, kw], stride, dilation }, input, weight, before, output) {
  const [each, out] = [inputs / groups, outputs / groups];
  for (let o = 0; o < outputs; o += 1) {
    const first = ((o / out) | 0) * each;
    for (let y = 0; y < oh; y += 1) {
      for (let x = 0; x < ow; x += 1) {
        let sum = 0;
        for (let c = 0; c < each; c += 1) {
          for (let ky = 0; ky < kh; ky += 1) {
            const line = y * stride[0] + ky * dilation[0] - before[0];
            if (line < 0 || line >= h) continue;
            for (let kx = 0; kx < kw; kx += 1) {
              const column = x * stride[1] + kx * dilation[1] - before[1];
              if (column < 0 || column >= w) continue;
              sum += input[((first + c) * h + line) * w + column] * weight[((o * each + c) * kh + ky) * kw + kx];
            }
          }
        }
        output[(o * oh + y) * ow + x] = sum;
      }
    }
  }
  return output;
}

// A transposed layer, by its inputs: each adds to the outputs under its window.
function spread({ inputs, outputs, groups, size: [h, w], out: [oh, ow], kernel: [kh, kw], stride, dilation }, input, weight, before, output) {
  const [each, out] = [inputs / groups, outputs / groups];
  const sums = new Float64Array(output.length);
  for (let c = 0; c < inputs; c += 1) {
    const first = ((c / each) | 0) * out;
    for (let o = 0; o < out; o += 1) {
      for (let y = 0; y < h; y += 1) {
        for (let x = 0; x < w; x += 1) {
          const value = input[(c * h + y) * w + x];
          for (let ky = 0; ky < kh; ky += 1) {
            const line = y * stride[0] + ky * dilation[0] - before[0];
            if (line < 0 || line >= oh) continue;
            for (let kx = 0; kx < kw; kx += 1) {
              const column = x * stride[1] + kx * dilation[1] - before[1];
              if (column < 0 || column >= ow) continue;
              sums[((first + o) * oh + line) * ow + column] += value * weight[((c * out + o) * kh + ky) * kw + kx];
            }
          }
        }
      }
    }
  }
  output.set(sums);
  return output;
}
