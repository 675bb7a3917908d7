//! The layer on an image or a signal that a person brings: [`Image`] is all that the controls know of it.
mod camera;
mod canvas;
mod filters;
mod lab;
mod machine;
mod magnifier;
mod open;
mod panel;
mod pictures;
mod post;
mod sheet;
mod signals;
mod sources;
mod work;

use crate::controls::image::Image;
use crate::dom::style;

/// Everything here, as the controls know it.
pub fn image() -> Image {
    style::adopt(&[include_str!("style.css")]);
    Image { panel: panel::panel }
}
