// The kernels, through the package as it is published. A module of JavaScript holds one of wasm: it is loaded twice.

function contestant(simd) {
  let ConvLayer;
  return {
    name: `ConvLens ${simd}`, side: "ours",
    async start() {
      const kernels = await import(`/pkg/convlens-kernels.js?${simd}`);
      await kernels.init({ simd });
      ({ ConvLayer } = kernels);
      return `ConvLens (${simd})`;
    },
    enter({ layer: line, shape }, input, weight) {
      const layer = new ConvLayer({ layer: line, inputShape: shape, weight });
      layer.input.set(input);
      return {
        path: layer.path,
        kernel: { run: () => layer.run() }, end: { run: () => layer.run(input).data },
        output: () => layer.run().data,
        free: () => layer.free(),
      };
    },
  };
}

export const modules = ["relaxed", "simd128"].map(contestant);
