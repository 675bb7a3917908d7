// Races the contestants on one row after another: window.race, which race.mjs drives.
import * as js from "./contestants/js.mjs";
import * as litert from "./contestants/litert.mjs";
import * as onnx from "./contestants/onnx.mjs";
import * as ours from "./contestants/ours.mjs";
import * as tfjs from "./contestants/tfjs.mjs";
import { lane, race, summary } from "./clock.mjs";
import { plain } from "./plain.mjs";
import { HELD_OUT, ROWS } from "./rows.mjs";
import { numbers } from "./tensors.mjs";

// How far an output may be from plain JS, of the largest value there: what 2-D Winograd may.
const TOLERANCE = 2e-5;

const CONTESTANTS = [...ours.modules, tfjs, onnx, litert, js];

async function contest(row, rounds) {
  const input = numbers(row.shape, 1);
  const weight = numbers(row.weightShape, 2);
  const expected = plain(row, input, weight);
  const entries = [];
  for (const { name, side, enter } of CONTESTANTS) {
    const entry = await enter(row, input, weight);
    const { before = row.padding } = entry;
    const right = `${before}` === `${row.padding}` ? expected : plain(row, input, weight, before);
    entries.push({ name, side, entry, check: () => distance(row, name, entry, right) });
  }
  for (const { check } of entries) await check();
  for (const it of entries) it.lanes = await lanes(it.entry);
  await race(entries.flatMap(({ lanes }) => Object.values(lanes)), rounds);
  const contestants = [];
  for (const { name, side, entry, lanes, check } of entries) {
    const error = await check();
    contestants.push({ name, side, path: entry.path, error, ...times(entry, lanes) });
    await entry.free();
  }
  const { name, layer, shape, macs, targets: [kernel, end, limit] } = row;
  return { name, layer, shape, macs, targets: { kernel, end, limit }, contestants };
}

async function lanes({ kernel, end, waits = false }) {
  return {
    kernel: await lane(kernel.run, waits),
    ...(kernel.less ? { less: await lane(kernel.less, waits) } : {}),
    ...(end ? { end: await lane(end.run, end.waits ?? waits) } : {}),
  };
}

// Where a kernel's time is a difference, it is one of quantiles, not a quantile of differences: noise in what is taken away
// would make that smaller. And none is longer than the way that it is a part of.
function times({ kernel: { by } }, lanes) {
  const kernel = summary(lanes.kernel);
  const end = lanes.end ? summary(lanes.end) : kernel;
  if (!lanes.less) return { kernel, end };
  const less = summary(lanes.less);
  const difference = (quantile) => Math.min((kernel[quantile] - less[quantile]) / by, end[quantile]);
  return { kernel: { median: difference("median"), p10: difference("p10") }, end };
}

// How far what a contestant computes is from plain JS, both ways, in parts of the largest value.
async function distance(row, name, { order = (data) => data, kernel, output, end, middles }, right) {
  if (!end) return 0;
  await kernel.run();
  // What is no number stays.
  const most = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = most(right);
  const from = (data) => {
    if (data.length !== right.length) throw new Error(`${row.name}, ${name}: ${data.length} numbers, not ${right.length}`);
    return most(data.map((value, at) => value - right[at])) / scale;
  };
  const ways = [from(order(await output())), from(order(await end.run()))];
  if (middles) ways.push(most((await middles()).map((value) => value - right[middle(row)])) / scale);
  const error = Math.max(...ways);
  if (!(error <= TOLERANCE)) throw new Error(`${row.name}, ${name}: ${error} of the largest value away from plain JS`);
  return error;
}

const middle = ({ outputs, out: [height, width] }) => ((outputs >> 1) * height + (height >> 1)) * width + (width >> 1);

const versions = [];
for (const { name, start } of CONTESTANTS) versions.push((await start?.()) ?? name);

window.race = {
  versions, tolerance: TOLERANCE, isolated: crossOriginIsolated,
  rows: (heldOut) => (heldOut ? HELD_OUT : ROWS).map(({ name }) => name),
  run: (name, rounds) => contest([...ROWS, ...HELD_OUT].find((row) => row.name === name), rounds),
};
