//! From parameters to a scene.
use super::lessons;
use super::query::parted;
use super::schema::{content, view};
use super::{Shot, Warning, Why, cut};
use crate::number::count;
use crate::{Controls, Edits, Numbers, Scene, Stage, Tensor, Wrong, roomy};
use conv::LayerSpec;
use std::sync::Arc;

/// A scene while its link is read.
pub(super) struct Draft {
    pub shot: Shot,
    /// Whether the link says how large the input is.
    pub sized: bool,
    /// Whether it starts from an empty scene, so that a layer brings its usual size.
    pub fresh: bool,
    /// The layer whose numbers are read.
    pub stage: usize,
}

/// What a reader of a parameter has to say.
pub(super) enum Bad {
    /// The value is none of its kind.
    Value,
    Why(Why),
}

impl From<Why> for Bad {
    fn from(why: Why) -> Self {
        Self::Why(why)
    }
}

/// As many warnings as anyone reads.
const MOST_WARNINGS: usize = 32;

/// Reads a link's parameters, already decoded, from the scene that a fresh page shows. What cannot be taken is named in
/// a warning and the rest applies.
pub fn read(pairs: &[(String, String)]) -> (Shot, Vec<Warning>) {
    let mut start = Shot::default();
    let fresh = says_scene(pairs);
    if fresh {
        start.scene.net_mut().input = Edits::default();
        *start.scene.stage_mut() = Stage::new(start.scene.spec().clone());
    }
    apply(&start, pairs, fresh)
}

/// Whether the parameters say what is shown.
fn says_scene(pairs: &[(String, String)]) -> bool {
    pairs.iter().any(|(name, _)| content::NAMES.contains(&name.as_str()))
}

/// The same from a given scene: what the parameters do not name stays as it is.
pub fn patch(start: &Shot, pairs: &[(String, String)]) -> (Shot, Vec<Warning>) {
    apply(start, pairs, false)
}

fn apply(start: &Shot, pairs: &[(String, String)], fresh: bool) -> (Shot, Vec<Warning>) {
    let lesson = (!says_scene(pairs)).then(|| lessons::start(start, pairs)).flatten();
    let mut draft = Draft {
        shot: lesson.unwrap_or_else(|| start.clone()),
        sized: false,
        fresh,
        stage: 0,
    };
    let mut warnings = Vec::new();
    let names = || content::NAMES.iter().chain(view::NAMES);
    let mut warn = |name: &str, value: &str, why: Why| {
        if warnings.len() < MOST_WARNINGS {
            warnings.push(Warning::new(name, value, why));
        }
    };
    for (name, value) in pairs {
        if !names().any(|known| stage_of(name, known).is_some()) {
            warn(name, value, Why::UnknownName);
        }
    }
    let kinds = content::KINDS.iter().chain(view::KINDS);
    let readers = content::READ.iter().chain(view::READ);
    for ((known, kind), read) in names().zip(kinds).zip(readers) {
        for (name, value) in pairs {
            let Some(stage) = stage_of(name, known) else {
                continue;
            };
            if stage >= draft.shot.scene.net.stages.len() {
                warn(name, value, Why::UnknownName);
                continue;
            }
            draft.stage = stage;
            match read(&mut draft, value) {
                Ok(()) => {}
                Err(Bad::Value) => warn(name, value, Why::NotOneOf(kind.examples())),
                Err(Bad::Why(why)) => warn(name, value, why),
            }
        }
    }
    warnings.extend(draft.settle(start, pairs));
    (draft.shot, warnings)
}

/// Whether a parameter says what is computed, and not how it is shown.
pub(super) fn is_of_scene(name: &str) -> bool {
    content::NAMES.iter().any(|known| stage_of(name, known).is_some())
}

/// The layer that a parameter is about, if it is the one of this entry: `weight.1` is the second layer's `weight`.
fn stage_of(name: &str, entry: &str) -> Option<usize> {
    match name.strip_prefix(entry)? {
        "" => Some(0),
        rest if matches!(entry, "weight" | "bias") => count(rest.strip_prefix('.')?).filter(|&stage| stage > 0),
        _ => None,
    }
}

impl Draft {
    /// Leaves a scene that can be computed: a layer without an input size gets one that fits; what cannot be is named
    /// in a warning and replaced.
    fn settle(&mut self, start: &Shot, pairs: &[(String, String)]) -> Option<Warning> {
        let scene = &mut self.shot.scene;
        let Wrong { refusal, .. } = scene.plans().err()?;
        scene.net_mut().size = roomy(&scene.net.specs());
        let fits = scene.plans().is_ok();
        if !fits {
            let mut view = scene.view.clone();
            view.stage = start.scene.view.stage;
            *scene = Scene {
                view,
                b: scene.b.clone(),
                ..start.scene.clone()
            };
        }
        if fits && !self.sized {
            return None;
        }
        let (name, value) = culprit(pairs, fits);
        Some(Warning::new(name, value, Why::Refused(refusal)))
    }
}

/// The parameter to blame: the input's size where another one would do, else the layer.
fn culprit(pairs: &[(String, String)], size: bool) -> (&str, &str) {
    let find = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted);
    let sizes = if size {
        find("shape").or_else(|| find("input"))
    } else {
        None
    };
    sizes
        .or_else(|| find("layer"))
        .or_else(|| pairs.first())
        .map_or(("layer", ""), |(name, value)| (name, value))
}

/// The scene of a link within a link. All of it must hold.
pub(super) fn beside(value: &str) -> Result<Arc<Scene>, Bad> {
    let mut pairs = parted(value);
    pairs.retain(|(name, _)| name != "b");
    let (shot, warnings) = read(&pairs);
    match warnings.into_iter().next() {
        Some(warning) => Err(warning.why.into()),
        None => Ok(shot.scene.pinned()),
    }
}

pub(super) fn switch(value: &str) -> Result<bool, Bad> {
    match value {
        "1" | "true" | "" => Ok(true),
        "0" | "false" => Ok(false),
        _ => Err(Bad::Value),
    }
}

/// The controls that a list names; `set` takes them whatever else stands in it.
pub(super) fn controls(value: &str, set: impl FnOnce(Controls)) -> Result<(), Bad> {
    let (controls, unknown) = Controls::read(value);
    set(controls);
    match &unknown[..] {
        [] => Ok(()),
        names => Err(Why::NoSuch(cut(&names[..names.len().min(8)].join(", "), 80)).into()),
    }
}

/// A shape as it is written, `5x5`. Where the first layer takes any number of channels they can stand in front: `3_5x5`.
pub(super) fn shape(value: &str, first: &LayerSpec) -> Option<(Option<i64>, Vec<usize>)> {
    const BETWEEN: &[char] = &['x', '×', ','];
    // A script has them as a list.
    let value = value.trim_matches(['[', ']']);
    let (channels, text) = match value.split_once('_') {
        Some(_) if first.op.has_weight() => return None,
        Some((channels, text)) => (Some(i64::try_from(count(channels.trim())?).ok()?), text),
        None => (None, value),
    };
    let mut sizes: Vec<usize> = Vec::new();
    if channels.is_none() || !text.is_empty() {
        for size in text.split(BETWEEN) {
            sizes.push(count(size.trim())?);
        }
    }
    let fits = if first.op.takes_any_rank() {
        sizes.len() <= 3
    } else {
        sizes.len() == first.rank()
    };
    fits.then_some((channels, sizes))
}

/// The numbers of a tensor; exactly as many as it has, written in one row, fill it row by row. An input without a size
/// is as large as it is written.
pub(super) fn numbers(draft: &Draft, tensor: Tensor, value: &str) -> Result<Numbers, Why> {
    let net = &draft.shot.scene.net;
    let spec = &net.stages[draft.stage].spec;
    let is_input = tensor == Tensor::Input;
    let rank = if is_input { net.size.len() } else { spec.rank() };
    let numbers = Numbers::parse(value, rank).map_err(Why::Numbers)?;
    let unsized_input = is_input && draft.fresh && !draft.sized && rank > 0;
    Ok(if unsized_input {
        numbers
    } else {
        numbers.of_layer(tensor, spec.op, net.axes(draft.stage, tensor))
    })
}
