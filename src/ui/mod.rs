//! What a person sees and touches. Each file is one part of the page, a function that builds it; all of them read and change the [`Page`].
//!
//! [`Page`]: crate::page::Page
mod argument;
mod arithmetic;
mod aside;
mod chart;
mod data;
mod details;
mod editor;
mod fault;
mod formula;
mod header;
mod icon;
mod layer;
mod list;
mod presets;
mod scrubber;
mod shapes;
mod stage;
mod tools;
mod transport;
mod tray;
mod warnings;

pub use aside::aside;
pub use header::header;
pub use layer::layer;
pub use stage::stage;
pub use transport::transport;
pub use warnings::warnings;
