//! The steps of the lessons that are known, and what is on the stage there.
use super::{Ask, Lesson, OWN, Place, Step, find, lessons};
use crate::View;
use crate::link::Shot;

/// One step of a lesson that a teacher made: a scene, what is said of it, and what is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnStep {
    pub says: String,
    /// A query without its `?`.
    pub link: String,
    pub ask: Option<Ask>,
}

impl Place {
    /// The inverse. Only of lessons that there are; whether a teacher's own has the step is asked of [`step`].
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let name = parts.next()?;
        let name = match name {
            "" | "1" => "",
            OWN => OWN,
            name => find(name)?.name,
        };
        let step = match parts.next() {
            None => 1,
            Some(step) => step.parse::<usize>().ok()?,
        };
        let variant = match parts.next() {
            None => 0,
            Some(variant) => variant.parse().ok()?,
        };
        let is_there = find(name).is_none_or(|lesson: &Lesson| step <= lesson.steps.len());
        let place = Self {
            name,
            step: step.checked_sub(1)?,
            variant,
        };
        (parts.next().is_none() && is_there).then_some(place)
    }
}

/// The step of a place, if there is one.
pub fn step(place: Place, own: &[OwnStep]) -> Option<Step<'_>> {
    if place.name == OWN {
        let own = own.get(place.step)?;
        return Some(Step {
            name: &own.says,
            link: &own.link,
            ask: own.ask,
        });
    }
    find(place.name)?.steps.get(place.step).copied()
}

/// How many steps a lesson has.
pub fn steps(name: &str, own: &[OwnStep]) -> usize {
    match name {
        OWN => own.len(),
        name => find(name).map_or(0, |lesson| lesson.steps.len()),
    }
}

/// The lesson after one.
pub fn after(name: &str) -> Option<Place> {
    let at = lessons().iter().position(|lesson| lesson.name == name)?;
    Some(Place::start(lessons().get(at + 1)?.name))
}

/// A scene of a lesson, shown as a page is shown now.
pub fn shown(shot: Shot, now: &View, place: Option<Place>, asking: bool) -> Shot {
    let Shot { mut scene, cursor } = shot;
    scene.view = View {
        // What a step says of itself.
        stage: scene.view.stage,
        order: scene.view.order,
        flip: scene.view.flip,
        picture: scene.view.picture,
        lesson: place,
        asking,
        // What the page is.
        autoplay: now.autoplay,
        own: now.own.clone(),
        speed: now.speed,
        theme: now.theme,
        lang: now.lang,
        embed: now.embed,
        hide: now.hide,
        lock: now.lock,
    };
    Shot { scene, cursor }
}
