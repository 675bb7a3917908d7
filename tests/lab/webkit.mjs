// WebKitGTK, as far as it goes: the scene loads in an embed, and steps. It is driven by WebDriver's plain requests.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const LIBRARIES = "/usr/lib/x86_64-linux-gnu";
const DISPLAY = ":97";
const PORT = 9597;
const LONGEST = 60000;

// A browser of WebKitGTK's own packages.
function miniBrowser() {
  const folders = existsSync(LIBRARIES) ? readdirSync(LIBRARIES).filter((name) => name.startsWith("webkit2gtk-")) : [];
  return folders.map((name) => `${LIBRARIES}/${name}/MiniBrowser`).find(existsSync);
}

async function request(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${PORT}${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(LONGEST),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

// A server is up when it answers.
async function up(child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${child.exitCode}`);
    try {
      return await request("GET", "/status");
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

// Runs in the page of a host with a `<conv-lens>`: the arguments are WebDriver's callback.
const steps = `
  const done = arguments[0];
  const lens = document.querySelector("conv-lens");
  const stepped = new Promise((told) => lens.addEventListener("step", ({ detail }) => told(detail.step), { once: true }));
  customElements.whenDefined("conv-lens").then(() => lens.get()).then(async ({ step }) => {
    await lens.step();
    const frame = lens.querySelector("iframe");
    done([Number(step), await stepped, frame.clientHeight]);
  }, ({ message }) => done(message));
`;

// What became of it, for the lab's table.
export async function webkit(url) {
  const binary = miniBrowser();
  if (!binary) return "not there";
  const screen = spawn("Xvfb", [DISPLAY, "-screen", "0", "1280x1024x24"], { stdio: "ignore" });
  const driver = spawn("WebKitWebDriver", [`--port=${PORT}`], { stdio: "ignore", env: { ...process.env, DISPLAY, LIBGL_ALWAYS_SOFTWARE: "1" } });
  try {
    await up(driver);
    const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
    const { sessionId } = await request("POST", "/session", { capabilities: { alwaysMatch: options } });
    const session = `/session/${sessionId}`;
    await request("POST", `${session}/timeouts`, { script: LONGEST });
    await request("POST", `${session}/url`, { url });
    const told = await request("POST", `${session}/execute/async`, { script: steps, args: [] });
    await request("DELETE", session);
    const [before, after, height] = told;
    return after === before + 1 && height > 0 ? "loads, steps" : `FAILED ${JSON.stringify(told)}`;
  } catch (error) {
    return `FAILED ${error.message}`;
  } finally {
    driver.kill();
    screen.kill();
  }
}
