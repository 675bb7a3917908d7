//! The signs on buttons, as elements.
use crate::dom::{El, el};
pub use picture::Icon;

/// A sign in the colour of the text around it.
pub fn icon(icon: Icon) -> El {
    sign().child(el("path").attr("d", icon.outline()))
}

/// A sign that follows signals.
pub fn live_icon(icon: impl Fn() -> Icon + 'static) -> El {
    sign().child(el("path").live_attr("d", move || Some(icon().outline().to_owned())))
}

fn sign() -> El {
    el("svg.icon").attrs(&[("viewBox", Icon::VIEW), ("aria-hidden", "true")])
}
