//! The signs on buttons.
use crate::dom::{El, el};

#[derive(Clone, Copy)]
pub enum Icon {
    Play,
    Pause,
    StepBack,
    StepOn,
    RowBack,
    RowOn,
    Start,
    End,
    Less,
    More,
    Close,
}

/// A sign of 24 by 24, in the colour of the text around it.
pub fn icon(icon: Icon) -> El {
    sign().child(el("path").attr("d", outline(icon)))
}

/// A sign that follows signals.
pub fn live_icon(icon: impl Fn() -> Icon + 'static) -> El {
    sign().child(el("path").live_attr("d", move || Some(outline(icon()).to_owned())))
}

fn sign() -> El {
    el("svg.icon").attrs(&[("viewBox", "0 0 24 24"), ("aria-hidden", "true")])
}

/// The outline of a sign.
fn outline(icon: Icon) -> &'static str {
    match icon {
        Icon::Play => "M8 5v14l11-7z",
        Icon::Pause => "M7 5h4v14H7zM13 5h4v14h-4z",
        Icon::StepBack => "M15 5v14l-9-7z",
        Icon::StepOn => "M9 5v14l9-7z",
        Icon::RowBack => "M12 6v12l-8-6zM20 6v12l-8-6z",
        Icon::RowOn => "M4 6v12l8-6zM12 6v12l8-6z",
        Icon::Start => "M5 5h3v14H5zM19 5v14L9 12z",
        Icon::End => "M16 5h3v14h-3zM5 5v14l10-7z",
        Icon::Less => "M5 10.5h14v3H5z",
        Icon::More => "M10.5 5h3v5.500h5.500v3h-5.500V19h-3v-5.500H5v-3h5.500z",
        Icon::Close => {
            "M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12 19 17.600 17.600 19 12 13.400 6.400 19 5 17.600 10.600 12 5 6.400z"
        }
    }
}
