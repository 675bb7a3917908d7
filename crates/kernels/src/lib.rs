//! Convolution layers as fast as a browser's vectors go.
//!
//! A [`Kernel`] is a [`Plan`](conv::Plan) made ready: a path is chosen, the weights are packed, and all memory is held, so
//! that a run allocates nothing. Sums are made in whatever order is fastest, so the last bits differ from
//! [`conv::exact`]; [`Path`] says by which way, and how far at most.
//!
//! ```
//! use conv::LayerSpec;
//! use kernels::Kernel;
//!
//! let layer = LayerSpec::parse("nn.Conv1d(1, 1, kernel_size=3, bias=False)").unwrap().layer().unwrap();
//! let mut kernel = Kernel::new(layer.plan(&[1, 6], false).unwrap(), &[2.0, 2.0, 2.0], None).unwrap();
//! kernel.input_mut().copy_from_slice(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
//! kernel.run();
//! assert_eq!(kernel.output(), [12.0, 18.0, 24.0, 30.0]);
//! ```

mod choose;
mod depthwise;
mod direct;
mod gemm;
mod kernel;
mod lanes;
mod padded;
mod path;
mod reference;
mod run;
mod tensor;
mod tile;
mod tiny;
mod window;
mod winograd;

pub use kernel::Kernel;
pub use path::Path;
