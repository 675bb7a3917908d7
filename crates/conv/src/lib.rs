//! Convolution layers as PyTorch defines them: their rules, their shapes, and their sums in one fixed order.
//!
//! Three steps, each a type: a [`LayerSpec`] is what somebody wrote; a [`Layer`] is what PyTorch's constructor accepts;
//! a [`Plan`] is a layer on an input shape. What cannot be is a [`Refusal`] that names the parameter, says what PyTorch
//! says, and offers the nearest values that can.
//!
//! ```
//! use conv::LayerSpec;
//!
//! let spec = LayerSpec::parse("nn.Conv1d(1, 1, kernel_size=3, bias=False)").unwrap();
//! let plan = spec.layer().unwrap().plan(&[1, 6], false).unwrap();
//! let output = plan.run(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[2.0, 2.0, 2.0], None).unwrap();
//! assert_eq!(output, [12.0, 18.0, 24.0, 30.0]);
//! ```
#![forbid(unsafe_code)]

mod axis;
mod bounds;
pub mod exact;
mod field;
mod finish;
mod fix;
mod layer;
mod line;
mod op;
mod parse;
mod plan;
pub mod pool;
mod pytorch;
pub mod receptive;
pub mod reference;
mod refusal;
mod rules;
pub mod sequential;
mod spec;
mod tap;
pub mod text;
mod walk;

pub use bounds::Bounds;
pub use field::Field;
pub use finish::Finish;
pub use layer::Layer;
pub use op::{Op, Padding, PaddingMode};
pub use parse::{Expected, ParseError};
pub use plan::{Plan, known_plan};
pub use refusal::{Code, Fault, Fix, Quantity, Reason, Refusal};
pub use spec::{LayerSpec, UNKNOWN};
pub use tap::{PlaceSource, Source, Stamp, Tap};
pub use walk::{Step, walk};
