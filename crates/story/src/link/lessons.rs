//! Lessons in links: a step of one is its scene, and a teacher's own is a list of links.
use super::encoding::query;
use super::query::parted;
use super::reading::{Bad, is_of_scene, read};
use super::{Pairs, Shot, Why, write};
use crate::lesson::{self, Ask, OwnStep, Place};
use crate::{Scene, Topic, View};

/// Between the steps of a lesson of one's own. No link has it: it would stand encoded.
const BETWEEN: &str = "~~";
/// As many steps as anyone goes through.
const MOST_STEPS: usize = 64;
/// What a step's link does not say: a lesson within a lesson, and how the page is shown.
const NOT_IN_A_STEP: [&str; 10] = [
    "lesson", "own", "lang", "theme", "speed", "autoplay", "embed", "hide", "lock", "b",
];

/// The steps of a lesson of one's own, as `own=` has them; none where one of them cannot be.
pub fn own(value: &str) -> Vec<OwnStep> {
    try_own(value).unwrap_or_default()
}

/// The same. All of them must hold.
pub(super) fn try_own(value: &str) -> Result<Vec<OwnStep>, Bad> {
    let mut steps = Vec::new();
    if value.is_empty() {
        return Ok(steps);
    }
    for text in value.split(BETWEEN).take(MOST_STEPS) {
        let mut step = OwnStep::default();
        let mut link = Vec::new();
        for (name, value) in parted(text) {
            match name.as_str() {
                "say" => step.says = value,
                "ask" => step.ask = Some(Ask::from_name(&value).ok_or(Bad::Value)?),
                name if NOT_IN_A_STEP.contains(&name) => return Err(Why::UnknownName.into()),
                _ => link.push((name, value)),
            }
        }
        let (_, warnings) = read(&link);
        if let Some(warning) = warnings.into_iter().next() {
            return Err(warning.why.into());
        }
        step.link = query(&link).trim_start_matches('?').to_owned();
        steps.push(step);
    }
    Ok(steps)
}

/// The inverse of [`own`].
pub fn written_own(own: &[OwnStep]) -> String {
    let steps = own.iter().map(|step| {
        let mut pairs = vec![("say".to_owned(), step.says.clone())];
        pairs.extend(
            step.ask
                .and_then(Ask::name)
                .map(|name| ("ask".to_owned(), name.to_owned())),
        );
        let head = query(&pairs).trim_start_matches('?').to_owned();
        [&*head, &*step.link].join("&").trim_end_matches('&').to_owned()
    });
    steps.collect::<Vec<_>>().join(BETWEEN)
}

/// A scene as the link of a step: without a lesson, what it is compared with, and how the page is shown.
pub fn alone(shot: &Shot) -> String {
    let Shot { scene, cursor } = shot;
    let view = View {
        stage: scene.view.stage,
        flip: scene.view.flip,
        order: scene.view.order,
        picture: scene.view.picture.filter(|&topic| topic != Topic::Compare),
        ..View::default()
    };
    let scene = Scene {
        view,
        b: None,
        ..scene.clone()
    };
    let pairs = write(&Shot { scene, cursor: *cursor });
    query(&pairs).trim_start_matches('?').to_owned()
}

/// The first scene of a lesson of one's own. None where it has no step.
pub fn first(steps: &[OwnStep]) -> Option<Shot> {
    let pairs = [("lesson", lesson::OWN.to_owned()), ("own", written_own(steps))];
    let (shot, _) = read(&pairs.map(|(name, value)| (name.to_owned(), value)));
    (!steps.is_empty()).then_some(shot)
}

/// The scene that a step of a lesson opens with.
pub(super) fn opening(place: Place, own: &[OwnStep]) -> Option<Shot> {
    let step = lesson::step(place, own)?;
    let (shot, _) = read(&parted(step.link));
    Some(shot)
}

/// Where a link that names a step of a lesson starts from, if the link says nothing of the scene itself.
pub(super) fn start(start: &Shot, pairs: &[(String, String)]) -> Option<Shot> {
    let value = |wanted: &str| pairs.iter().rfind(|(name, _)| name == wanted).map(|(_, value)| value);
    let place = Place::read(value("lesson")?)?;
    let steps = match value("own") {
        Some(value) => own(value),
        None => own(&start.scene.view.own),
    };
    let asks = lesson::step(place, &steps)?.ask.is_some();
    // Whoever names a step has seen what comes.
    let asking = asks && value("step").is_none();
    Some(lesson::shown(
        opening(place, &steps)?,
        &start.scene.view,
        Some(place),
        asking,
    ))
}

/// The parameters of a scene of a lesson: what it does not have from its step.
pub(crate) fn without_start(shot: &Shot, pairs: Pairs) -> Pairs {
    let view = &shot.scene.view;
    let Some(start) = view.lesson.and_then(|place| opening(place, &own(&view.own))) else {
        return pairs;
    };
    let usual = write(&start);
    // What the step sets and the scene does not can be said only by saying all.
    if usual
        .iter()
        .all(|(name, _)| pairs.iter().any(|(other, _)| name == other))
        && start.scene.net == shot.scene.net
    {
        // A usual link does not even say the scene where that is the one that a page opens with.
        let is_said = |pair: &(String, String)| usual.contains(pair) || is_of_scene(&pair.0);
        return pairs.into_iter().filter(|pair| !is_said(pair)).collect();
    }
    pairs
}
