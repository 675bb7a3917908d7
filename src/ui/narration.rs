//! The step in one sentence. It is read aloud on a person's own step, not while the film plays.
use crate::dom::{El, el, live_text};
use crate::page::later::LATER;
use crate::page::{Page, governed};
use story::text::{Key, say};
use story::{Control, words};

pub fn narration(page: Page) -> El {
    let sentence = move || {
        page.frame
            .with(|frame| {
                let frame = frame.as_ref()?;
                Some(match LATER.now() {
                    Some(later) => (later.narrate)(frame),
                    None => words::narrate_window(frame, frame.cell?),
                })
            })
            .unwrap_or_default()
    };
    // Made anew where the film stands still now: only what changes is read.
    let words_now = move || {
        page.playing.with(|_| ());
        vec![live_text(sentence)]
    };
    let live = move || Some(if page.playing.get() { "off" } else { "polite" }.to_owned());
    let words = el("p.narration")
        .attr("id", "narration")
        .live_attr("aria-live", live)
        .live(words_now);
    let card = el("section.card").child(el("h2").text(say(Key::ThisStep))).child(words);
    governed(const { Control::Narration.name() }, card)
}
