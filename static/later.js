// Loads the chunk of the page's wasm that is not there from the start, and links it with the instance that asks.
//
// The contract:
//
//   src/ calls     __wasm_split_load_controls(callback, data)   through crate wasm_split_helpers, for src/split.rs. It
//                                                               answers once, with callback(data, whether it came).
//   src/ sets      window.convlensNow = true                    around that call, where the answer must come before the
//                                                               call returns: the chunk is then fetched synchronously,
//                                                               even if it is on its way already.
//   cargo xtask hook writes  <meta name="convlens-controls">    the chunk's address, which boot.js may preload; and
//                            shared.js                          what the chunk imports: its names of the page's exports.
//
// After a panic the page lives on in a fresh instance. The chunk is linked with that one when it asks for it, and not
// fetched again; a callback of the old instance is never called.
import { initSync } from "./convlens.js";
import { SHARED } from "./shared.js";

// The chunk, compiled, and on its way there.
let compiled;
let coming;
// The exports of the instance that has it.
let linked;

const address = () => new URL(document.querySelector("meta[name=convlens-controls]").content, document.baseURI);

async function fetchSoon() {
  const answer = await fetch(address());
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  compiled ??= await WebAssembly.compile(await answer.arrayBuffer());
}

function fetchNow() {
  const request = new XMLHttpRequest();
  request.open("GET", address(), false);
  // A synchronous answer is a text: of this encoding each letter's low byte is a byte of the file.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${request.responseURL}: ${request.status}`);
  compiled = new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt()));
}

function imports(page) {
  const shared = Object.entries(SHARED).map(([name, exported]) => [name, page[exported]]);
  return { __wasm_split: Object.fromEntries(shared) };
}

// Not a second time, which would write over what has changed in the memory, nor with an instance that died meanwhile.
function link(page) {
  if (linked === page || initSync() !== page) return;
  new WebAssembly.Instance(compiled, imports(page));
  linked = page;
}

async function linkSoon(page) {
  await (compiled ? undefined : coming ??= fetchSoon().finally(() => { coming = undefined; }));
  try {
    link(page);
  } catch (error) {
    // Older browsers make no instance of this size synchronously.
    if (!(error instanceof RangeError)) throw error;
    await WebAssembly.instantiate(compiled, imports(page));
    linked = page;
  }
}

export function __wasm_split_load_controls(callback, data) {
  const page = initSync();
  const answer = (came) => {
    if (initSync() === page) page[SHARED.__indirect_function_table].get(callback)(data, came);
  };
  const missed = (error) => {
    console.error(error);
    answer(false);
  };
  if (!window.convlensNow) {
    linkSoon(page).then(() => answer(true), missed);
    return;
  }
  try {
    if (!compiled) fetchNow();
    link(page);
  } catch (error) {
    return missed(error);
  }
  answer(true);
}
