// The layers that are raced: those of the targets, and others of odd sizes that no kernel was made with in mind.

// A row is a layer without bias on one input. Sizes are [height, width]; a sequence has height 1.
// `targets` are how many times faster than the best peer it is to be, the kernel and end to end, and how many ms the latter
// may take.
function row(name, shape, outputs, { k, s = 1, p = 0, d = 1, groups = 1, transposed = false }, targets = []) {
  const [inputs, ...size] = shape;
  const flat = size.length === 1;
  const both = (value, missing) => (flat ? [missing, value] : [value, value]);
  const geometry = {
    name, shape, inputs, outputs, groups, transposed, flat, targets,
    size: flat ? [1, ...size] : size, kernel: both(k, 1), stride: both(s, 1), padding: both(p, 0), dilation: both(d, 1),
  };
  const out = [0, 1].map((axis) => outputSize(geometry, axis));
  const places = transposed ? geometry.size : out;
  const [across, each] = transposed ? [inputs, outputs / groups] : [outputs, inputs / groups];
  return {
    ...geometry, out, layer: line(geometry, { k, s, p, d }),
    weightShape: [across, each, ...geometry.kernel],
    macs: across * each * geometry.kernel[0] * geometry.kernel[1] * places[0] * places[1],
  };
}

function outputSize({ size, kernel, stride, padding, dilation, transposed }, axis) {
  const reach = dilation[axis] * (kernel[axis] - 1) + 1;
  if (transposed) return (size[axis] - 1) * stride[axis] - 2 * padding[axis] + reach;
  return Math.floor((size[axis] + 2 * padding[axis] - reach) / stride[axis]) + 1;
}

function line({ inputs, outputs, groups, transposed, flat }, { k, s, p, d }) {
  const given = [[s, 1, "stride"], [p, 0, "padding"], [d, 1, "dilation"], [groups, 1, "groups"]];
  const named = given.filter(([value, standard]) => value !== standard).map(([value, , name]) => `${name}=${value}`);
  const kind = `nn.Conv${transposed ? "Transpose" : ""}${flat ? 1 : 2}d`;
  return `${kind}(${[inputs, outputs, k, ...named, "bias=False"].join(", ")})`;
}

export const ROWS = [
  row("R1", [3, 224, 224], 64, { k: 7, s: 2, p: 3 }, [1.3, 1.3]),
  row("R2", [64, 56, 56], 64, { k: 3, p: 1 }, [3.0, 1.5]),
  row("R3", [256, 14, 14], 256, { k: 3, p: 1 }, [3.3, 1.5]),
  row("R4", [256, 56, 56], 64, { k: 1 }, [1.5, 1.5]),
  row("R5", [1024, 14, 14], 256, { k: 1 }, [1.4, 1.5]),
  row("M1", [32, 112, 112], 32, { k: 3, p: 1, groups: 32 }, [3.0, 1.5]),
  row("M2", [512, 14, 14], 512, { k: 3, p: 1, groups: 512 }, [2.5, 1.5]),
  row("G1", [128, 56, 56], 128, { k: 3, p: 1, groups: 32 }, [2.5, 1.5]),
  row("D1", [256, 28, 28], 256, { k: 3, p: 2, d: 2 }, [3.5, 1.5]),
  row("C1", [128, 1000], 256, { k: 3, p: 1 }, [2.1, 1.5]),
  row("C2", [1, 16000], 16, { k: 9, p: 4 }, [1.4, 1.5]),
  row("S1", [1, 1024, 1024], 1, { k: 3, p: 1 }, [3.0, 1.5]),
  row("S2", [1, 1024, 1024], 1, { k: 5, p: 2 }, [3.0, 1.5]),
  row("T1", [64, 32, 32], 32, { k: 4, s: 2, p: 1, transposed: true }, [1.8, 1.5]),
  row("tiny", [1, 5, 5], 1, { k: 3 }, [undefined, 1.5, 0.00015]),
];

function like(name, ...rest) {
  return row(`h-${name}`, ...rest, ROWS.find((row) => row.name === name).targets);
}

// Odd sizes, and channels that no tile divides. Each is of the kind of a row above, and is to do as well.
export const HELD_OUT = [
  like("R1", [3, 171, 213], 40, { k: 5, s: 2, p: 2 }),
  like("R2", [44, 45, 67], 52, { k: 3, p: 1 }),
  like("R3", [180, 17, 11], 204, { k: 3, p: 1 }),
  like("R4", [116, 29, 31], 58, { k: 1 }),
  like("M1", [42, 37, 53], 42, { k: 5, p: 2, groups: 42 }),
  like("G1", [60, 33, 25], 90, { k: 3, p: 1, groups: 6 }),
  like("D1", [48, 27, 41], 80, { k: 3, p: 3, d: 3 }),
  like("C1", [52, 777], 76, { k: 3, p: 1 }),
  like("S1", [1, 611, 487], 1, { k: 7, p: 3 }),
  like("T1", [26, 23, 19], 18, { k: 5, s: 3, p: 1, transposed: true }),
];
