//! What a person sees and touches. Each file is one part of the page; all of them read and change the [`Page`].
//!
//! [`Page`]: crate::page::Page
mod argument;
mod arithmetic;
mod aside;
mod chart;
mod data;
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

pub use aside::Aside;
pub use header::Header;
pub use layer::Layer;
pub use stage::Stage;
pub use transport::Transport;
pub use warnings::Warnings;
