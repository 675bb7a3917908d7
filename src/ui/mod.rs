//! What stands in the page at once. Each file is one part of it, a function that builds it; all of them read and change
//! the [`Page`]. What sets a layer loads when it is first used: `controls`.
//!
//! [`Page`]: crate::page::Page
mod arithmetic;
mod asleep;
mod header;
pub mod icon;
mod keys;
mod narration;
mod scrubber;
mod stage;
mod transport;

pub use asleep::{Sleeping, asleep};
pub use header::header;
pub use keys::step_key;
pub use narration::narration;
pub use stage::{act, drawn, left, stage};
pub use transport::transport;
