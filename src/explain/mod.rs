//! The explaining pictures: [`Explain`] is all that the controls know of them.
mod choices;
mod picture;
mod seen;
mod sets;

use crate::controls::chart::chart;
use crate::controls::explain::{Explain, is_offered, open};
use crate::controls::shown::is_locked;
use crate::dom::js::{call, set};
use crate::dom::{Derived, El, State, el, once_shown, option, style, value_of, watch};
use crate::page::Page;
use crate::part::Fetch;
use crate::services::Chart;
use crate::ui::icon::{Icon, icon};
use ::picture::explain::Explained;
use ::picture::explain::{Ask, Pictures, Set, Still, words};
use choices::choices;
use leptos::prelude::document;
use picture::picture;
use story::text::{ExplainKey, say};
use story::{Control, Topic};
use web_sys::Event;

/// Everything here, as the controls know it. `fetch` says how a set of pictures comes.
pub fn explain(fetch: fn(Set) -> Fetch<Pictures>) -> Explain {
    sets::fetched_by(fetch);
    style::adopt(&[::picture::explain::STYLE, include_str!("style.css")]);
    Explain { card, drawing }
}

fn drawing(page: Page, width: f32) -> Option<Explained> {
    let frame = page.frame.with_untracked(Clone::clone)?;
    page.scene.with_untracked(|scene| {
        let picture = sets::now(scene.view.picture.filter(|topic| topic.fits(scene.spec()))?)?;
        let beside = scene.beside().map(|beside| beside.at(frame.cursor));
        Some(picture.explained(&Ask {
            scene,
            frame: &frame,
            beside: beside.as_ref(),
            pointed: None,
            width,
        }))
    })
}

fn card(page: Page) -> Vec<El> {
    let topic = Derived::new(move || page.scene.with(|scene| scene.view.picture));
    // Nothing where the topic is not of this layer.
    let wanted = Derived::new(move || {
        let topic = topic.get()?;
        page.scene.with(|scene| topic.fits(scene.spec())).then_some(topic)
    });
    let arrived = State::new(());
    watch(move || {
        if let Some(topic) = wanted.get() {
            sets::ask(topic, arrived);
        }
    });
    // Nor before its picture is there.
    let shown = Derived::new(move || {
        arrived.get();
        wanted.get().filter(|topic| sets::now(*topic).is_some())
    });
    let still = Derived::new(move || {
        let made = page.timeline.with(|timeline| {
            let film = timeline.as_ref()?.film();
            let picture = sets::now(shown.get()?)?;
            Some(page.scene.with(|scene| picture.still(scene, film)))
        });
        made.unwrap_or_default()
    });
    let about = move || {
        let about = match wanted.get() {
            None => say(ExplainKey::NotOfThis),
            Some(_) if page.timeline.with(Option::is_none) => say(ExplainKey::NoFilm),
            Some(topic) => words(topic)[1],
        };
        about.to_owned()
    };
    let card = el("section.explain")
        .attr("aria-label", say(ExplainKey::Pictures))
        .child(heading(page, topic))
        .child(el("p.about-topic").live_text(about))
        .child(el("div.choices").live(choices(page, still)))
        .child(picture(page, shown))
        .child(lines(still))
        .child(chart(move || still.with(|still| still.bars.clone().map(Chart::Bars))));
    arrive(&card);
    vec![card]
}

/// What the picture is about: to be chosen, or closed.
fn heading(page: Page, topic: Derived<Option<Topic>>) -> El {
    let fitting = Derived::new(move || {
        page.scene.with(|scene| {
            let all = Topic::ALL.iter().copied();
            let of_this = all.filter(|other| is_offered(*other, scene) || topic.get() == Some(*other));
            of_this.map(Topic::name).collect::<Vec<_>>()
        })
    });
    let options = move || {
        let options = fitting.get().into_iter().map(|name| {
            let title = Topic::from_name(name).map_or("", |topic| words(topic)[0]);
            let option = option(name, title);
            // What is chosen stays chosen among fresh options.
            if topic.get_untracked().map(Topic::name) == Some(name) {
                option.attr("selected", "")
            } else {
                option
            }
        });
        options.collect()
    };
    let choose = move |event: Event| open(page, Topic::from_name(&value_of(&event)));
    let select = el("select.topic")
        .attr("aria-label", say(ExplainKey::Pictures))
        .live(options)
        .live_value(move || topic.get().map_or("", Topic::name).to_owned())
        .live_attr("disabled", move || is_locked(page, Control::Explain).then(String::new))
        .on("change", choose);
    let close = el("button.close")
        .attrs(&[("type", "button"), ("aria-label", say(ExplainKey::CloseExplain))])
        .on("click", move |_: Event| open(page, None))
        .live_attr("disabled", move || is_locked(page, Control::Explain).then(String::new))
        .child(icon(Icon::Close));
    el("div.explain-head").child(select).child(close)
}

/// What has been computed and compared.
fn lines(still: Derived<Still>) -> El {
    el("div.claims").kept(move |line| {
        still.with(|still| {
            for text in &still.lines {
                line.put("says", text);
            }
        });
    })
}

/// Brings the picture into view where a person asked for it, and not as a page opens on it.
fn arrive(card: &El) {
    let element = card.element().clone();
    let asked = document()
        .active_element()
        .is_some_and(|active| active.tag_name() != "BODY");
    if asked {
        once_shown(move || {
            let options = js_sys::Object::new();
            set(&options, "block", &"nearest".into());
            let _ = call(&element, "scrollIntoView", &[&options]);
        });
    }
}
