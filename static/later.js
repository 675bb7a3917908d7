// Loads the parts of the page's wasm that are not there from the start, and links them with the instance that asks.
//
// The contract:
//
//   src/ calls     __wasm_split_load_PART(callback, data)   for a part of src/split.rs. It is answered once, with
//                                                           callback(data, whether the part is there).
//   src/ sets      window.convlensNow = true                around that call where the answer must come before the call
//                                                           returns: the part is then fetched while everything waits,
//                                                           even if it is on its way already.
//   cargo xtask hook writes  parts.js                       those loaders, each with its files, which boot.js may preload;
//                                                           and what the files import: their names of the page's exports.
//
// The bytes of a file come from source.js: static/fetched.js, or static/inside.js where the page is one file.
//
// A file holds one module of the wasm or several, as xtask/src/pack.rs joins them.
//
// Where a part could not be had, convlensMissed() (boot.js) tells the reader, and the next call tries again, and takes
// back what was told.
//
//   src/ calls     convlensText(name)                       for a promise of a text that is a file of its own: the words of
//                                                           a language.
//
// After a panic the page lives on in a fresh instance. Files are linked with that one when it asks for them, and not
// fetched again; a callback of an old instance is never called.
import { initSync } from "./convlens.js";
import { SHARED, TEXTS } from "./parts.js";
import { now, soon } from "./source.js";

// By name: the files, their modules compiled; those on their way there; the exports of the instance that has them.
const compiled = new Map();
const coming = new Map();
const linked = new Map();

// A file's modules: each stands after its length.
function modules(bytes) {
  const all = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 4;
    at = start + new DataView(bytes.buffer).getUint32(at, true);
    all.push(bytes.subarray(start, at));
  }
  return all;
}

async function bring(file) {
  const made = await Promise.all(modules(await soon(file)).map((module) => WebAssembly.compile(module)));
  if (!compiled.has(file)) compiled.set(file, made);
}

function imports(page) {
  const shared = Object.entries(SHARED).map(([name, exported]) => [name, page[exported]]);
  return { __wasm_split: Object.fromEntries(shared) };
}

// Not a second time, which would write over what has changed in the memory, nor with an instance that died meanwhile.
const wants = (file, page) => linked.get(file) !== page && initSync() === page;

function linkNow(file, page) {
  if (!compiled.has(file)) compiled.set(file, modules(now(file)).map((module) => new WebAssembly.Module(module)));
  if (!wants(file, page)) return;
  for (const module of compiled.get(file)) new WebAssembly.Instance(module, imports(page));
  linked.set(file, page);
}

async function linkSoon(file, page) {
  if (!compiled.has(file)) {
    if (!coming.has(file)) coming.set(file, bring(file).finally(() => coming.delete(file)));
    await coming.get(file);
  }
  try {
    linkNow(file, page);
  } catch (error) {
    // Older browsers make no instance of this size while everything waits.
    if (!(error instanceof RangeError)) throw error;
    for (const module of compiled.get(file)) await WebAssembly.instantiate(module, imports(page));
    linked.set(file, page);
  }
}

window.convlensText = async (name) => new TextDecoder().decode(await soon(TEXTS[name]));

export function loader(files) {
  return (callback, data) => {
    const page = initSync();
    delete document.documentElement.dataset.why;
    const answer = (came) => {
      if (initSync() === page) page[SHARED.__indirect_function_table].get(callback)(data, came);
    };
    const missed = (error) => {
      console.error(error);
      convlensMissed();
      answer(false);
    };
    if (!window.convlensNow) {
      Promise.all(files.map((file) => linkSoon(file, page))).then(() => answer(true), missed);
      return;
    }
    try {
      for (const file of files) linkNow(file, page);
    } catch (error) {
      return missed(error);
    }
    answer(true);
  };
}
