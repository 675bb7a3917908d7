// Timing: a warm start, then batches in turn, so that a busy moment hits all alike.

const WARM = 150; // ms
const BATCH = 4; // ms: the clock of an isolated page ticks in 5 us
const SLOW = 100; // ms: what takes longer a run,
const SELDOM = 6; // takes part in each sixth round only

// A lane is one function that is timed: `run`, and whether it is waited for.
export async function lane(run, waits) {
  let runs = 0;
  const start = performance.now();
  do {
    if (waits) await run();
    else run();
    runs += 1;
  } while (performance.now() - start < WARM);
  const each = (performance.now() - start) / runs;
  return { run, waits, count: Math.max(1, Math.ceil(BATCH / each)), every: each > SLOW ? SELDOM : 1, times: [] };
}

export async function race(lanes, rounds) {
  for (let round = 0; round < rounds; round += 1) {
    for (const lane of lanes) {
      if (round % lane.every === 0) lane.times.push(lane.waits ? await batchWaiting(lane) : batch(lane));
    }
  }
}

function batch({ run, count }) {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) run();
  return (performance.now() - start) / count;
}

async function batchWaiting({ run, count }) {
  const start = performance.now();
  for (let i = 0; i < count; i += 1) await run();
  return (performance.now() - start) / count;
}

// Median and p10, in ms.
export function summary({ times }) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)];
  return { median: at(0.5), p10: at(0.1) };
}
