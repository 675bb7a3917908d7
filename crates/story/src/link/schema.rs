//! The parameters of a link, one entry each.
use super::reading::{Draft, numbers, roomy, switch};
use super::writing::{compact, edits, usual_size};
use super::{Shot, Why};
use crate::number::count;
use crate::scene::{Fill, Theme};
use crate::text::ReaderKey;
use crate::{Cursor, Order, Scene, Tensor, Topic, View, args, exact_number, read_number};
use conv::LayerSpec;
use conv::text::{joined, signed};

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
            let spec = LayerSpec::parse(value).map_err(Why::Layer)?;
            let size = &mut draft.shot.scene.net_mut().size;
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
    {
        name: "shape",
        about: ReaderKey::LinkShape,
        example: "5x5",
        read: |draft, value| {
            let examples = Why::NotOneOf("6, 5x5, 4x4x4");
            let mut sizes: Vec<usize> = Vec::new();
            const BETWEEN: &[char] = &['x', '×', ','];
            for size in value.split(BETWEEN) {
                let Some(size) = count(size.trim()) else {
                    return Err(examples);
                };
                sizes.push(size);
            }
            if sizes.len() != draft.shot.scene.spec().rank() {
                return Err(examples);
            }
            draft.shot.scene.net_mut().size = sizes;
            draft.sized = true;
            Ok(())
        },
        write: |shot| {
            let size = &shot.scene.net.size;
            (*size != usual_size(&shot.scene)).then(|| joined(&signed(size), "x"))
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
                draft.shot.scene.net_mut().size = numbers.size(draft.shot.scene.spec().rank());
            }
            Ok(())
        },
        write: |shot| edits(&shot.scene, Tensor::Input),
    },
    {
        name: "weight",
        about: ReaderKey::LinkWeight,
        example: "1,0,-1;2,0,-2;1,0,-1",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Weight, value)?;
            draft.shot.scene.stage_mut().weight = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene, Tensor::Weight),
    },
    {
        name: "bias",
        about: ReaderKey::LinkBias,
        example: "1,-2",
        read: |draft, value| {
            let numbers = numbers(draft, Tensor::Bias, value)?;
            draft.shot.scene.stage_mut().bias = numbers.edits();
            Ok(())
        },
        write: |shot| edits(&shot.scene, Tensor::Bias),
    },
}

// How it is shown.
entries! { VIEW VIEW_READ VIEW_WRITE
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
}
