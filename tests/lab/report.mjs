// What the lab measures and prints; nothing of it decides whether something holds.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { COLUMN, link } from "./page.mjs";
import { ready, until, visit } from "./visit.mjs";

const TIMES = 7;
const ROUNDS = 100;
// How wide the text is in pages of courses and books.
const COLUMNS = [560, 640, 700, COLUMN, 860, 960];

// What a scene needs in a column of this width: that of our own pages, if no other.
export async function natural(browser, convlens, width = COLUMN) {
  const page = await visit(browser, link(convlens), { width });
  await until(page, () => Boolean(window.convlens));
  const height = await page.evaluate(() => Math.round(document.documentElement.getBoundingClientRect().height));
  await page.close();
  return height;
}

// What it needs in any column.
export async function most(browser, convlens) {
  let height = 0;
  for (const width of COLUMNS) height = Math.max(height, await natural(browser, convlens, width));
  return height;
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const part = (values, share) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];

// When the page can be used, alone and in a host; and how long messages take.
export async function measure(engine, browser, convlens, host) {
  const [alone, embedded, rounds] = [[], [], []];
  for (let time = 0; time < TIMES; time += 1) {
    for (const [url, times] of [[link(convlens).replace("?embed&", "?"), alone], [host, embedded]]) {
      const context = await browser.createBrowserContext();
      const page = await visit(context, url);
      if (url === host) {
        await ready(page);
        times.push(await page.evaluate("lab.readyAt"));
        if (time === 0) rounds.push(...await roundTrips(page));
      } else {
        await until(page, () => Boolean(window.convlens));
        times.push(await page.evaluate("lab.liveAt"));
      }
      await context.close();
    }
  }
  return [
    `ready, ${engine}: ${part(alone, 0.5).toFixed(0)} ms in the page, ${part(embedded, 0.5).toFixed(0)} ms in an embed (medians of ${TIMES}, from the start of the page, of the host's page)`,
    `messages, ${engine}: ${part(rounds, 0.5).toFixed(1)} ms a round, p95 ${part(rounds, 0.95).toFixed(1)} ms of 50`,
  ];
}

const roundTrips = (page) => page.evaluate(async (rounds) => {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await lab.ask([{ type: "get" }, { type: "step" }, { type: "set", scene: { seed: round } }, { type: "seek", step: 0 }][round % 4]);
    times.push(performance.now() - start);
  }
  return times;
}, ROUNDS);

export function sizesOf(dist) {
  const files = readdirSync(dist).filter((name) => /\.(html|js|wasm|css)$/.test(name));
  return files.map((name) => {
    const content = readFileSync(join(dist, name));
    return `${name}: ${content.length} bytes, gzip ${gzipSync(content, { level: 9 }).length}, brotli ${brotliCompressSync(content).length}`;
  });
}

export function table(engines, results) {
  const rows = [["host", ...engines], ...[...results].map(([host, of]) => [host, ...engines.map((engine) => of[engine] ?? "")])];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd()).join("\n");
}
