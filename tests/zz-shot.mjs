import { launch, open } from "./browser.mjs";
const browser = await launch("/usr/bin/chromium");
const url = "http://127.0.0.1:8431/";
const wanted = process.argv.slice(2);
for (const [name, width, height, scheme] of [["wide",1280,800,"light"],["dark",1280,800,"dark"],["phone",390,844,"light"],["narrow",280,700,"dark"]]) {
  if (wanted.length && !wanted.includes(name)) continue;
  const faults=[];
  const page = await open(browser, url + "?layer=Conv2d(1,1,3,stride=2)&shape=7x7&step=4", { width, height, before: async (page) => {
    page.on("console", (m) => faults.push(m.text())); page.on("pageerror", (e) => faults.push(e.message));
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]); } });
  await page.waitForSelector("[aria-haspopup=dialog]");
  await page.evaluate(() => [...document.querySelectorAll("[aria-haspopup=dialog]")].find((b) => b.textContent === "Embed").click());
  await page.waitForSelector("dialog.composer[open]");
  await new Promise((d) => setTimeout(d, 2500));
  await page.screenshot({ path: `/tmp/composer-look/${name}.png` });
  const info = await page.evaluate(() => { const d=document.querySelector("dialog.composer"); return [d.scrollHeight, d.clientHeight, d.scrollWidth, d.clientWidth]; });
  console.log(name, info, faults);
  if (info[0] > info[1]) {
    await page.evaluate(() => document.querySelector("dialog.composer").scrollTo(0, 1e6));
    await new Promise((d) => setTimeout(d, 300));
    await page.screenshot({ path: `/tmp/composer-look/${name}-end.png` });
  }
  await page.close();
}
await browser.close();
