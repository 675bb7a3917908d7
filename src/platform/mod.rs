//! What the browser gives: clock, address, clipboard, colours, and the nodes of a picture. Knows nothing of the page.
pub mod address;
pub mod charts;
pub mod clipboard;
pub mod clock;
pub mod language;
pub mod media;
pub mod panic;
pub mod theme;
