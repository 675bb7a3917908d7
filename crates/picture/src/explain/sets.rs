//! The pictures in sets of some that go together, so that each set can load when its first picture is opened.
use super::{
    Picture, channels, compare, dilation, feeds, flip, groups, matching, matrix, order, padding, pointwise, pooling,
    separable, signal, stack, stride, transposed,
};
use story::Topic;

/// A set of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// What happens between channels.
    Channels,
    /// Where windows are, and what they read.
    Windows,
    /// What the numbers mean, and layers seen from further away.
    Numbers,
    /// The layer written out.
    Tables,
}

/// The pictures of a set, by topic; none for a topic of another set.
#[derive(Clone, Copy, Debug)]
pub struct Pictures(pub fn(Topic) -> Option<Picture>);

impl Set {
    pub const ALL: [Self; 4] = [Self::Channels, Self::Windows, Self::Numbers, Self::Tables];

    /// Its name, as a part of the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Channels => "channels",
            Self::Windows => "windows",
            Self::Numbers => "numbers",
            Self::Tables => "tables",
        }
    }

    /// The set that a topic's picture is in.
    pub fn of(topic: Topic) -> Self {
        match topic {
            Topic::Channels | Topic::Groups | Topic::Pointwise | Topic::Separable => Self::Channels,
            Topic::Padding | Topic::Stride | Topic::Dilation | Topic::Flip | Topic::Feeds => Self::Windows,
            Topic::Match | Topic::Signal | Topic::Order | Topic::Pooling | Topic::Stack | Topic::Compare => {
                Self::Numbers
            }
            Topic::Transposed | Topic::Matrix => Self::Tables,
        }
    }

    pub fn channels(topic: Topic) -> Option<Picture> {
        Some(match topic {
            Topic::Channels => channels::PICTURE,
            Topic::Groups => groups::PICTURE,
            Topic::Pointwise => pointwise::PICTURE,
            Topic::Separable => separable::PICTURE,
            _ => return None,
        })
    }

    pub fn windows(topic: Topic) -> Option<Picture> {
        Some(match topic {
            Topic::Padding => padding::PICTURE,
            Topic::Stride => stride::PICTURE,
            Topic::Dilation => dilation::PICTURE,
            Topic::Flip => flip::PICTURE,
            Topic::Feeds => feeds::PICTURE,
            _ => return None,
        })
    }

    pub fn numbers(topic: Topic) -> Option<Picture> {
        Some(match topic {
            Topic::Match => matching::PICTURE,
            Topic::Signal => signal::PICTURE,
            Topic::Order => order::PICTURE,
            Topic::Pooling => pooling::PICTURE,
            Topic::Stack => stack::PICTURE,
            Topic::Compare => compare::PICTURE,
            _ => return None,
        })
    }

    pub fn tables(topic: Topic) -> Option<Picture> {
        Some(match topic {
            Topic::Transposed => transposed::PICTURE,
            Topic::Matrix => matrix::PICTURE,
            _ => return None,
        })
    }
}

impl Picture {
    /// Any topic's picture, where all sets are there at once.
    pub fn of(topic: Topic) -> Option<Self> {
        let set = match Set::of(topic) {
            Set::Channels => Set::channels,
            Set::Windows => Set::windows,
            Set::Numbers => Set::numbers,
            Set::Tables => Set::tables,
        };
        set(topic)
    }
}
