// Embeds in the pages of their hosts: node tests/lab/lab.mjs <dist> <chromium> [host ...]
//
// CONVLENS_LAB is the folder of the hosts' tools, which `cargo xtask test lab` sets up. The hosts are those whose names
// hold one of the given words.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { checks } from "./checks.mjs";
import { ENGINES, memory } from "./engines.mjs";
import { file, plain, sandbox, strict } from "./hosts/pages.mjs";
import { h5p, lti, open } from "./hosts/heights.mjs";
import { docusaurus, mkdocs, myst, reveal } from "./hosts/tools.mjs";
import { twenty } from "./hosts/twenty.mjs";
import { measure, natural, sizesOf, table } from "./report.mjs";
import { site } from "./serve.mjs";
import { visit } from "./visit.mjs";
import { webkit } from "./webkit.mjs";

const HOSTS = [plain, strict, sandbox, file, mkdocs, myst, reveal, docusaurus, lti, h5p, open, twenty];

const [FIRST] = Object.keys(checks);
const LONGEST = 180000;

const [dist, chromium, ...only] = process.argv.slice(2);
const tools = resolve(process.env.CONVLENS_LAB ?? ".");
const hosts = HOSTS.filter(({ name }) => only.length === 0 || only.some((word) => name.toLowerCase().includes(word.toLowerCase())));
const lab = mkdtempSync(join(tmpdir(), "convlens-lab-"));
const convlens = await site(dist);
const notes = [];
const results = new Map();
let failed = 0;

function tell(engine, host, result) {
  if (!results.has(host)) results.set(host, {});
  results.get(host)[engine] = result;
  if (result.startsWith("FAILED")) failed += 1;
}

// How much memory a browser takes more than now.
function memoryOf(browser) {
  const now = memory(browser);
  return () => memory(browser) - now;
}

// What waits for an answer that never comes must not keep all others waiting.
function deadline() {
  const late = {};
  late.passed = new Promise((_, fail) => { late.timer = setTimeout(() => fail(new Error("no end")), LONGEST); });
  return late;
}

// One host in one engine: every check, whatever became of the one before.
async function examine(engine, browser, host, url) {
  convlens.requests.clear();
  const faults = [];
  const on = { engine, memory: memoryOf(browser), requests: convlens.requests, note: (what, said) => notes.push(`${host.name}, ${engine}: ${what}: ${said}`) };
  const general = Object.entries(checks).filter(([name]) => !host.only || host.only.includes(name));
  const page = await visit(browser, url);
  const start = performance.now();
  for (const [name, check] of [...general.map(([name, check]) => [name, (page) => check(page, host)]), ...Object.entries(host.checks)]) {
    const late = deadline();
    try {
      await Promise.race([check(page, on), late.passed]);
    } catch (error) {
      faults.push(name);
      console.log(`FAILED  ${host.name}, ${engine}: ${name}\n${error.message}`);
      // Nothing else can hold where there is nothing.
      if (name === FIRST) break;
    } finally {
      clearTimeout(late.timer);
    }
  }
  await page.close();
  const all = general.length + Object.keys(host.checks).length;
  console.log(`${faults.length === 0 ? "ok    " : "FAILED"}  ${host.name}, ${engine}: ${all - faults.length} of ${all} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  tell(engine, host.name, faults.length === 0 ? `${all} ok` : `FAILED ${faults.length}`);
}

// Makes a host's page. Returns its address.
async function make(host, height, name) {
  const work = join(lab, name);
  mkdirSync(work);
  const start = performance.now();
  const url = await host.make({ work, dist, height, convlens: convlens.url, tools });
  if (host.slow) console.log(`made    ${host.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return url;
}

// The page in one file has less in it, and may be lower.
const exact = async (browser, { page }, known) => (page ? await natural(browser, convlens.url + page) : known).exact;

const browsers = new Map();
const heights = new Map();
for (const [engine, start] of Object.entries(ENGINES)) {
  browsers.set(engine, await start(chromium));
  heights.set(engine, await natural(browsers.get(engine), convlens.url));
}
// Every browser has fonts of its own. What only keeps a height keeps enough for all; what follows starts with the very one.
const most = Math.max(...[...heights.values()].map(({ most }) => most));
const kept = new Map();
for (const host of hosts.filter(({ follows }) => !follows)) kept.set(host, await make(host, most, String(hosts.indexOf(host))));

for (const [engine, browser] of browsers) {
  const urls = new Map();
  for (const host of hosts) {
    const url = kept.get(host) ?? await make(host, await exact(browser, host, heights.get(engine)), `${engine}${hosts.indexOf(host)}`);
    await examine(engine, browser, host, url);
    urls.set(host, url);
  }
  if (urls.has(plain)) {
    notes.push(...await measure(engine, browser, convlens.url, urls.get(plain)));
    if (engine === "Chromium") tell("WebKitGTK", plain.name, await webkit(urls.get(plain)));
  }
  await browser.close();
}

console.log(`\n${table([...Object.keys(ENGINES), "WebKitGTK"], results)}\n`);
for (const note of [...notes, ...sizesOf(dist)]) console.log(note);
convlens.close();
rmSync(lab, { recursive: true });
console.log(failed === 0 ? "\nall holds" : `\n${failed} failed`);
// The hosts' servers would go on for ever.
process.exit(failed > 0 ? 1 : 0);
