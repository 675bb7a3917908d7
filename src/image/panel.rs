//! All that is tried, in one panel: where the input comes from, what it and the output are, and the magnifier.
use crate::controls::image::tell_first;
use crate::controls::shown::locked;
use crate::dom::{El, State, el, invoke, once_shown, watch};
use crate::image::camera::Camera;
use crate::image::filters::filters;
use crate::image::lab::Lab;
use crate::image::machine::machine;
use crate::image::magnifier::magnifier;
use crate::image::pictures::pictures;
use crate::image::signals::{signals, take_sample as take_signal};
use crate::image::sources::{Sources, button};
use crate::image::work::{Ask, Canvases, Input, Work};
use crate::page::Page;
use conv::sequential;
use leptos::prelude::{document, untrack};
use std::rc::Rc;
use story::image::{Kind, Unfit};
use story::text::{ImageKey, fill, say};
use story::{Control, Scene, number, words};
use web_sys::Event;

pub fn panel(page: Page, open: State<bool>) -> Vec<El> {
    let lab = Lab::new(page);
    let canvases = Canvases::default();
    let work = Work::new(lab, canvases.clone());
    let camera = Camera::new(lab, work.clone());
    take_signal(lab);
    follow(lab, work);
    let sources = Sources::new(lab, &camera);
    let bringing = sources.clone();
    let input = move || match lab.kind.get() {
        Some(Kind::Signal) => vec![signals(lab)],
        Some(Kind::Picture) => vec![pictures(lab, canvases.clone())],
        None => Vec::new(),
    };
    let from = move || match lab.kind.get() {
        Some(Kind::Picture) => vec![bringing.buttons(), el("p.hint").text(say(ImageKey::Paste))],
        _ => Vec::new(),
    };
    let about = move || {
        say(match lab.kind.get() {
            Some(Kind::Signal) => ImageKey::AboutSignal,
            _ => ImageKey::About,
        })
        .to_owned()
    };
    let close = button(say(ImageKey::Close))
        .attr("class", "image-close")
        .on("click", move |_: Event| {
            open.set(false);
            // The panel goes, and the focus with it.
            if let Ok(Some(opener)) = document().query_selector(".tools [data-needs=image]") {
                invoke(&opener, "focus");
            }
        });
    let found = el("div.image-found")
        .child(el("p.image-said").attr("role", "status").live_text(move || said(lab)))
        .child(magnifier(lab));
    let panel = el("section.image-panel")
        .attrs(&[("aria-label", say(ImageKey::Title)), ("tabindex", "-1")])
        .child(el("p.hint").live_text(about))
        .child(el("div.image-from").live(from))
        .child(el("div.choice").child(filters(lab)).child(looks(lab)).child(close))
        .child(el("div.image-fault").attr("role", "alert").live(move || faults(lab)))
        .child(el("div.image-bench").child(el("div").live(input)).child(found))
        .child(machine());
    let element = panel.element().clone();
    once_shown(move || invoke(&element, "focus"));
    // Until the panel goes.
    watch(move || {
        let _ = &camera;
    });
    vec![sources.takes(panel)]
}

/// Asks for the output whenever layer, input or look are others.
fn follow(lab: Lab, work: Rc<Work>) {
    let ask = move |kind, applied| {
        let input = match kind {
            Kind::Signal => Input::Signal(lab.signal.get()),
            Kind::Picture => Input::Picture(lab.picture.get()?),
        };
        let look = lab.look.get();
        Some(Ask { applied, input, look })
    };
    let weak = Rc::downgrade(&work);
    tell_first(move |scene| {
        let Some(work) = weak.upgrade().filter(|_| lab.is_alive()) else {
            return;
        };
        let asked = untrack(|| lab.ahead(scene).and_then(|(kind, applied)| ask(kind, applied)));
        if let Some(asked) = asked {
            work.ask(asked);
        }
    });
    watch(move || {
        let asked = lab.kind.get().zip(lab.applied());
        if let Some(asked) = asked.and_then(|(kind, applied)| ask(kind, applied)) {
            work.ask(asked);
        }
    });
}

/// How the output is shown: to be chosen.
fn looks(lab: Lab) -> El {
    let looks = [("plain", ImageKey::AsItIs), ("stretched", ImageKey::Stretched)].map(|(look, label)| {
        let is_shown = move || {
            let chosen = lab.look.get();
            let shown = lab
                .outcome
                .with(|outcome| outcome.as_ref().map(|outcome| outcome.look.clone()));
            if chosen.is_empty() {
                shown.as_deref() == Some(look)
            } else {
                chosen == look
            }
        };
        let radio = el("input")
            .attrs(&[("type", "radio"), ("name", "image-look"), ("value", look)])
            .live_checked(is_shown)
            .on("change", move |_: Event| lab.look.set(look));
        el("label.check").child(radio).text(say(label))
    });
    let looks = el("span.choice.image-looks")
        .attrs(&[("role", "radiogroup"), ("aria-label", say(ImageKey::Looks))])
        .child(el("span.choice-name").text(say(ImageKey::Looks)))
        .children(looks.into());
    looks.live_attr("hidden", move || {
        (lab.kind.get() != Some(Kind::Picture)).then(String::new)
    })
}

/// Why there is no new output, and the layer that would give one.
fn faults(lab: Lab) -> Vec<El> {
    let mut faults = Vec::new();
    if let Some(fault) = lab.fault.get() {
        faults.push(el("p.wrong").text(&words::picture_fault(fault)));
    }
    if let Some(Err(unfit)) = lab.tried.get() {
        faults.push(el("p.wrong").text(&words::unfit(&unfit)));
        if !matches!(unfit, Unfit::Refused(_)) {
            faults.extend(nearest(lab));
        }
    }
    faults
}

fn nearest(lab: Lab) -> Option<El> {
    let page = lab.page;
    let spec = page.scene.with(Scene::nearest_to_try)?;
    let line = sequential::line(std::slice::from_ref(&spec));
    let take = move |_: Event| {
        let change = page.scene.with_untracked(Scene::to_nearest);
        if let Some(change) = change {
            page.change(change);
        }
    };
    let button = button(&fill(ImageKey::Nearest, &[("layer", &line)]))
        .live_attr("disabled", locked(page, Control::Line))
        .on("click", take);
    Some(button)
}

/// What there is to know of the output.
fn said(lab: Lab) -> String {
    let Some(outcome) = lab.shown() else {
        let is_coming = lab.applied().is_some() && lab.fault.with(Option::is_none);
        return if is_coming {
            say(ImageKey::Working).to_owned()
        } else {
            String::new()
        };
    };
    let [low, high] = outcome.range.map(number);
    let mut said = vec![fill(ImageKey::Range, &[("low", &low), ("high", &high)])];
    if outcome.look == "stretched" {
        let [black, white] = outcome.scale.map(number);
        said.push(if outcome.scale[0] < 0.0 {
            fill(ImageKey::RangeSigned, &[("black", &black), ("white", &white)])
        } else {
            fill(ImageKey::RangePlain, &[("white", &white)])
        });
    }
    // A film's times would be read out again and again.
    if !lab.filming.get() {
        let ms = number((outcome.ms * 100.0).round() as f32 / 100.0);
        said.push(fill(ImageKey::Time, &[("ms", &ms), ("path", &outcome.path)]));
    }
    said.join(" ")
}
