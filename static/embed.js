// `<conv-lens layer="Conv2d(1,1,3)" step="3"></conv-lens>`: a scene in a page of yours. A classic script or a module.
//
//   attributes  the keys of a link, KEYS below; `height`: the pixels to keep free until the scene tells its own;
//               `src`: the page of ConvLens, or a whole link, where it is not the one beside this script
//   methods     get, set, compute, step, seek, play, pause, export: each gives a promise
//   events      ready, step, state, score, error: `detail` has what the page said
//
// The scene's frame is made when it comes near the view or is asked for something; what stands in the
// element shows until then.
(() => {
  const KEYS = "layer shape step hide lock theme lang lesson picture input weight bias seed order flip speed autoplay";
  // The name that a message has for the argument of a method; a second one is an object of further names.
  const CALLS = { get: "", set: "scene", compute: "", step: "by", seek: "step", play: "", pause: "", export: "format" };
  const EVENTS = /^(ready|step|state|score|error)$/;

  // Only a classic script is told its address, and only a module may ask for it: the stack knows it for both.
  const own = document.currentScript?.src || /\b(https?|file):[^\s]+?(?=:\d+:\d+)/.exec(Error().stack)?.[0] || document.baseURI;
  // A folder on a disk has the page in one file.
  const home = new URL(/^file/.test(own) ? "convlens.html" : "index.html", own);

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}:host([hidden]){display:none}");

  class ConvLens extends HTMLElement {
    static observedAttributes = KEYS.split(" ");

    static #near = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) target.#make();
    }, { rootMargin: "50%" });

    #frame;
    #ready;
    #opened;
    #asked = new Map();
    #asks = 0;
    #changed;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.append(document.createElement("slot"));
      this.#reset();
    }

    connectedCallback() {
      // A page that this script comes late to can keep the height by the same property.
      this.style.minHeight ||= `${this.getAttribute("height") ?? 480}px`;
      addEventListener("message", this);
      ConvLens.#near.observe(this);
    }

    // A frame that is moved loads anew.
    disconnectedCallback() {
      ConvLens.#near.unobserve(this);
      removeEventListener("message", this);
      this.#frame?.remove();
      this.#reset();
    }

    attributeChangedCallback(key, old, value) {
      if (!this.#frame || value === null || value === old) return;
      if (!this.#changed) {
        // What changes together is set together.
        queueMicrotask(() => {
          const scene = this.#changed;
          this.#changed = undefined;
          this.set(scene).catch((detail) => this.#tell("error", detail));
        });
      }
      this.#changed = { ...this.#changed, [key]: value };
    }

    handleEvent({ source, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow || data?.convlens !== 1) return;
      const { convlens, type, id, ...detail } = data;
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (asked) return type === "error" ? asked[1](Object.assign(Error(), detail)) : asked[0](detail.value);
      if (detail.height) {
        this.#frame.style.height = `${detail.height}px`;
        this.style.minHeight = "";
      }
      if (type === "ready") this.#opened();
      if (EVENTS.test(type)) this.#tell(type, type === "state" ? detail.state : detail);
    }

    #reset() {
      this.#frame = undefined;
      this.#ready = new Promise((done) => { this.#opened = done; });
    }

    #make() {
      ConvLens.#near.unobserve(this);
      if (this.#frame) return;
      const link = new URL(this.getAttribute("src") ?? home, document.baseURI);
      const keys = link.searchParams;
      keys.set("embed", 1);
      for (const key of ConvLens.observedAttributes) if (this.hasAttribute(key)) keys.set(key, this.getAttribute(key));
      const frame = this.#frame = document.createElement("iframe");
      frame.src = link;
      frame.title = this.title || `ConvLens ${keys.get("layer") ?? ""}`;
      frame.allow = "clipboard-write; fullscreen";
      frame.style.cssText = `display:block;border:0;width:100%;height:${this.style.minHeight}`;
      this.replaceChildren(frame);
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    async #ask(message) {
      this.#make();
      await this.#ready;
      return new Promise((...answer) => {
        const id = ++this.#asks;
        this.#asked.set(id, answer);
        this.#frame.contentWindow.postMessage({ ...message, convlens: 1, id }, "*");
      });
    }

    static {
      for (const type in CALLS) {
        const name = CALLS[type];
        this.prototype[type] = function (value, rest) {
          return this.#ask({ ...(value === undefined ? {} : name ? { [name]: value, ...rest } : value), type });
        };
      }
    }
  }

  customElements.get("conv-lens") ?? customElements.define("conv-lens", ConvLens);
})();
