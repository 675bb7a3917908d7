//! The parameters of a link, one entry each.
use super::kind::Kind;
use super::lessons::{try_own, written_own};
use super::reading::{Bad, Draft, beside, controls, numbers, shape, switch};
use super::writing::{beside as written_beside, compact, edits, usual_size};
use super::{Shot, Why};
use crate::lesson::Place;
use crate::number::count;
use crate::scene::{Fill, Lang, Theme};
use crate::text::LinkKey;
use crate::{Controls, Cursor, Net, Order, Scene, Tensor, Topic, View, exact_number, read_number, roomy};
use conv::sequential::{self, MOST_LAYERS};
use conv::text::{joined, signed};

/// One parameter of a link.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub name: &'static str,
    pub kind: Kind,
    /// What it means.
    pub about: LinkKey,
    /// The value that it has where a link does not name it, where that can be written.
    pub default: Option<&'static str>,
    /// A link that has it.
    pub example: &'static str,
}

pub(super) type Read = fn(&mut Draft, &str) -> Result<(), Bad>;
/// `None` where it is as by default.
pub(super) type Write = fn(&Shot) -> Option<String>;

// Names, readers and so on apart: what writes links does not bring along what reads them, and neither what tells of them.
macro_rules! entries {
    ($table:ident $({
        name: $name:literal,
        about: $about:expr,
        kind: $kind:expr,
        default: $default:expr,
        example: $example:literal,
        read: $read:expr,
        write: $write:expr,
    },)*) => {
        pub(super) mod $table {
            use super::*;

            pub const NAMES: &[&str] = &[$($name,)*];
            pub const KINDS: &[Kind] = &[$($kind,)*];
            pub const READ: &[Read] = &[$($read,)*];
            pub const WRITE: &[Write] = &[$($write,)*];
            pub const TOLD: &[(LinkKey, Option<&str>, &str)] = &[$(($about, $default, $example),)*];
        }
    };
}

/// The parameters that mean something, in the order in which they are read and written.
pub fn keys() -> impl Iterator<Item = Entry> {
    let names = content::NAMES.iter().chain(view::NAMES);
    let kinds = content::KINDS.iter().chain(view::KINDS);
    let told = content::TOLD.iter().chain(view::TOLD);
    let entries = names.zip(kinds).zip(told);
    entries.map(|((&name, &kind), &(about, default, example))| Entry {
        name,
        kind,
        about,
        default,
        example,
    })
}

const FILLS: Kind = Kind::Name(|at| Some(Fill::ALL.get(at)?.name()));
const ORDERS: Kind = Kind::Name(|at| Some(Order::ALL.get(at)?.name()));
const PICTURES: Kind = Kind::Name(|at| Some(Topic::ALL.get(at)?.name()));
const LANGS: Kind = Kind::Name(|at| Some(Lang::ALL.get(at)?.name()));
const THEMES: Kind = Kind::Name(|at| Some(Theme::ALL.get(at)?.name()));

// What is shown: a link with such a key starts from a scene without edits.
entries! { content
    {
        name: "layer",
        about: LinkKey::Layer,
        kind: Kind::Layer,
        default: None,
        example: "layer=Conv1d(1,1,3,padding=1)",
        read: |draft, value| {
            let specs = sequential::parse(value).map_err(Why::Layer)?;
            let scene = &mut draft.shot.scene;
            scene.set_layers(specs);
            if draft.fresh {
                scene.net_mut().size = roomy(&scene.net.specs());
            }
            Ok(())
        },
        write: |shot| Some(compact(&shot.scene.net.specs())),
    },
    {
        name: "shape",
        about: LinkKey::Shape,
        kind: Kind::Shape,
        default: None,
        example: "layer=Conv2d(1,1,3)&shape=5x8",
        read: |draft, value| {
            let net = draft.shot.scene.net_mut();
            let Some((channels, sizes)) = shape(value, &net.stages[0].spec) else {
                return Err(Bad::Value);
            };
            if let Some(channels) = channels {
                net.stages[0].spec.set_channels(channels);
            }
            net.size = sizes;
            draft.sized = true;
            Ok(())
        },
        write: |shot| {
            let Net { size, stages, .. } = &*shot.scene.net;
            let sizes = joined(&signed(size), "x");
            let first = &stages[0].spec;
            if !first.op.has_weight() && (first.in_channels != 1 || size.is_empty()) {
                return Some([&first.in_channels.to_string(), "_", &sizes].concat());
            }
            (*size != usual_size(&shot.scene)).then_some(sizes)
        },
    },
    {
        name: "seed",
        about: LinkKey::Seed,
        kind: Kind::Whole(u32::MAX),
        default: Some("1"),
        example: "layer=Conv2d(1,1,3)&seed=7",
        read: |draft, value| {
            draft.shot.scene.net_mut().seed = count(value)
                .and_then(|seed| u32::try_from(seed).ok())
                .ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| (shot.scene.net.seed != Scene::default().net.seed).then(|| shot.scene.net.seed.to_string()),
    },
    {
        name: "fill",
        about: LinkKey::Fill,
        kind: FILLS,
        default: Some("numbers"),
        example: "layer=Conv1d(1,1,9,padding=4)&shape=64&fill=sine",
        read: |draft, value| {
            draft.shot.scene.net_mut().fill = Fill::from_name(value).ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let fill = shot.scene.net.fill;
            (fill != Fill::default()).then(|| fill.name().to_owned())
        },
    },
    {
        name: "input",
        about: LinkKey::Input,
        kind: Kind::Numbers,
        default: None,
        example: "layer=Conv2d(1,1,2)&input=1,2,3;4,5,6",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Input, value)?;
            draft.shot.scene.net_mut().input = numbers.edits();
            if !draft.sized {
                draft.sized = true;
                let rank = draft.shot.scene.net.size.len();
                draft.shot.scene.net_mut().size = numbers.size(rank);
            }
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Input),
    },
    {
        name: "weight",
        about: LinkKey::Weight,
        kind: Kind::Numbers,
        default: None,
        example: "layer=Conv2d(1,1,3)&weight=1,0,-1;2,0,-2;1,0,-1",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Weight, value)?;
            draft.shot.scene.net_mut().stages[draft.stage].weight = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Weight),
    },
    {
        name: "bias",
        about: LinkKey::Bias,
        kind: Kind::Numbers,
        default: None,
        example: "layer=Conv1d(1,2,3)&bias=1,-2",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Bias, value)?;
            draft.shot.scene.net_mut().stages[draft.stage].bias = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Bias),
    },
}

// How it is shown.
entries! { view
    {
        name: "stage",
        about: LinkKey::Stage,
        kind: Kind::Whole(MOST_LAYERS as u32 - 1),
        default: Some("0"),
        example: "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2))&shape=10x10&stage=2",
        read: |draft, value| {
            let scene = &mut draft.shot.scene;
            scene.view.stage = count(value)
                .filter(|&stage| stage < scene.net.stages.len())
                .ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| Some(shot.scene.in_hand()).filter(|&stage| stage > 0).map(|stage| stage.to_string()),
    },
    {
        name: "flip",
        about: LinkKey::Flip,
        kind: Kind::Switch,
        default: Some("0"),
        example: "layer=Conv1d(1,1,3)&flip=1",
        read: |draft, value| {
            draft.shot.scene.view.flip = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.flip.then(|| "1".to_owned()),
    },
    {
        name: "order",
        about: LinkKey::Order,
        kind: ORDERS,
        default: Some("rows"),
        example: "order=columns",
        read: |draft, value| {
            draft.shot.scene.view.order =
                Order::from_name(value).ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let order = shot.scene.view.order;
            (order != Order::default()).then(|| order.name().to_owned())
        },
    },
    {
        name: "step",
        about: LinkKey::Step,
        kind: Kind::Step,
        default: Some("0"),
        example: "step=7.3",
        read: |draft, value| {
            let (step, tap) = match value.split_once('.') {
                None => (value, None),
                Some((step, tap)) => (step, Some(tap)),
            };
            let read = |text| count(text).ok_or(Bad::Value);
            draft.shot.cursor = Cursor {
                step: read(step)?,
                tap: tap.map(read).transpose()?,
            };
            Ok(())
        },
        write: |shot| match shot.cursor {
            Cursor { step: 0, tap: None } => None,
            Cursor { step, tap: None } => Some(step.to_string()),
            Cursor { step, tap: Some(tap) } => Some([&step.to_string(), ".", &tap.to_string()].concat()),
        },
    },
    {
        name: "picture",
        about: LinkKey::Picture,
        kind: PICTURES,
        default: None,
        example: "layer=Conv1d(4,4,3,groups=2)&picture=groups",
        read: |draft, value| {
            let topic = Topic::from_name(value);
            draft.shot.scene.view.picture = Some(topic.ok_or(Bad::Value)?);
            Ok(())
        },
        write: |shot| shot.scene.view.picture.map(|topic| topic.name().to_owned()),
    },
    {
        name: "b",
        about: LinkKey::B,
        kind: Kind::Scene,
        default: None,
        example: "layer=Conv1d(1,1,3)&picture=compare&b=layer=Conv1d(1,1,3,stride=2)%26flip=1",
        read: |draft, value| {
            draft.shot.scene.b = Some(beside(value)?);
            Ok(())
        },
        write: |shot| shot.scene.b.as_deref().map(written_beside),
    },
    {
        name: "speed",
        about: LinkKey::Speed,
        kind: Kind::OneOf(&View::SPEEDS),
        default: Some("1"),
        example: "speed=2",
        read: |draft, value| {
            let speed = read_number(value);
            draft.shot.scene.view.speed = speed
                .filter(|speed| View::SPEEDS.contains(speed))
                .ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let speed = shot.scene.view.speed;
            (speed != View::default().speed).then(|| exact_number(speed))
        },
    },
    {
        name: "autoplay",
        about: LinkKey::Autoplay,
        kind: Kind::Switch,
        default: Some("1"),
        example: "autoplay=0",
        read: |draft, value| {
            draft.shot.scene.view.autoplay = switch(value)?;
            Ok(())
        },
        write: |shot| (!shot.scene.view.autoplay).then(|| "0".to_owned()),
    },
    {
        name: "theme",
        about: LinkKey::Theme,
        kind: THEMES,
        default: Some("auto"),
        example: "theme=dark",
        read: |draft, value| {
            draft.shot.scene.view.theme = Theme::from_name(value).ok_or(Bad::Value)?;
            Ok(())
        },
        write: |shot| {
            let theme = shot.scene.view.theme;
            (theme != Theme::Auto).then(|| theme.name().to_owned())
        },
    },
    {
        name: "lang",
        about: LinkKey::Lang,
        kind: LANGS,
        default: None,
        example: "lang=zh",
        read: |draft, value| {
            draft.shot.scene.view.lang = Some(Lang::from_name(value).ok_or(Bad::Value)?);
            Ok(())
        },
        write: |shot| shot.scene.view.lang.map(|lang| lang.name().to_owned()),
    },
    {
        name: "own",
        about: LinkKey::Own,
        kind: Kind::Steps,
        default: None,
        example: "lesson=own&own=say=Look%26layer=Conv1d(1,1,3)||say=And now?%26ask=shape%26layer=Conv1d(1,1,3,stride=2)",
        read: |draft, value| {
            draft.shot.scene.view.own = written_own(&try_own(value)?).into();
            Ok(())
        },
        write: |shot| {
            let own = &shot.scene.view.own;
            (!own.is_empty()).then(|| own.as_ref().to_owned())
        },
    },
    {
        name: "lesson",
        about: LinkKey::Lesson,
        kind: Kind::Place,
        default: None,
        example: "lesson=stride.3",
        read: |draft, value| {
            draft.shot.scene.view.lesson = Some(Place::read(value).ok_or(Bad::Value)?);
            Ok(())
        },
        write: |shot| shot.scene.view.lesson.map(Place::written),
    },
    {
        name: "embed",
        about: LinkKey::Embed,
        kind: Kind::Switch,
        default: Some("0"),
        example: "embed&layer=Conv2d(1,1,3)",
        read: |draft, value| {
            draft.shot.scene.view.embed = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.embed.then(|| "1".to_owned()),
    },
    {
        name: "hide",
        about: LinkKey::Hide,
        kind: Kind::Controls,
        default: None,
        example: "embed&hide=tools,facts",
        read: |draft, value| controls(value, |set| draft.shot.scene.view.hide = Some(set)),
        write: |shot| shot.scene.view.hide.map(Controls::written),
    },
    {
        name: "lock",
        about: LinkKey::Lock,
        kind: Kind::Controls,
        default: Some("none"),
        example: "lock=stride,padding",
        read: |draft, value| controls(value, |set| draft.shot.scene.view.lock = set),
        write: |shot| {
            let lock = shot.scene.view.lock;
            (lock != Controls::NONE).then(|| lock.written())
        },
    },
}
