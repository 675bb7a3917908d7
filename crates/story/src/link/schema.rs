//! The parameters of a link, one entry each.
use super::kind::Kind;
use super::lessons::{try_own, written_own};
use super::reading::{Bad, Draft, beside, controls, numbers, shape, switch};
use super::writing::{beside as written_beside, compact, edits, usual_size};
use super::{Shot, Why};
use crate::lesson::Place;
use crate::number::count;
use crate::text::LinkKey;
use crate::{Controls, Cursor, Net, Order, Scene, Tensor, Topic, View, exact_number, read_number, roomy};
use crate::{Fill, Lang, Theme};
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
    ($({
        name: $name:literal,
        about: $about:expr,
        kind: $kind:expr,
        default: $default:expr,
        example: $example:literal,
        read: $read:expr,
        write: $write:expr,
    },)*) => {
            pub const NAMES: &[&str] = &[$($name,)*];
            pub const KINDS: &[Kind] = &[$($kind,)*];
            pub const READ: &[Read] = &[$($read,)*];
            pub const WRITE: &[Write] = &[$($write,)*];
            pub const TOLD: &[(LinkKey, Option<&str>, &str)] = &[$(($about, $default, $example),)*];
    };
}

pub(super) mod content;
pub(super) mod view;

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
