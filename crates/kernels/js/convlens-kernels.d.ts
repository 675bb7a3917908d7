/** Which of the two modules: relaxed SIMD rounds a product and its sum once, and is faster. */
export type Simd = "relaxed" | "simd128";

/**
 * Loads the wasm: of the two modules the fastest that this engine takes, or the one that is named. Layers made before keep
 * the module that they were made with.
 *
 * @param options.wasm where the module lies, or its bytes; by default beside this file.
 */
export function init(options?: { simd?: Simd; wasm?: URL | string | BufferSource }): Promise<{ simd: Simd }>;

/** Numbers, flat or nested as the tensor's shape is. */
export type Numbers = ArrayLike<number> & ArrayBufferView | readonly (number | Nested)[];
type Nested = readonly (number | Nested)[];

/** A layer's parameters by their names in PyTorch, one number an axis; what is left out is PyTorch's default. */
export interface LayerSpec {
  op: "conv" | "conv_transpose";
  in_channels: number;
  out_channels: number;
  kernel_size: number[];
  stride?: number[];
  padding?: number[] | "same" | "valid";
  output_padding?: number[];
  dilation?: number[];
  groups?: number;
  bias?: boolean;
  padding_mode?: "zeros" | "reflect" | "replicate" | "circular";
}

export interface LayerOptions {
  /** As PyTorch writes it, `nn.Conv2d(3, 16, 3)`, or its parameters. */
  layer: string | LayerSpec;
  /** `[channels, spatial...]` */
  inputShape: number[];
  /** As PyTorch lays it out; left out, and 0, for a layer without weights. */
  weight?: Numbers;
  bias?: Numbers | null;
}

/** A layer on an input shape, its weights prepared and all its memory held. */
export class ConvLayer {
  constructor(options: LayerOptions);
  /** The output's shape. */
  readonly shape: readonly number[];
  /** By which way it computes: `gemm`, `winograd2`, `winograd1`, `depthwise`, `direct`, `transposed`, `tiny`, `reference`. */
  readonly path: string;
  /** The input as it lies in the wasm, to be filled in place. Ask again after other layers were made: memory may move. */
  readonly input: Float32Array;
  /** Computes. Without `x` from what is in `input`. The data is a view that holds until the next run. */
  run(x?: Numbers): { shape: readonly number[]; data: Float32Array };
  /** Takes other weights; the path may become another. */
  setWeights(weight: Numbers, bias?: Numbers | null): void;
  /** Gives the memory back. The layer is of no use afterwards. */
  free(): void;
}

/** What is refused, and why. */
export class ConvLensError extends Error {
  /** At which stage. */
  code: "parse" | "layer" | "shape" | "data" | "bound" | "unknown";
  /** The parameter or the tensor at fault. */
  field: string;
  /** The first line of PyTorch's message, where PyTorch refuses it too. */
  pytorch?: string;
}
