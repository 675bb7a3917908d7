// Why the page stands still: boot.js loads this where it does, for it is seldom needed. A classic script, which loads where
// modules do not: from a disk, and in a sandbox.
//
//   boot.js calls  convlensStill(lacks, blocked, inside)   lacks: the cause, where it was known before anything was tried.
//                                                          blocked: whether the page's policy blocked something so far.
//                                                          inside: whether the page is one file.
//                                                          Gives a promise of the cause, whose text then stands in #failed.
(() => {
  const TEXTS = {
    wasm: "WebAssembly is off in this browser, as in a strict security mode. Turn it on, or use a current browser.",
    old: "this browser is too old. Use a current browser.",
    policy: "this site's policy forbids it. Who runs the site has to allow <code>script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'</code>.",
    mime: "a script has a wrong type. Who runs the site has to send .js as <code>text/javascript</code>.",
    file: "a page opened as a file may load no others. Open convlens.html, or serve the folder: <code>python3 -m http.server</code>.",
    sandbox: "the frame's sandbox keeps it from its files. Who made the frame has to add <code>allow-same-origin</code>, or show convlens.html; or the server sends <code>Access-Control-Allow-Origin: *</code>.",
  };

  // What failed does not say why: it is tried again.
  async function cause(blocked, inside) {
    if (!inside && location.protocol === "file:") return "file";
    const answer = inside ? undefined : await fetch(document.querySelector("link[rel=modulepreload]").href).catch(() => {});
    // Some browsers tell of what is blocked after it has failed.
    await new Promise((done) => setTimeout(done));
    if (blocked()) return "policy";
    // All that it lacks can only be the browser's.
    if (inside) return "old";
    if (!navigator.onLine) return "offline";
    if (!answer && origin === "null") return "sandbox";
    return answer?.ok && !/javascript|html/.test(answer.headers.get("content-type")) ? "mime" : "load";
  }

  // The page stays as it is: a page around it is told, and so is everyone there who asks for something.
  function refuse(box) {
    const say = (said) => parent.postMessage({ convlens: 1, ...said }, "*");
    const answer = ({ data, source }) => {
      const message = box.innerText.trim();
      if (source === parent && data?.convlens) say({ type: "error", id: data.id, code: "unknown", field: "", message });
    };
    [{ data: { convlens: 1 }, source: parent }, ...convlensMail].forEach(answer);
    say({ type: "resize", height: document.documentElement.scrollHeight });
    window.convlensMail = { push: answer };
  }

  window.convlensStill = async (lacks, blocked, inside) => {
    const why = lacks ?? await cause(blocked, inside);
    const box = document.getElementById("failed");
    if (TEXTS[why]) {
      const text = document.createElement("p");
      text.dataset.why = why;
      text.innerHTML = `The picture stands still: ${TEXTS[why]}`;
      box.prepend(text);
    }
    // What it says is seen as soon as boot.js knows the cause.
    if (parent !== window) setTimeout(() => refuse(box));
    return why;
  };
})();
