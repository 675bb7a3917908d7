//! The embed itself, at the width of a phone, a page or a slide, made smaller where it does not fit.
use crate::composer::draft::Draft;
use crate::composer::{choice, frame};
use crate::dom::{Derived, El, el, size};
use story::text::{ComposerKey, fill, say};

/// Widths to look at, in CSS pixels.
const WIDTHS: [(ComposerKey, u32); 3] = [
    (ComposerKey::Phone, 390),
    (ComposerKey::Page, 720),
    (ComposerKey::Slide, 960),
];
/// How high it may be in the panel, in CSS pixels.
const HIGHEST: f32 = 560.0;

pub fn preview(draft: Draft) -> El {
    let section = el("section.composer-preview");
    let room = size::of(&section);
    let scale = Derived::new(move || {
        let ((room, _), width, height) = (room.get(), draft.width.get() as f32, draft.height.get() as f32);
        (room / width).min(HIGHEST / height).clamp(0.05, 1.0)
    });
    let address = Derived::new(move || draft.address());
    // Another address is another frame: to lead the old one there would be an entry in the browser's history.
    let embed = move || vec![embed(draft, scale, &address.get())];
    let place = el("div.composer-frame")
        .live_style("width", move || pixels(draft.width.get() as f32 * scale.get()))
        .live_style("height", move || pixels(draft.height.get() as f32 * scale.get()))
        .live(embed);
    let head = el("div.composer-bar")
        .child(el("h3").text(say(ComposerKey::Preview)))
        .child(widths(draft));
    section.child(head).child(place)
}

fn pixels(size: f32) -> Option<String> {
    Some([&*size.round().to_string(), "px"].concat())
}

fn embed(draft: Draft, scale: Derived<f32>, address: &str) -> El {
    let frame = el("iframe").attrs(&[("src", address), ("title", say(ComposerKey::Preview))]);
    frame::hear(frame.element().clone(), draft.height);
    frame
        .live_style("width", move || pixels(draft.width.get() as f32))
        .live_style("height", move || pixels(draft.height.get() as f32))
        .live_style("scale", move || Some(scale.get().to_string()))
}

fn widths(draft: Draft) -> El {
    let choices = WIDTHS.map(|(name, width)| {
        let pixels = fill(ComposerKey::Pixels, &[("width", &width.to_string())]);
        let label = el("span")
            .text(say(name))
            .child(el("span.hint").text(&[" ", &*pixels].concat()));
        choice(
            "composer-width",
            label,
            move || draft.width.get() == width,
            move || draft.width.set(width),
        )
    });
    el("div.composer-picks")
        .attrs(&[("role", "radiogroup"), ("aria-label", say(ComposerKey::Preview))])
        .children(choices.into())
}
