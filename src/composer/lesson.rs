//! A lesson of the author's own: scenes, what is said of each, and what is asked.
use crate::composer::draft::Draft;
use crate::composer::section;
use crate::controls::lessons::{COURSE, taught};
use crate::dom::{Derived, El, State, el, option, value_of};
use crate::ui::icon::{Icon, icon};
use conv::sequential;
use story::lesson::{Ask, OwnStep, Step};
use story::link;
use story::text::{ComposerKey, fill, say};
use web_sys::Event;

pub fn lesson(draft: Draft) -> El {
    let Draft { steps, page, .. } = draft;
    // What asks comes with the lessons.
    taught(move || {
        draft.taught.try_set(true);
    });
    let count = Derived::new(move || steps.with(Vec::len));
    let rows = move || {
        draft.taught.get();
        (0..count.get()).map(|at| row(steps, at)).collect()
    };
    let add = move |_: Event| {
        let link = link::alone(&page.shot());
        let step = OwnStep {
            link,
            ..OwnStep::default()
        };
        steps.update(|steps| steps.push(step));
    };
    let add = el("button.composer-add")
        .attr("type", "button")
        .on("click", add)
        .text(say(ComposerKey::OwnAdd));
    section("section.composer-lesson", ComposerKey::Own)
        .child(el("p.hint").text(say(ComposerKey::OwnAbout)))
        .child(el("ol.composer-steps").live(rows))
        .child(add)
}

fn row(steps: State<Vec<OwnStep>>, at: usize) -> El {
    let step = (at + 1).to_string();
    let named = |key| fill(key, &[("step", &step)]);
    let number = step.clone();
    let heading = move || {
        fill(
            ComposerKey::OwnStep,
            &[("step", &number), ("layer", &of(steps, at, line))],
        )
    };
    let says = named(ComposerKey::OwnSays);
    let says = el("textarea")
        .attrs(&[("rows", "2"), ("aria-label", &says), ("placeholder", &says)])
        .live_value(move || of(steps, at, |step| step.says.clone()))
        .on("change", move |event: Event| {
            let said = value_of(&event);
            change(steps, at, |step| step.says = said);
        });
    let link = Derived::new(move || of(steps, at, |step| step.link.clone()));
    let ask = el("select")
        .attr("aria-label", &named(ComposerKey::OwnAsk))
        .live(move || link.with(|link| asks(link)))
        .live_value(move || {
            link.with(|_| ());
            of(steps, at, asked)
        })
        .on("change", move |event: Event| {
            let ask = Ask::from_name(&value_of(&event));
            change(steps, at, |step| step.ask = ask);
        });
    let button = |key, sign, act: fn(&mut Vec<OwnStep>, usize)| {
        let name = named(key);
        el("button.composer-move")
            .attrs(&[("type", "button"), ("aria-label", &name), ("title", &name)])
            .on("click", move |_: Event| steps.update(|steps| act(steps, at)))
            .child(sign)
    };
    let up = |steps: &mut Vec<OwnStep>, at: usize| {
        if at > 0 && at < steps.len() {
            steps.swap(at - 1, at);
        }
    };
    let down = |steps: &mut Vec<OwnStep>, at: usize| {
        if at + 1 < steps.len() {
            steps.swap(at, at + 1);
        }
    };
    let remove = |steps: &mut Vec<OwnStep>, at: usize| {
        if at < steps.len() {
            steps.remove(at);
        }
    };
    let ways = el("div.composer-step-ways")
        .child(ask)
        .child(button(ComposerKey::OwnUp, el("span").text("↑"), up))
        .child(button(ComposerKey::OwnDown, el("span").text("↓"), down))
        .child(button(ComposerKey::OwnRemove, icon(Icon::Close), remove));
    el("li").child(el("code").live_text(heading)).child(says).child(ways)
}

fn change(steps: State<Vec<OwnStep>>, at: usize, change: impl FnOnce(&mut OwnStep)) {
    steps.update(|steps| {
        if let Some(step) = steps.get_mut(at) {
            change(step);
        }
    });
}

/// Something of a step that is still there.
fn of<T: Default>(steps: State<Vec<OwnStep>>, at: usize, get: impl FnOnce(&OwnStep) -> T) -> T {
    steps.with(|steps| steps.get(at).map(get).unwrap_or_default())
}

fn line(step: &OwnStep) -> String {
    let (shot, _) = link::read(&link::pairs(&step.link));
    sequential::line(&shot.scene.net.specs())
}

fn asked(step: &OwnStep) -> String {
    step.ask.and_then(Ask::name).unwrap_or_default().to_owned()
}

/// What can be asked of a scene.
fn asks(link: &str) -> Vec<El> {
    let course = COURSE.now();
    let can = |ask| {
        let step = Step {
            name: "",
            link,
            ask: Some(ask),
        };
        course.is_none_or(|course| (course.asking.question)(&step, 0).is_some())
    };
    let asks = Ask::NAMED.into_iter().filter(|(_, ask)| can(*ask));
    let nothing = option("", say(ComposerKey::AskNothing));
    let options = asks.map(|(name, ask)| option(name, say(label(ask))));
    [nothing].into_iter().chain(options).collect()
}

fn label(ask: Ask) -> ComposerKey {
    match ask {
        Ask::Shape => ComposerKey::AskShape,
        Ask::Window => ComposerKey::AskWindow,
        Ask::Params => ComposerKey::AskParams,
        Ask::Macs => ComposerKey::AskMacs,
        Ask::ReceptiveField => ComposerKey::AskField,
        _ => ComposerKey::AskValue,
    }
}
