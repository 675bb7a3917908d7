// Where the page is one file, its wasm comes from the file itself, and nothing is fetched: each part stands in a
// <script type="text/plain" data-part="name">, deflated and in base64.
//
//   boot.js calls  convlensInside()   for a promise of the glue's exports, the wasm ready.
import "./failed.js";
import init, * as glue from "./convlens.js";

const parts = new Map();

export function now(file) {
  const bytes = parts.get(file);
  if (!bytes) throw new Error(`${file} is not in this file`);
  return bytes;
}

export const soon = async (file) => now(file);

async function inflate(text) {
  const deflated = new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt())]);
  const stream = deflated.stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

window.convlensInside = async () => {
  const inflated = Array.from(document.querySelectorAll("[data-part]"), async (script) => {
    parts.set(script.dataset.part, await inflate(script.textContent));
  });
  await Promise.all(inflated);
  await init({ module_or_path: now("main") });
  return glue;
};
