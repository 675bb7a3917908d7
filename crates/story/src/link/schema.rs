//! The parameters of a link, one entry each.
use super::reading::{Draft, beside, controls, numbers, switch};
use super::writing::{beside as written_beside, compact, edits, usual_size};
use super::{Shot, Why};
use crate::number::count;
use crate::scene::{Fill, Theme};
use crate::text::ReaderKey;
use crate::{Controls, Cursor, Net, Order, Scene, Tensor, Topic, View, exact_number, read_number, roomy};
use conv::text::{joined, signed};
use conv::{LayerSpec, sequential};

/// One parameter of a link.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub name: &'static str,
    /// What it means.
    pub about: ReaderKey,
    pub example: &'static str,
}

pub(super) type Read = fn(&mut Draft, &str) -> Result<(), Why>;
/// `None` where it is as by default.
pub(super) type Write = fn(&Shot) -> Option<String>;

// Apart, so that what writes links does not bring along what reads them.
macro_rules! entries {
    ($all:ident $reading:ident $writing:ident $({
        name: $name:literal,
        about: $about:expr,
        example: $example:literal,
        read: $read:expr,
        write: $write:expr,
    },)*) => {
        pub(super) const $all: &[Entry] = &[$(Entry { name: $name, about: $about, example: $example },)*];
        pub(super) const $reading: &[Read] = &[$($read,)*];
        pub(super) const $writing: &[Write] = &[$($write,)*];
    };
}

/// The parameters that mean something, in the order in which they are read and written.
pub fn keys() -> impl Iterator<Item = &'static Entry> {
    CONTENT.iter().chain(VIEW)
}

// What is shown: a link with such a key starts from a scene without edits.
entries! { CONTENT CONTENT_READ CONTENT_WRITE
    {
        name: "layer",
        about: ReaderKey::LinkLayer,
        example: "Conv1d(1,1,3,padding=1)",
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
        about: ReaderKey::LinkShape,
        example: "5x5",
        read: |draft, value| {
            let examples = Why::NotOneOf("6, 5x5, 4x4x4");
            let net = draft.shot.scene.net_mut();
            let Some((channels, sizes)) = shape(value, &net.stages[0].spec) else {
                return Err(examples);
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
        about: ReaderKey::LinkSeed,
        example: "7",
        read: |draft, value| {
            draft.shot.scene.net_mut().seed = count(value)
                .and_then(|seed| u32::try_from(seed).ok())
                .ok_or(Why::NotOneOf("0, 1, 2 … 4294967295"))?;
            Ok(())
        },
        write: |shot| (shot.scene.net.seed != Scene::default().net.seed).then(|| shot.scene.net.seed.to_string()),
    },
    {
        name: "fill",
        about: ReaderKey::LinkFill,
        example: "sine",
        read: |draft, value| {
            draft.shot.scene.net_mut().fill = Fill::from_name(value).ok_or(Why::NotOneOf("numbers, sine"))?;
            Ok(())
        },
        write: |shot| {
            let fill = shot.scene.net.fill;
            (fill != Fill::default()).then(|| fill.name().to_owned())
        },
    },
    {
        name: "input",
        about: ReaderKey::LinkInput,
        example: "1,2,3;4,5,6",
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
        about: ReaderKey::LinkWeight,
        example: "1,0,-1;2,0,-2;1,0,-1",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Weight, value)?;
            draft.shot.scene.net_mut().stages[draft.stage].weight = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Weight),
    },
    {
        name: "bias",
        about: ReaderKey::LinkBias,
        example: "1,-2",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Bias, value)?;
            draft.shot.scene.net_mut().stages[draft.stage].bias = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene.net, 0, Tensor::Bias),
    },
}

// How it is shown.
entries! { VIEW VIEW_READ VIEW_WRITE
    {
        name: "stage",
        about: ReaderKey::LinkStage,
        example: "0",
        read: |draft, value| {
            let scene = &mut draft.shot.scene;
            scene.view.stage = count(value)
                .filter(|&stage| stage < scene.net.stages.len())
                .ok_or(Why::NotOneOf("0, 1, 2"))?;
            Ok(())
        },
        write: |shot| Some(shot.scene.in_hand()).filter(|&stage| stage > 0).map(|stage| stage.to_string()),
    },
    {
        name: "flip",
        about: ReaderKey::LinkFlip,
        example: "1",
        read: |draft, value| {
            draft.shot.scene.view.flip = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.flip.then(|| "1".to_owned()),
    },
    {
        name: "order",
        about: ReaderKey::LinkOrder,
        example: "columns",
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
    {
        name: "step",
        about: ReaderKey::LinkStep,
        example: "7.3",
        read: |draft, value| {
            let (step, tap) = match value.split_once('.') {
                None => (value, None),
                Some((step, tap)) => (step, Some(tap)),
            };
            let read = |text| count(text).ok_or(Why::NotOneOf("0, 7, 7.3"));
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
        about: ReaderKey::LinkPicture,
        example: "order",
        read: |draft, value| {
            let topic = Topic::from_name(value);
            draft.shot.scene.view.picture = Some(topic.ok_or(Why::NotOneOf("groups, padding, stride, dilation, matrix"))?);
            Ok(())
        },
        write: |shot| shot.scene.view.picture.map(|topic| topic.name().to_owned()),
    },
    {
        name: "b",
        about: ReaderKey::LinkB,
        example: "layer=Conv2d(1,1,3)&flip=1",
        read: |draft, value| {
            draft.shot.scene.b = Some(beside(value)?);
            Ok(())
        },
        write: |shot| shot.scene.b.as_deref().map(written_beside),
    },
    {
        name: "speed",
        about: ReaderKey::LinkSpeed,
        example: "2",
        read: |draft, value| {
            let speed = read_number(value);
            draft.shot.scene.view.speed = speed
                .filter(|speed| View::SPEEDS.contains(speed))
                .ok_or(Why::NotOneOf("0.5, 1, 2, 4, 8"))?;
            Ok(())
        },
        write: |shot| {
            let speed = shot.scene.view.speed;
            (speed != View::default().speed).then(|| exact_number(speed))
        },
    },
    {
        name: "autoplay",
        about: ReaderKey::LinkAutoplay,
        example: "0",
        read: |draft, value| {
            draft.shot.scene.view.autoplay = switch(value)?;
            Ok(())
        },
        write: |shot| (!shot.scene.view.autoplay).then(|| "0".to_owned()),
    },
    {
        name: "theme",
        about: ReaderKey::LinkTheme,
        example: "dark",
        read: |draft, value| {
            draft.shot.scene.view.theme = Theme::from_name(value).ok_or(Why::NotOneOf("auto, light, dark"))?;
            Ok(())
        },
        write: |shot| {
            let theme = shot.scene.view.theme;
            (theme != Theme::Auto).then(|| theme.name().to_owned())
        },
    },
    {
        name: "embed",
        about: ReaderKey::LinkEmbed,
        example: "1",
        read: |draft, value| {
            draft.shot.scene.view.embed = switch(value)?;
            Ok(())
        },
        write: |shot| shot.scene.view.embed.then(|| "1".to_owned()),
    },
    {
        name: "hide",
        about: ReaderKey::LinkHide,
        example: "tools,facts",
        read: |draft, value| controls(value, |set| draft.shot.scene.view.hide = Some(set)),
        write: |shot| shot.scene.view.hide.map(Controls::written),
    },
    {
        name: "lock",
        about: ReaderKey::LinkLock,
        example: "stride,padding",
        read: |draft, value| controls(value, |set| draft.shot.scene.view.lock = set),
        write: |shot| {
            let lock = shot.scene.view.lock;
            (lock != Controls::NONE).then(|| lock.written())
        },
    },
}

/// A shape as it is written, `5x5`. Where the first layer takes any number of channels they can stand in front: `3_5x5`.
fn shape(value: &str, first: &LayerSpec) -> Option<(Option<i64>, Vec<usize>)> {
    const BETWEEN: &[char] = &['x', '×', ','];
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
