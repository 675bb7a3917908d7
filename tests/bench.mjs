// Prints the race of the core's paths: node tests/bench.mjs <url> <chromium>
import { launch } from "./browser.mjs";

const [url, chromium] = process.argv.slice(2);
const browser = await launch(chromium);
const page = await browser.newPage();
page.on("pageerror", (error) => console.error(error.message));
page.on("console", (message) => console.error(message.text()));
await page.goto(url);
await page.waitForFunction("window.race", { timeout: 20000 });

const time = (ms) => (ms < 0.1 ? `${(ms * 1000).toFixed(2)} us` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`).padStart(9);
console.log("median and p10 of interleaved batches; GF/s at p10 (a product and its sum are two)");
console.log("row   |      plain JS       |      reference      |      exact SIMD     | GF/s | exact/JS median, p10 | exact/reference | batches");
for (const at of (await page.evaluate("race.rows")).keys()) {
  const { name, macs, rounds, times: { js, reference, exact } } = await page.evaluate((at) => race.run(at), at);
  const cells = [js, reference, exact].map(({ median, p10 }) => `${time(median)} ${time(p10)} `);
  const rate = (2 * macs / exact.p10 / 1e6).toFixed(1).padStart(5);
  const times = (a, b) => `${(a / b).toFixed(1)}x`.padStart(9);
  console.log(`${name.padEnd(5)} | ${cells.join("| ")}|${rate} | ${times(js.median, exact.median)} ${times(js.p10, exact.p10)}  | ${times(reference.median, exact.median)}       | ${rounds}`);
}
await browser.close();
