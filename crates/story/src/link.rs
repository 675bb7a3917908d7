//! The link: a whole scene as query parameters that a teacher can write by hand.
//!
//! [`KEYS`] is the one schema: each entry reads its parameter and writes it again, and says what it means.
use crate::film::{bias_axes, input_axes, weight_axes};
use crate::scene::Theme;
use crate::tensor::Place;
use crate::text::Key;
use crate::{Cursor, Edits, Numbers, NumbersError, Order, Scene, Stage, View, args};
use conv::{Field, LayerSpec, ParseError, Plan, Refusal};

/// One parameter of a link.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub name: &'static str,
    /// What it means.
    pub about: Key,
    pub example: &'static str,
    /// Whether it says what is shown, and not only how: a link with such a key starts from a scene without edits.
    pub content: bool,
    read: fn(&mut Draft, &str) -> Result<(), Why>,
    /// `None` where it is as by default.
    write: fn(&Shot) -> Option<String>,
}

/// A scene and a place in it: what a link says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shot {
    pub scene: Scene,
    pub cursor: Cursor,
}

/// A scene while its link is read.
struct Draft {
    shot: Shot,
    /// Whether the link says how large the input is.
    sized: bool,
    /// Whether it starts from an empty scene, so that a layer brings its usual size.
    fresh: bool,
}

impl Draft {
    /// Leaves a scene that can be computed: a layer without an input size gets one that fits; what cannot be is named
    /// in a warning and replaced.
    fn settle(&mut self, start: &Shot, pairs: &[(String, String)]) -> Option<Warning> {
        let scene = &mut self.shot.scene;
        let refusal = scene.plan().err()?;
        scene.net.size = roomy(scene.spec());
        let fits = scene.plan().is_ok();
        if !fits {
            *scene = Scene {
                view: scene.view.clone(),
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

/// A parameter that could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    pub name: String,
    pub value: String,
    pub why: Why,
}

impl Warning {
    /// Names and values are cut to what a warning has room for.
    fn new(name: &str, value: &str, why: Why) -> Self {
        Self {
            name: name.chars().take(40).collect(),
            value: value.chars().take(80).collect(),
            why,
        }
    }
}

/// Why a parameter could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    UnknownName,
    /// It is none of these.
    NotOneOf(&'static str),
    Layer(ParseError),
    Numbers(NumbersError),
    /// The layer cannot be, or cannot work on that input.
    Refused(Refusal),
}

/// The parameters that mean something, in the order in which they are read and written.
pub const KEYS: &[Entry] = &[
    Entry {
        name: "layer",
        about: Key::LinkLayer,
        example: "Conv1d(1,1,3,padding=1)",
        content: true,
        read: |draft, value| {
            let spec = LayerSpec::parse(value).map_err(Why::Layer)?;
            let size = &mut draft.shot.scene.net.size;
            *size = if draft.fresh {
                roomy(&spec)
            } else {
                args::fit(size, spec.rank())
            };
            draft.shot.scene.stage_mut().spec = spec;
            Ok(())
        },
        write: |shot| Some(compact(shot.scene.spec())),
    },
    Entry {
        name: "shape",
        about: Key::LinkShape,
        example: "5x5",
        content: true,
        read: |draft, value| {
            let sizes = value
                .split(['x', '×', ','])
                .map(|size| size.trim().parse::<usize>().ok());
            let sizes: Option<Vec<usize>> = sizes.collect();
            let rank = draft.shot.scene.spec().rank();
            draft.shot.scene.net.size = sizes
                .filter(|sizes| sizes.len() == rank)
                .ok_or(Why::NotOneOf("6, 5x5, 4x4x4"))?;
            draft.sized = true;
            Ok(())
        },
        write: |shot| {
            let size = &shot.scene.net.size;
            let parts: Vec<String> = size.iter().map(usize::to_string).collect();
            (*size != usual_size(&shot.scene)).then(|| parts.join("x"))
        },
    },
    Entry {
        name: "seed",
        about: Key::LinkSeed,
        example: "7",
        content: true,
        read: |draft, value| {
            draft.shot.scene.net.seed = value.parse().map_err(|_| Why::NotOneOf("0, 1, 2 … 4294967295"))?;
            Ok(())
        },
        write: |shot| (shot.scene.net.seed != Scene::default().net.seed).then(|| shot.scene.net.seed.to_string()),
    },
    Entry {
        name: "input",
        about: Key::LinkInput,
        example: "1,2,3;4,5,6",
        content: true,
        read: |draft, value| {
            let numbers = numbers(&draft.shot, value, input_axes)?;
            draft.shot.scene.net.input = numbers.edits();
            if !draft.sized {
                draft.sized = true;
                draft.shot.scene.net.size = numbers.size(draft.shot.scene.spec().rank());
            }
            Ok(())
        },
        write: |shot| written(&shot.scene.net.input, &shot.scene.plan().ok()?, input_axes),
    },
    Entry {
        name: "weight",
        about: Key::LinkWeight,
        example: "1,0,-1;2,0,-2;1,0,-1",
        content: true,
        read: |draft, value| {
            let numbers = numbers(&draft.shot, value, weight_axes)?;
            draft.shot.scene.stage_mut().weight = numbers.edits();
            Ok(())
        },
        write: |shot| written(&shot.scene.stage().weight, &shot.scene.plan().ok()?, weight_axes),
    },
    Entry {
        name: "bias",
        about: Key::LinkBias,
        example: "1,-2",
        content: true,
        read: |draft, value| {
            let numbers = numbers(&draft.shot, value, bias_axes)?;
            draft.shot.scene.stage_mut().bias = numbers.edits();
            Ok(())
        },
        write: |shot| written(&shot.scene.stage().bias, &shot.scene.plan().ok()?, bias_axes),
    },
    Entry {
        name: "flip",
        about: Key::LinkFlip,
        example: "1",
        content: false,
        read: |draft, value| {
            draft.shot.scene.view.flip = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.flip.then(|| "1".to_owned()),
    },
    Entry {
        name: "order",
        about: Key::LinkOrder,
        example: "columns",
        content: false,
        read: |draft, value| {
            draft.shot.scene.view.order =
                Order::from_name(value).ok_or(Why::NotOneOf("rows, columns, shuffle, all, scatter"))?;
            Ok(())
        },
        write: |shot| {
            let order = shot.scene.view.order;
            (order != Order::default()).then(|| order.name().to_owned())
        },
    },
    Entry {
        name: "step",
        about: Key::LinkStep,
        example: "7.3",
        content: false,
        read: |draft, value| {
            let (step, tap) = match value.split_once('.') {
                None => (value, None),
                Some((step, tap)) => (step, Some(tap)),
            };
            let read = |text: &str| text.parse::<usize>().map_err(|_| Why::NotOneOf("0, 7, 7.3"));
            draft.shot.cursor = Cursor {
                step: read(step)?,
                tap: tap.map(read).transpose()?,
            };
            Ok(())
        },
        write: |shot| match shot.cursor {
            Cursor { step: 0, tap: None } => None,
            Cursor { step, tap: None } => Some(step.to_string()),
            Cursor { step, tap: Some(tap) } => Some([step.to_string(), tap.to_string()].join(".")),
        },
    },
    Entry {
        name: "speed",
        about: Key::LinkSpeed,
        example: "2",
        content: false,
        read: |draft, value| {
            let speed = value.parse::<f32>().ok();
            draft.shot.scene.view.speed = speed
                .filter(|speed| View::SPEEDS.contains(speed))
                .ok_or(Why::NotOneOf("0.5, 1, 2, 4, 8"))?;
            Ok(())
        },
        write: |shot| {
            let speed = shot.scene.view.speed;
            (speed != View::default().speed).then(|| speed.to_string())
        },
    },
    Entry {
        name: "autoplay",
        about: Key::LinkAutoplay,
        example: "0",
        content: false,
        read: |draft, value| {
            draft.shot.scene.view.autoplay = switch(value)?;
            Ok(())
        },
        write: |shot| (!shot.scene.view.autoplay).then(|| "0".to_owned()),
    },
    Entry {
        name: "theme",
        about: Key::LinkTheme,
        example: "dark",
        content: false,
        read: |draft, value| {
            draft.shot.scene.view.theme = Theme::from_name(value).ok_or(Why::NotOneOf("auto, light, dark"))?;
            Ok(())
        },
        write: |shot| {
            let theme = shot.scene.view.theme;
            (theme != Theme::Auto).then(|| theme.name().to_owned())
        },
    },
];

/// Reads a link's parameters, already decoded, from the scene that a fresh page shows. What cannot be taken is named in
/// a warning and the rest applies.
pub fn read(pairs: &[(String, String)]) -> (Shot, Vec<Warning>) {
    let mut start = Shot::default();
    let fresh = pairs
        .iter()
        .any(|(name, _)| entry(name).is_some_and(|entry| entry.content));
    if fresh {
        start.scene.net.input = Edits::default();
        *start.scene.stage_mut() = Stage::new(start.scene.spec().clone());
    }
    apply(&start, pairs, fresh)
}

/// The same from a given scene: what the parameters do not name stays as it is.
pub fn patch(start: &Shot, pairs: &[(String, String)]) -> (Shot, Vec<Warning>) {
    apply(start, pairs, false)
}

fn apply(start: &Shot, pairs: &[(String, String)], fresh: bool) -> (Shot, Vec<Warning>) {
    let mut draft = Draft {
        shot: start.clone(),
        sized: false,
        fresh,
    };
    let mut warnings = Vec::new();
    for (name, value) in pairs.iter().filter(|(name, _)| entry(name).is_none()) {
        warnings.push(Warning::new(name, value, Why::UnknownName));
    }
    for entry in KEYS {
        for (name, value) in pairs.iter().filter(|(name, _)| name == entry.name) {
            if let Err(why) = (entry.read)(&mut draft, value) {
                warnings.push(Warning::new(name, value, why));
            }
        }
    }
    warnings.extend(draft.settle(start, pairs));
    (draft.shot, warnings)
}

/// The link's parameters for a scene, not yet encoded: only what differs from a fresh page.
pub fn write(shot: &Shot) -> Vec<(&'static str, String)> {
    let fresh = shot.scene.net == Scene::default().net;
    KEYS.iter()
        .filter(|entry| !(fresh && entry.content))
        .filter_map(|entry| Some((entry.name, (entry.write)(shot)?)))
        .collect()
}

/// An input size with room for a few windows of a layer: the size where a link names none.
pub fn roomy(spec: &LayerSpec) -> Vec<usize> {
    let usual: i64 = match spec.rank() {
        1 => 8,
        2 => 5,
        _ => 4,
    };
    let at = |field, axis| args::get(spec, field, axis).unwrap_or(0).clamp(0, 1 << 16);
    (0..spec.rank())
        .map(|axis| {
            let reach = at(Field::Dilation, axis) * (at(Field::KernelSize, axis) - 1) + 1;
            let steps = 2 * at(Field::Stride, axis);
            let padding = 2 * at(Field::Padding, axis);
            let needed = if spec.op == conv::Op::Conv {
                reach + steps - padding
            } else {
                usual
            };
            usual.max(needed) as usize
        })
        .collect()
}

/// The input size that a link's other parameters give: that of the edits where there are some.
fn usual_size(scene: &Scene) -> Vec<usize> {
    let axes = scene.plan().map_or([0; 5], |plan| input_axes(&plan));
    let mut reach = [0_usize; 5];
    for (place, _) in scene.net.input.iter().filter(|(place, _)| fits(*place, axes)) {
        reach = std::array::from_fn(|axis| reach[axis].max(place[axis] as usize + 1));
    }
    match reach {
        [0, ..] => roomy(scene.spec()),
        _ => reach[5 - scene.spec().rank()..].to_vec(),
    }
}

fn fits(place: Place, axes: [usize; 5]) -> bool {
    place.iter().zip(axes).all(|(&at, size)| (at as usize) < size)
}

fn entry(name: &str) -> Option<&'static Entry> {
    KEYS.iter().find(|entry| entry.name == name)
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

fn switch(value: &str) -> Result<bool, Why> {
    match value {
        "1" | "true" | "" => Ok(true),
        "0" | "false" => Ok(false),
        _ => Err(Why::NotOneOf("0, 1")),
    }
}

/// The numbers of a tensor; exactly as many as it has, written in one row, fill it row by row.
fn numbers(shot: &Shot, value: &str, axes: fn(&Plan) -> [usize; 5]) -> Result<Numbers, Why> {
    let numbers = Numbers::parse(value, shot.scene.spec().rank()).map_err(Why::Numbers)?;
    let axes = shot.scene.plan().ok().map(|plan| axes(&plan));
    Ok(match axes {
        Some(axes) => numbers.spread(axes),
        None => numbers,
    })
}

/// The canonical line without what a link can do without.
fn compact(spec: &LayerSpec) -> String {
    let line = spec.to_string().replace(' ', "");
    let line = line.strip_prefix("nn.").unwrap_or(&line);
    line.replacen(",kernel_size=", ",", 1)
}

/// The edits that a plan's tensor has room for, as a link writes them; nothing where there are none.
fn written(edits: &Edits, plan: &Plan, axes: fn(&Plan) -> [usize; 5]) -> Option<String> {
    let axes = axes(plan);
    let mut text = String::new();
    let mut last: Option<Place> = None;
    for (place, value) in edits.iter().filter(|(place, _)| fits(*place, axes)) {
        advance(&mut text, last, place, plan.rank());
        text += &value.to_string();
        last = Some(place);
    }
    last.is_some().then_some(text)
}

/// Writes the separators between two values of a tensor; a row without edits is a lone comma.
fn advance(text: &mut String, last: Option<Place>, next: Place, rank: usize) {
    let from = last.unwrap_or_default();
    let marks = ["__", "_", ";;", if rank == 1 { "_" } else { ";" }, ","];
    let axis = (0..5).find(|&axis| from[axis] != next[axis]).unwrap_or(4);
    if last.is_none() {
        // Empty leading cells hold their place: breaks before anything mean nothing.
        if axis < 4 {
            text.push(',');
        }
    }
    for _ in from[axis]..next[axis] {
        if axis < 4 && text.ends_with(marks[axis]) {
            text.push(',');
        }
        *text += marks[axis];
    }
    for inner in axis + 1..5 {
        for _ in 0..next[inner] {
            if inner < 4 && !text.ends_with(',') {
                text.push(',');
            }
            *text += marks[inner];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    fn again(shot: &Shot) -> Shot {
        let written: Vec<_> = write(shot)
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let (shot, warnings) = read(&written);
        assert_eq!(warnings, [], "{written:?}");
        shot
    }

    #[test]
    fn a_fresh_page_has_an_empty_link() {
        assert_eq!(write(&Shot::default()), []);
        assert_eq!(read(&[]), (Shot::default(), vec![]));
    }

    #[test]
    fn a_layer_alone_gets_an_input_that_it_fits() {
        let (shot, warnings) = read(&pairs(&[("layer", "Conv1d(1,1,3,dilation=5)")]));
        assert_eq!(warnings, []);
        assert_eq!(shot.scene.net.size, [13]);
        assert_eq!(write(&shot), [("layer", "Conv1d(1,1,3,dilation=5)".to_owned())]);
    }

    #[test]
    fn numbers_name_the_size_and_a_flat_row_fills_a_shape() {
        let (shot, _) = read(&pairs(&[("layer", "Conv2d(1,1,2)"), ("input", "1,2,3;4,5,6")]));
        assert_eq!(shot.scene.net.size, [2, 3]);
        let (flat, _) = read(&pairs(&[
            ("layer", "Conv2d(1,1,2)"),
            ("shape", "2x3"),
            ("input", "1,2,3,4,5,6"),
        ]));
        assert_eq!(flat, shot);
    }

    #[test]
    fn a_single_edit_is_written_alone_and_read_back() {
        for place in [[0, 0, 0, 2, 1], [0, 1, 0, 0, 0], [0, 1, 0, 3, 4], [0, 0, 0, 0, 3]] {
            let (mut shot, _) = read(&pairs(&[("layer", "Conv2d(2,1,3)"), ("shape", "5x5")]));
            shot.scene.net.input = shot.scene.net.input.with(place, Some(-2.5));
            assert_eq!(again(&shot), shot, "{place:?}");
        }
    }

    #[test]
    fn bad_parts_are_named_and_the_rest_applies() {
        let (shot, warnings) = read(&pairs(&[
            ("layer", "Conv2d(1, 1, kernel=3)"),
            ("shape", "7xx"),
            ("utm_source", "x"),
            ("step", "-1"),
            ("theme", "dark"),
        ]));
        let names: Vec<&str> = warnings.iter().map(|warning| warning.name.as_str()).collect();
        assert_eq!(names, ["utm_source", "layer", "shape", "step"]);
        assert_eq!(shot.scene.view.theme, Theme::Dark);
    }

    #[test]
    fn an_input_too_small_for_its_layer_is_named_and_replaced() {
        let (shot, warnings) = read(&pairs(&[("layer", "Conv1d(1,1,7)"), ("shape", "3")]));
        assert_eq!(warnings[0].name, "shape");
        assert_eq!(shot.scene.net.size, roomy(shot.scene.spec()));
    }

    #[test]
    fn a_layer_that_cannot_be_is_named_and_the_page_shows_its_example() {
        let (_, warnings) = read(&pairs(&[("layer", "Conv2d(4,6,3,groups=4)")]));
        assert!(matches!(&warnings[..], [Warning { name, why: Why::Refused(_), .. }] if name == "layer"));
    }
}
