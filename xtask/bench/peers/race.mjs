// Races the kernels against their peers in one Chromium, and writes what was measured as JSON:
// node race.mjs <folder> <peers> <chromium> <result> <rounds> <set> [row ...]
import { readFile, writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { launch } from "../../../tests/browser.mjs";
import { serve } from "../../../tests/lab/serve.mjs";

const [folder, peers, chromium, result, rounds, set, ...only] = process.argv.slice(2);

// Isolated from other origins, a page has a clock of 5 us.
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp", "Cache-Control": "no-store" };

// What peers load by themselves stands where they are installed.
const installed = async (name) => {
  if (!name.startsWith("/node_modules/")) return {};
  return readFile(join(peers, name)).then((body) => ({ body }), () => ({}));
};

const [load] = loadavg();
const server = await serve(folder, { headers: () => ISOLATED, otherwise: installed });
const browser = await launch(chromium);
// LiteRT says a lot: it is told where something failed.
const said = [];
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => said.push(message.text()));
  await page.goto(server.url);
  await page.waitForFunction("window.race", { timeout: 120000 });
  const { versions, tolerance, isolated, rows } = await page.evaluate((heldOut) => ({ ...race, rows: race.rows(heldOut) }), set === "held-out");
  if (!isolated) throw new Error("the page is not isolated: its clock is too coarse");
  const unknown = only.filter((name) => !rows.includes(name));
  if (unknown.length > 0) throw new Error(`no row ${unknown.join(", ")}; there are ${rows.join(", ")}`);
  const measured = [];
  for (const name of rows.filter((name) => only.length === 0 || only.includes(name))) {
    console.error(`racing ${name}`);
    measured.push(await page.evaluate((name, rounds) => race.run(name, rounds), name, Number(rounds)));
  }
  const chrome = await browser.version();
  await writeFile(result, JSON.stringify({ chrome, versions, load, tolerance, rounds: Number(rounds), rows: measured }, null, 1));
} catch (error) {
  console.error([...said, error.message].join("\n"));
  process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
