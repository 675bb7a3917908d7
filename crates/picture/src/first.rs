//! The picture that stands in the page before it comes alive.
use crate::{ALL, Viewport, backdrop, layout, overlay, svg};
use story::Frame;
use story::text::{Key, say};

/// The viewports for which the first picture is drawn: a wide window's and a narrow one's.
pub const FIRST_WIDE: Viewport = Viewport {
    width: 898.0,
    height: 342.0,
};
pub const FIRST_NARROW: Viewport = Viewport {
    width: 350.0,
    height: 460.0,
};

/// The frame for a wide and for a narrow window; the style sheet shows one of them.
pub fn first_picture(frame: &Frame) -> String {
    let mut text = String::new();
    for (class, viewport) in [("first wide", FIRST_WIDE), ("first narrow", FIRST_NARROW)] {
        let layout = layout(frame, viewport);
        let mut marks = backdrop(&layout, &frame.film, &ALL);
        marks.extend(overlay(&layout, frame, &ALL));
        text.push_str("<div class=\"");
        text.push_str(class);
        text.push_str("\">");
        text.push_str(&svg(&marks, layout.size(), say(Key::Stage)));
        text.push_str("</div>");
    }
    text
}
