// The browsers that the lab drives through puppeteer.
import puppeteer from "puppeteer-core";
import { readFileSync, readdirSync } from "node:fs";
import { launch } from "../browser.mjs";

export const ENGINES = {
  Chromium: (path) => launch(path),
  Firefox: () => puppeteer.launch({ browser: "firefox", executablePath: "/usr/bin/firefox-esr", headless: true, protocolTimeout: 60000 }),
};

// The memory of a browser and its processes in MB: what they share is divided among them.
export function memory(browser) {
  const parents = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number)) {
    const stat = read(`/proc/${pid}/stat`);
    if (stat) parents.set(pid, Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const root = browser.process().pid;
  const ours = (pid) => pid === root || (parents.has(pid) && ours(parents.get(pid)));
  const share = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? "")?.[1] ?? 0);
  return [...parents.keys()].filter(ours).reduce((sum, pid) => sum + share(pid), 0) / 1024;
}

// A process may be gone by the time it is looked at.
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
