// ONNX files: protocol buffers of a few fields, written by hand.

const FLOAT = 1;
const INT64 = 7;
const OPSET = 13;
const IR = 8;

function varint(value) {
  const bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const more = rest > 127n;
    bytes.push(Number(rest & 127n) | (more ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// A message from its fields: [number, value], where a value is a number, a string, bytes, or packed numbers.
function message(...fields) {
  return joined(fields.flatMap(([field, value]) => {
    if (typeof value === "number") return [varint(field << 3), varint(value)];
    const bytes = typeof value === "string" ? new TextEncoder().encode(value)
      : Array.isArray(value) ? joined(value.map(varint)) : value;
    return [varint((field << 3) | 2), varint(bytes.length), bytes];
  }));
}

const ints = (name, values) => message([1, name], [8, values], [20, 7]);
const int = (name, value) => message([1, name], [3, value], [20, 2]);

function constant(name, type, shape, data) {
  return message([1, shape], [2, type], [8, name], [9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)]);
}

function place(name, shape) {
  const dimensions = message(...shape.map((size) => [1, message([1, size])]));
  return message([1, name], [2, message([1, message([1, FLOAT], [2, dimensions])])]);
}

const node = (kind, inputs, output, attributes = []) =>
  message(...inputs.map((input) => [1, input]), [2, output], [4, kind], ...attributes.map((attribute) => [5, attribute]));

const model = (graph) => message([1, IR], [7, graph], [8, message([1, ""], [2, OPSET])]);

// A layer's own axes: a sequence has one.
function convolution(row, output) {
  const own = (pair) => (row.flat ? [pair[1]] : pair);
  return node(row.transposed ? "ConvTranspose" : "Conv", ["x", "w"], output, [
    ints("kernel_shape", own(row.kernel)), ints("strides", own(row.stride)), ints("dilations", own(row.dilation)),
    ints("pads", [...own(row.padding), ...own(row.padding)]), int("group", row.groups),
  ]);
}

function weights({ weightShape: [a, b, ...kernel], flat }, weight) {
  return constant("w", FLOAT, [a, b, ...(flat ? [kernel[1]] : kernel)], weight);
}

const results = ({ outputs, out, flat }) => [1, outputs, ...(flat ? [out[1]] : out)];

// One layer, from an input to its output.
export function single(row, weight) {
  return model(message(
    [1, convolution(row, "y")], [2, "layer"], [5, weights(row, weight)],
    [11, place("x", [1, ...row.shape])], [12, place("y", results(row))],
  ));
}

// The same layer some times side by side, on one input. What comes out is one number of each: that in the middle.
export function several(row, weight, count) {
  const shape = results(row);
  const axis = (values) => BigInt64Array.from(values, BigInt);
  const start = shape.map((size) => size >> 1);
  const axes = [
    ["start", start], ["stop", start.map((at) => at + 1)],
  ].map(([name, values]) => [5, constant(name, INT64, [values.length], axis(values))]);
  const layers = Array.from({ length: count }, (_, at) => [
    [1, convolution(row, `y${at}`)], [1, node("Slice", [`y${at}`, "start", "stop"], `one${at}`)],
    [12, place(`one${at}`, shape.map(() => 1))],
  ]);
  return model(message(
    ...layers.flat(), [2, "layers"], [5, weights(row, weight)], [11, place("x", [1, ...row.shape])], ...axes,
  ));
}
