// ConvLens in a notebook: a module for anywidget. The page stands in this module, in one file; nothing is fetched.
//
// The page lives in a frame of its own, in a sandbox: it is a whole document, with one scene and one history, where a
// notebook has many cells and an address of its own. And so it can neither see nor change the notebook. They talk in the
// page's messages.
//
//   the model has  traits with the names of a link's parameters. A text, or a number or a truth value where the
//                  parameter is one; "" is as by default.
import page from "convlens-page";

// What follows the page, and what the notebook alone says.
const FOLLOWING = ["layer", "shape", "seed", "fill", "input", "weight", "bias", "stage", "flip", "order", "step", "picture", "b", "speed", "theme", "lang"];
const GIVEN = ["autoplay", "hide", "lock"];

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
const written = (value) => (typeof value === "boolean" ? String(Number(value)) : String(value ?? ""));

// A parameter in the type of its trait.
function read(value, old) {
  if (typeof old === "number") return Number(value);
  return typeof old === "boolean" ? value === "1" : value;
}

function render({ model, el }) {
  const has = [...FOLLOWING, ...GIVEN].filter((key) => model.get(key) !== undefined);
  const frame = document.createElement("iframe");
  frame.title = "ConvLens";
  frame.setAttribute("sandbox", "allow-scripts");
  Object.assign(frame.style, { width: "100%", height: "420px", border: "0", display: "block" });

  // What the page and the model agree on: only what differs from it is told, so that nothing goes in circles.
  const known = new Map();
  let ready = false;

  function begin() {
    ready = false;
    for (const key of has) known.set(key, written(model.get(key)));
    const link = new URLSearchParams([["embed", "1"], ...[...known].filter(([, value]) => value !== "")]);
    const place = 'name="convlens-link" content="';
    frame.srcdoc = page.replace(place, () => `${place}?${escaped(String(link))}`);
  }

  const tell = (message) => frame.contentWindow?.postMessage({ convlens: 1, ...message }, "*");

  function take(state, isWhole) {
    for (const key of FOLLOWING) {
      if (!has.includes(key) || !(key in state || isWhole)) continue;
      const value = written(state[key]);
      if (known.get(key) === value) continue;
      known.set(key, value);
      model.set(key, read(value, model.get(key)));
    }
    model.save_changes();
  }

  function hear({ source, data }) {
    if (source !== frame.contentWindow || data?.convlens !== 1) return;
    if (data.height > 0) frame.style.height = `${Math.ceil(data.height)}px`;
    if (data.type === "ready") {
      ready = true;
      give();
    }
    if (data.type === "step") take({ step: data.step });
    if (data.type === "state") take(data.state, true);
    if (data.type === "error") console.warn(`ConvLens: ${data.field} ${data.message}`);
  }

  function give() {
    if (!ready) return;
    const changed = has.filter((key) => known.get(key) !== written(model.get(key)));
    // A message cannot take a parameter back, a link says nothing of it.
    if (changed.some((key) => GIVEN.includes(key) || written(model.get(key)) === "")) return begin();
    const scene = Object.fromEntries(changed.map((key) => [key, written(model.get(key))]));
    for (const key of changed) known.set(key, scene[key]);
    if (String(changed) === "step") tell({ type: "seek", step: Number(scene.step) });
    else if (changed.length > 0) tell({ type: "set", scene });
  }

  begin();
  window.addEventListener("message", hear);
  for (const key of has) model.on(`change:${key}`, give);
  el.append(frame);
  return () => {
    window.removeEventListener("message", hear);
    for (const key of has) model.off(`change:${key}`, give);
  };
}

export default { render };
