// TFLite files of one op, for LiteRT. The numbers are the places of fields in TFLite's schema.
import { Builder } from "flatbuffers";
import { permuted } from "../tensors.mjs";

const FLOAT32 = 0;
const INT32 = 2;
const [SAME, VALID] = [0, 1];
const VERSION = 3;

// Of each op: its code, its kind of options, and the fields of these.
const CONV = { code: 3, kind: 1, fields: { padding: 0, across: 1, down: 2, dilationAcross: 4, dilationDown: 5 } };
const DEPTHWISE = { code: 4, kind: 2, fields: { padding: 0, across: 1, down: 2, multiplier: 3, dilationAcross: 5, dilationDown: 6 } };
const TRANSPOSED = { code: 67, kind: 49, fields: { padding: 0, across: 1, down: 2 } };

const isPadded = ({ padding }) => padding.some((cells) => cells > 0);
const isDepthwise = ({ groups, inputs, outputs }) => groups > 1 && groups === inputs && outputs === inputs;

// The padding above and to the left. TFLite has as much as makes the output as large as the input by the stride, and
// where that is odd, less of it before than behind: PyTorch has the same on both sides.
export function before({ size, out, kernel, stride, dilation, transposed, padding }) {
  return padding.map((cells, axis) => {
    const [small, large] = transposed ? [size[axis], out[axis]] : [out[axis], size[axis]];
    const whole = Math.max(0, (small - 1) * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1 - large);
    return isPadded({ padding }) ? whole >> 1 : cells;
  });
}

export function model(row, weight) {
  const { inputs, outputs, size, out, kernel, transposed, weightShape } = row;
  const op = transposed ? TRANSPOSED : isDepthwise(row) ? DEPTHWISE : CONV;
  const result = [1, ...out, outputs];
  const filter = op === DEPTHWISE ? [1, ...kernel, outputs]
    : op === TRANSPOSED ? [outputs, ...kernel, inputs] : [outputs, ...kernel, weightShape[1]];
  const axes = { [CONV.code]: [0, 2, 3, 1], [DEPTHWISE.code]: [1, 2, 3, 0], [TRANSPOSED.code]: [1, 2, 3, 0] }[op.code];
  const file = new Builder(weight.byteLength + 4096);
  // What else an op asks for: the size of its result, or a bias.
  const more = transposed ? Int32Array.from(result) : new Float32Array(outputs);
  const buffers = [null, permuted(weight, weightShape, axes), more];
  const tensors = [
    { name: "x", shape: [1, ...size, inputs], type: FLOAT32, buffer: 0 },
    { name: "y", shape: result, type: FLOAT32, buffer: 0 },
    { name: "w", shape: filter, type: FLOAT32, buffer: 1 },
    { name: "more", shape: [more.length], type: transposed ? INT32 : FLOAT32, buffer: 2 },
  ];
  const root = table(file, {
    0: ["Int32", VERSION],
    1: ["Offset", offsets(file, [table(file, { 0: ["Int8", op.code], 3: ["Int32", op.code] })])],
    2: ["Offset", offsets(file, [graph(file, tensors, transposed ? [3, 2, 0] : [0, 2, 3], op, options(file, row, op))])],
    4: ["Offset", offsets(file, buffers.map((data) => buffer(file, data)))],
  });
  file.finish(root, "TFL3");
  return file.asUint8Array();
}

function graph(file, tensors, inputs, op, options) {
  const operator = table(file, {
    1: ["Offset", ints(file, inputs)], 2: ["Offset", ints(file, [1])], 3: ["Int8", op.kind], 4: ["Offset", options],
  });
  const made = tensors.map(({ name, shape, type, buffer }) => table(file, {
    0: ["Offset", ints(file, shape)], 1: ["Int8", type], 2: ["Int32", buffer], 3: ["Offset", file.createString(name)],
  }));
  return table(file, {
    0: ["Offset", offsets(file, made)], 1: ["Offset", ints(file, [0])], 2: ["Offset", ints(file, [1])],
    3: ["Offset", offsets(file, [operator])],
  });
}

function options(file, row, { fields }) {
  const values = {
    padding: ["Int8", isPadded(row) ? SAME : VALID], across: ["Int32", row.stride[1]], down: ["Int32", row.stride[0]],
    multiplier: ["Int32", 1], dilationAcross: ["Int32", row.dilation[1]], dilationDown: ["Int32", row.dilation[0]],
  };
  return table(file, Object.fromEntries(Object.entries(fields).map(([name, at]) => [at, values[name]])));
}

// A table from its fields, each written whatever it is: none is left to the schema's own values.
function table(file, fields) {
  file.startObject(Math.max(...Object.keys(fields)) + 1);
  file.forceDefaults(true);
  for (const [at, [type, value]] of Object.entries(fields)) file[`addField${type}`](Number(at), value, 0);
  return file.endObject();
}

function buffer(file, data) {
  if (!data) return table(file, {});
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  file.startVector(1, bytes.length, 16);
  file.bb.setPosition(file.space -= bytes.length);
  file.bb.bytes().set(bytes, file.space);
  return table(file, { 0: ["Offset", file.endVector()] });
}

const ints = (file, values) => vector(file, values, "addInt32");
const offsets = (file, values) => vector(file, values, "addOffset");

function vector(file, values, add) {
  file.startVector(4, values.length, 4);
  for (const value of [...values].reverse()) file[add](value);
  return file.endVector();
}
