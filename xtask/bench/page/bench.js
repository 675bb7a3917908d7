// Races plain JS, the reference and the exact path on the same tensors, in turn, so that a busy moment hits all alike.
import init, { Race } from "./bench_wasm.js";

// size: [height, width] of the input; a sequence has height 1.
const ROWS = [
  { name: "R2", layer: "nn.Conv2d(64, 64, 3, padding=1, bias=False)", shape: [64, 56, 56] },
  { name: "R3", layer: "nn.Conv2d(256, 256, 3, padding=1, bias=False)", shape: [256, 14, 14] },
  { name: "M1", layer: "nn.Conv2d(32, 32, 3, padding=1, groups=32, bias=False)", shape: [32, 112, 112], groups: 32 },
  { name: "S1", layer: "nn.Conv2d(1, 1, 3, padding=1, bias=False)", shape: [1, 1024, 1024] },
  { name: "C1", layer: "nn.Conv1d(128, 256, 3, padding=1, bias=False)", shape: [128, 1000] },
  { name: "tiny", layer: "nn.Conv2d(1, 1, 3, bias=False)", shape: [1, 5, 5], padding: 0 },
];

const ROUNDS = 30;
const PATIENCE = 30000; // ms a row; at least ten rounds
const BATCH = 8; // ms: the browser's clock ticks in tenths

// What a person writes first: seven loops.
function plain({ batch, inputs, outputs, groups, size: [height, width], kernel: [kh, kw], pad: [ph, pw] }, input, weight) {
  const [oh, ow] = [height + 2 * ph - kh + 1, width + 2 * pw - kw + 1];
  const output = new Float32Array(batch * outputs * oh * ow);
  const [each, out] = [inputs / groups, outputs / groups];
  for (let n = 0; n < batch; n += 1) {
    for (let o = 0; o < outputs; o += 1) {
      const first = ((o / out) | 0) * each;
      for (let y = 0; y < oh; y += 1) {
        for (let x = 0; x < ow; x += 1) {
          let sum = 0;
          for (let c = 0; c < each; c += 1) {
            for (let ky = 0; ky < kh; ky += 1) {
              const row = y + ky - ph;
              if (row < 0 || row >= height) continue;
              for (let kx = 0; kx < kw; kx += 1) {
                const column = x + kx - pw;
                if (column < 0 || column >= width) continue;
                sum += input[((n * inputs + first + c) * height + row) * width + column] * weight[((o * each + c) * kh + ky) * kw + kx];
              }
            }
          }
          output[((n * outputs + o) * oh + y) * ow + x] = sum;
        }
      }
    }
  }
  return output;
}

function contest({ name, layer, shape, groups = 1, padding = 1 }) {
  const race = new Race(layer, Uint32Array.from(shape));
  const [input, weight] = [race.input(), race.weight()];
  const [inputs, ...spatial] = shape;
  const flat = spatial.length === 1;
  const [, outputs] = layer.match(/\(\d+, (\d+)/);
  const geometry = {
    batch: 1, inputs, outputs: Number(outputs), groups,
    size: flat ? [1, ...spatial] : spatial, kernel: flat ? [1, 3] : [3, 3], pad: flat ? [0, padding] : [padding, padding],
  };
  const output = race.output();
  const ours = plain(geometry, input, weight);
  const scale = output.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const far = ours.reduce((most, value, i) => Math.max(most, Math.abs(value - output[i])), 0);
  if (ours.length !== output.length || far > 1e-5 * scale || !race.agree()) throw new Error(`${name}: the contestants disagree`);

  const runs = { js: () => plain(geometry, input, weight), reference: () => race.reference(), exact: () => race.exact() };
  const entries = Object.entries(runs).map(([who, run]) => ({ who, run, times: [], count: warm(run) }));
  const start = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round >= 10 && performance.now() - start > PATIENCE) break;
    for (const { run, times, count } of entries) times.push(batch(run, count));
  }
  const macs = race.macs();
  race.free();
  return { name, layer, macs, rounds: entries[0].times.length, times: Object.fromEntries(entries.map(({ who, times }) => [who, summary(times)])) };
}

// Runs for a while, and tells how many runs make a batch.
function warm(run) {
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < 150) {
    run();
    count += 1;
  }
  return Math.max(1, Math.ceil(count * BATCH / (performance.now() - start)));
}

function batch(run, count) {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) run();
  return (performance.now() - start) / count;
}

function summary(times) {
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)], p10: times[Math.floor(times.length / 10)] };
}

await init();
window.race = { rows: ROWS.map(({ name }) => name), run: (at) => contest(ROWS[at]) };
