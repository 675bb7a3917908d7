// Asks axe about a page.
import { readFileSync } from "node:fs";

const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// What axe finds on the page, or within an element of it: a line for each rule, with the elements that break it.
export async function audit(page, { within, ...options } = {}) {
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe);
  return page.evaluate(async (within, options) => {
    // Of what holds it need say nothing: that takes its time.
    const { violations } = await window.axe.run(within ?? document, { ...options, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
  }, within, options);
}
