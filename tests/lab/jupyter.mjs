// The notebook's module in a real JupyterLab: node tests/lab/jupyter.mjs <dist> <chromium> <jupyter> [picture.png]
// <jupyter> is the program of an environment with jupyterlab and anywidget.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "../browser.mjs";

const [dist, chromium, jupyter, picture] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "convlens-lab-"));

// The notebook is what docs/notebook.md tells its readers to write.
const doc = readFileSync(new URL("../../docs/notebook.md", import.meta.url), "utf8");
const [source] = doc.match(/(?<=```python\n)from pathlib[^]*?(?=```)/);
const cell = { cell_type: "code", id: "one", metadata: {}, execution_count: null, outputs: [], source };
const kernelspec = { name: "python3", display_name: "Python 3", language: "python" };
writeFileSync(join(folder, "demo.ipynb"), JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
copyFileSync(join(dist, "convlens-widget.js"), join(folder, "convlens-widget.js"));

const server = spawn(jupyter, ["lab", "--allow-root", "--no-browser", "--expose-app-in-browser", "--IdentityProvider.token=", "--ServerApp.root_dir", folder], {
  env: { ...process.env, JUPYTER_CONFIG_DIR: join(folder, ".config"), JUPYTER_DATA_DIR: join(folder, ".data") },
});
const browser = await launch(chromium);

try {
  const url = await new Promise((done, failed) => {
    server.stderr.on("data", (said) => {
      const found = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(said);
      if (found) done(found[0]);
    });
    server.on("exit", () => failed(new Error("JupyterLab ended")));
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(120000);
  await page.setViewport({ width: 1280, height: 1000 });
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${url}/lab/tree/demo.ipynb`, { waitUntil: "load" });
  await page.waitForFunction("window.jupyterapp?.shell.currentWidget?.sessionContext");
  await page.evaluate(async () => {
    await jupyterapp.shell.currentWidget.sessionContext.ready;
    await jupyterapp.commands.execute("notebook:run-all-cells");
  });

  // What a line of Python prints.
  const python = (code) => page.evaluate(async (code) => {
    const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
    const future = kernel.requestExecute({ code });
    let said = "";
    future.onIOPub = ({ header, content }) => {
      if (header.msg_type === "stream") said += content.text;
    };
    await future.done;
    return said.trim();
  }, code);
  const says = async (code, wanted) => {
    let said;
    for (let tries = 0; tries < 100; tries += 1) {
      said = await python(`print(${code})`);
      if (said === wanted) return;
    }
    assert.equal(said, wanted, code);
  };

  const handle = await page.waitForSelector("iframe[title=ConvLens]");
  const frame = await handle.contentFrame();
  await frame.waitForFunction("window.convlens");
  const shown = (check) => frame.waitForFunction(check);
  assert.equal(await frame.evaluate(() => origin), "null");
  await shown(() => /padding=1/.test(convlens.get().layer));

  // The page follows the model.
  await python("lens.step = 4");
  await shown(() => Number(convlens.get().step) === 4);
  await python("lens.layer = 'Conv2d(1,1,2)'");
  await shown(() => /kernel_size=2/.test(convlens.get().layer));
  // The model follows the page.
  await frame.focus("#stage [role=application]");
  await page.keyboard.press("ArrowRight");
  const step = await frame.evaluate(() => String(convlens.get().step));
  await says("lens.step", step);
  await frame.evaluate(() => convlens.set({ flip: "1" }));
  await says("lens.flip", "True");
  // Its height is the page's.
  const [height, content] = [await handle.evaluate((frame) => frame.clientHeight), await frame.evaluate(() => document.body.offsetHeight)];
  assert.ok(Math.abs(height - content) <= 2, `the frame is ${height} px high, the page ${content}`);
  assert.deepEqual(faults, []);
  if (picture) await page.screenshot({ path: picture });
  console.log("ok      JupyterLab shows the page, and the page and the model follow each other");
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true });
}
