// Starts the page. Runs before the first paint, so it is small, and a file of its own: the page policy allows no
// inline script.
//
// The contract with src/:
//
//   src/ exports   boot(root: Element, link: string)   mounts into `root` (replacing what stands there, in one task)
//                                                      the scene of `link`: a query with its "?", or "" for the
//                                                      opening example. Called once at the start.
//   src/ exports   revive()                            is wasm_bindgen::handler::schedule_reinit(): the next call gets
//                                                      a fresh instance of the same module, closures of the old die.
//   src/ exports   revived()                           does nothing: it is that next call, which must have no arguments
//                                                      (they would be written into the old instance's memory).
//   src/ sets      window.convlens                     once the page is interactive.
//   src/ sets      window.convlensGood = link          after each scene that was shown without a panic.
//   src/ calls     convlensPanicked(message)           in its panic hook (set in main: an instance runs it once). In the
//                                                      published page a panic says nothing: it is a trap, thrown out of
//                                                      whatever called into the wasm, and caught here where it comes up.
//   src/ calls     convlensAgain(link)                 to start a fresh instance at a link: in another language.
//   src/ calls     convlensCharts()                    for a promise of the charts' exports (crates/charts), loaded once.
//   src/ passes    { signal: convlensLife.signal }     to every listener on window or document.
//
//   src/ calls     convlensHide(names)                 to hide the parts of these names, with commas between them: elements
//                                                      name what they are in `data-control`.
//   src/ takes     window.convlensMail                 messages of a page around this one that came before src/ listens;
//                                                      then sets it to null.
//
// static/later.js loads the parts of the wasm that src/ asks for when they are first used; its head has the contract
// about that. Where a part cannot be had, it calls convlensMissed().
//
// Where the page is one file, static/inside.js gives the wasm: convlensInside().
//
//   <html class="other-scene">  the address asks for another scene than the first picture's: CSS hides that one.
//   <html data-theme="dark">    the address asks for a theme.
//   <html data-embed>           the address asks for the page as a part of another one.
//   <html data-why="file">      the picture stands still, for this reason: #failed says it. So it stands in the HTML, with
//                               "script": where this script does not run, no other can say so. With "part" the page
//                               lives, and lacks a part.
(() => {
  const SCENE = /^(layer|shape|(input|weight|bias)(\.\d+)?|seed|fill|step|order|flip|picture|b|lesson)$/;
  // The smallest module with a vector in it: the type of a function that returns one.
  const SIMD = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123]);

  const page = document.documentElement;
  // Where the page is one file, its link stands in it.
  const inside = document.querySelector("meta[name=convlens-link]");
  let link = location.search || inside?.content || "";
  const query = new URLSearchParams(link);
  if ([...query.keys()].some((key) => SCENE.test(key))) page.classList.add("other-scene");
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;

  const sheet = CSSStyleSheet.prototype.replaceSync && new CSSStyleSheet();
  if (sheet) document.adoptedStyleSheets = [sheet];
  window.convlensHide = (names) => {
    const parts = names.split(",").filter(Boolean).map((name) => (name === "all" ? "[data-control]" : `[data-control="${CSS.escape(name)}"]`));
    sheet?.replaceSync(parts.length ? `${parts}{display:none!important}` : "");
  };
  const embed = !["0", "false", null].includes(query.get("embed"));
  page.toggleAttribute("data-embed", embed);
  convlensHide(query.get("hide") ?? (embed ? "tools,numbers,facts,theme" : ""));
  // An embed speaks the language of its author, and so does a file.
  // The build writes the languages beside English here.
  const lang = "{{Langs}}".split(" ").find((name) => navigator.language.startsWith(name));
  if (!embed && !inside && !query.has("lang") && lang) link += `${link ? "&" : "?"}lang=${lang}`;

  window.convlensMail = [];
  if (parent !== window) addEventListener("message", (event) => window.convlensMail?.push(event));

  const meta = (name) => document.querySelector(`meta[name=convlens-${name}]`).content;
  // The wasm needs its later parts to read a link: the requests need not wait for the wasm.
  for (const href of !inside && link.length > 1 && link !== "?embed" ? meta("later").split(" ") : []) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "", href }));
  }

  const get = (id) => document.getElementById(id);
  let glue;
  let panicked = false;
  let tries = 0;

  window.convlensLife = new AbortController();
  window.convlensGood = "";

  window.convlensPanicked = (message) => {
    // A panic often brings others: the first one tells.
    if (panicked) return;
    panicked = true;
    window.convlensMail = [];
    get("panic-message").textContent = message;
    get("panic").showModal();
    get("panic").querySelector("button").focus();
  };

  function restore() {
    if (!panicked) return;
    panicked = false;
    get("panic").close();
    // A scene that panics again and again is not good after all.
    convlensAgain(++tries > 2 ? "" : window.convlensGood);
    setTimeout(() => { if (!panicked) tries = 0; }, 2000);
  }

  window.convlensAgain = (link) => {
    convlensLife.abort();
    window.convlensLife = new AbortController();
    delete window.convlens;
    const old = get("app");
    const root = old.cloneNode(false);
    old.replaceWith(root);
    glue.revive();
    glue.revived();
    glue.boot(root, link);
  };

  function tell(...reasons) {
    for (const text of get("failed").children) text.hidden = !reasons.includes(text.dataset.why);
  }

  function failed(why) {
    page.dataset.why = why;
    // Its only class says whether another scene was asked for.
    tell(why, !window.convlens && page.className);
    page.className = "";
  }

  window.convlensMissed = () => failed("part");

  // A panic without words, or a wasm whose memory or stack ran out.
  function trapped(error) {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    const stack = String(error.stack).split("\n").filter((line) => !line.includes(error.message));
    convlensPanicked([`The program stopped: ${error.message}`, ...stack.slice(0, 6)].join("\n"));
  }

  let charts;
  window.convlensCharts = () => charts ??= (async () => {
    const module = await import(new URL(meta("charts"), document.baseURI));
    await module.default();
    return module;
  })().catch((error) => {
    // Another try may find the network back.
    charts = undefined;
    throw error;
  });

  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));

  const url = (selector) => document.querySelector(selector).href;
  const GLUE = "link[rel=modulepreload]";

  async function load() {
    const module = await import(url(GLUE));
    await module.default({ module_or_path: url("link[rel=preload][as=fetch]") });
    return module;
  }

  let blocked = false;
  document.addEventListener("securitypolicyviolation", ({ disposition }) => (blocked ||= disposition === "enforce"));

  // Why it cannot be loaded, before it is tried.
  function lack() {
    if (typeof WebAssembly !== "object") return "wasm";
    // All else that the page needs is older than one of the two.
    if (!WebAssembly.validate(SIMD) || !sheet) return "old";
    try {
      new WebAssembly.Module(SIMD);
    } catch {
      return "policy";
    }
  }

  // What tells why is a file of its own, but in the page in one file.
  function still(lacks) {
    const told = async () => failed(await convlensStill(lacks, () => blocked, inside));
    if (window.convlensStill) return told();
    const script = document.createElement("script");
    document.head.append(Object.assign(script, { src: meta("failed"), onload: told, onerror: () => failed(navigator.onLine ? "load" : "offline") }));
  }

  async function start() {
    const lacks = lack();
    const loading = lacks ? undefined : (inside ? parsed.then(() => convlensInside()) : load()).catch((error) => console.error(error));
    await parsed;
    tell();
    get("panic").addEventListener("close", restore);
    get("panic").querySelector("button").addEventListener("click", restore);
    glue = await loading;
    if (!glue) return still(lacks);
    window.addEventListener("error", ({ error }) => trapped(error));
    // This function's own promise among them.
    window.addEventListener("unhandledrejection", ({ reason }) => trapped(reason));
    glue.boot(get("app"), link);
  }

  start();
  // Last: all before this has run.
  delete page.dataset.why;
})();
