// Why the page stands still: boot.js loads this where it does, for it is seldom needed. A classic script, which loads where
// modules do not: from a disk, and in a sandbox.
//
//   boot.js calls  convlensStill(lacks, blocked, inside)   lacks: the cause, where it was known before anything was tried.
//                                                          blocked: whether the page's policy blocked something so far.
//                                                          inside: whether the page is one file.
//                                                          Gives a promise of the cause, whose text then stands in #failed.
(() => {
  // The build writes them here, by language.
  const TEXTS = "{{Texts}}";
  const lang = new URLSearchParams(location.search).get("lang") ?? (parent === window ? navigator.language : "en");
  const texts = TEXTS[lang.split("-")[0]] ?? TEXTS.en;

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
    for (const told of box.children) told.innerHTML = texts[told.dataset.why];
    if (!box.querySelector(`[data-why="${why}"]`)) {
      const text = document.createElement("p");
      text.dataset.why = why;
      text.innerHTML = texts[why];
      box.prepend(text);
    }
    // What it says is seen as soon as boot.js knows the cause.
    if (parent !== window) setTimeout(() => refuse(box));
    return why;
  };
})();
