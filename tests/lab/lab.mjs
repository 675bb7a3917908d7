// Embeds in the pages of their hosts: node tests/lab/lab.mjs <dist> <chromium> [host ...] [--measure]
//
// CONVLENS_LAB is the folder of the hosts' tools, which `cargo xtask test lab` sets up. The hosts are those whose names
// hold one of the given words. All engines are at work at once, and what is measured comes after them.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checks } from "./checks.mjs";
import { ENGINES, memory } from "./engines.mjs";
import { file, plain, sandbox, strict } from "./hosts/pages.mjs";
import { h5p, lti, open } from "./hosts/heights.mjs";
import { docusaurus, mkdocs, myst, reveal } from "./hosts/tools.mjs";
import { twenty } from "./hosts/twenty.mjs";
import { measure, most, natural, sizesOf, table } from "./report.mjs";
import { site } from "./serve.mjs";
import { visit } from "./visit.mjs";
import { webkit } from "./webkit.mjs";

// Docusaurus takes the longest to make its page, meanwhile the others are looked at.
const HOSTS = [plain, strict, sandbox, file, mkdocs, myst, reveal, lti, h5p, open, twenty, docusaurus];

const [FIRST] = Object.keys(checks);
const LONGEST = 180000;

const { values: asked, positionals: [dist, chromium, ...only] } = parseArgs({ allowPositionals: true, options: { measure: { type: "boolean" } } });
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
async function examine(engine, browser, host, url, { requests }) {
  requests.clear();
  const faults = [];
  const on = { engine, memory: memoryOf(browser), requests, note: (what, said) => notes.push(`${host.name}, ${engine}: ${what}: ${said}`) };
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

// Makes a host's page that embeds the page of this site. Returns its address.
function make(host, height, name, { url }) {
  const work = join(lab, name);
  mkdirSync(work);
  return host.make({ work, dist, height, convlens: url, tools });
}

// Every host in one engine. What follows its height starts with the very one that it has in this engine, and embeds from
// a site of its own, which counts the requests. Returns the hosts' addresses.
async function examineAll(engine, browser) {
  const own = await site(dist);
  const height = await natural(browser, own.url);
  const urls = new Map();
  for (const host of hosts) {
    // The page in one file has less in it, and may be lower.
    const exact = async () => (host.page ? natural(browser, own.url + host.page) : height);
    const url = await (kept.get(host) ?? make(host, await exact(), `${engine}${hosts.indexOf(host)}`, own));
    await examine(engine, browser, host, url, own);
    urls.set(host, url);
  }
  return urls;
}

const each = async (act) => new Map(await Promise.all(Object.entries(ENGINES).map(async ([engine, start]) => [engine, await act(engine, start)])));

const browsers = await each((_, start) => start(chromium));
// Every browser has fonts of its own: what only keeps a height keeps enough for all.
const heights = await each((engine) => most(browsers.get(engine), convlens.url));
const enough = Math.max(...heights.values());
// Each is waited for where it is examined: some take long to make.
const kept = new Map(hosts.filter(({ follows }) => !follows).map((host) => [host, make(host, enough, String(hosts.indexOf(host)), convlens)]));
const urls = await each((engine) => examineAll(engine, browsers.get(engine)));

// It has the machine to itself.
if (hosts.includes(plain)) tell("WebKitGTK", plain.name, await webkit(urls.get("Chromium").get(plain)));
if (asked.measure) {
  for (const [engine, browser] of browsers) {
    if (hosts.includes(plain)) notes.push(...await measure(engine, browser, convlens.url, urls.get(engine).get(plain)));
  }
  notes.push(...sizesOf(dist));
}
for (const browser of browsers.values()) await browser.close();

console.log(`\n${table([...Object.keys(ENGINES), "WebKitGTK"], results)}\n`);
for (const note of notes) console.log(note);
convlens.close();
rmSync(lab, { recursive: true });
console.log(failed === 0 ? "\nall holds" : `\n${failed} failed`);
// The hosts' servers would go on for ever.
process.exit(failed > 0 ? 1 : 0);
