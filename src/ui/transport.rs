//! The film's controls: play, step, scrub.
use crate::dom::{El, el};
use crate::page::{Page, governed};
use crate::ui::icon::{Icon, icon, live_icon};
use crate::ui::keys::is_locked;
use crate::ui::scrubber::scrubber;
use story::Control;
use story::text::{Key, say};
use web_sys::Event;

/// `ways` are what else can be set about the steps.
pub fn transport(page: Page, ways: El) -> El {
    let card = el("section.card.transport")
        .attr("aria-label", say(Key::Transport))
        .child(moves(page))
        .children(scrubber(page))
        .child(ways);
    governed(const { Control::Transport.name() }, card).live_attr("inert", move || is_locked(page).then(String::new))
}

fn moves(page: Page) -> El {
    let button = move |class, name, sign, go: fn(Page) -> bool| {
        let click = move |_: Event| {
            page.pause();
            go(page);
        };
        el(class)
            .attrs(&[("type", "button"), ("aria-label", say(name))])
            .on("click", click)
            .child(icon(sign))
    };
    let name = move || say(if page.playing.get() { Key::Pause } else { Key::Play }).to_owned();
    let sign = move || if page.playing.get() { Icon::Pause } else { Icon::Play };
    let play = el("button.play")
        .attr("type", "button")
        .live_attr("aria-label", move || Some(name()))
        .on("click", move |_: Event| page.play(!page.playing.get_untracked()))
        .child(live_icon(sign));
    el("div.moves")
        .child(button("button.far", Key::Start, Icon::Start, Page::to_start))
        .child(button("button.far", Key::RowBack, Icon::RowBack, |page| page.row(-1)))
        .child(button("button", Key::StepBack, Icon::StepBack, |page| page.step(-1)))
        .child(play)
        .child(button("button", Key::StepOn, Icon::StepOn, |page| page.step(1)))
        .child(button("button.far", Key::RowOn, Icon::RowOn, |page| page.row(1)))
        .child(button("button.far", Key::End, Icon::End, Page::to_end))
}
