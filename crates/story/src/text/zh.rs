//! Chinese.
mod page;

pub use super::en::{channels, composer, embed, explain, export, later, links, numbers, reader, tables, text, windows};
pub use page::page;
