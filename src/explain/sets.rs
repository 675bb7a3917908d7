//! The sets of pictures: each is a part that loads when its first picture is opened.
use crate::dom::State;
use crate::part::{Fetch, Known, Part};
use picture::explain::{Picture, Pictures, Set};
use story::Topic;

thread_local! {
    static CHANNELS: Known<Pictures> = const { Known::new() };
    static WINDOWS: Known<Pictures> = const { Known::new() };
    static NUMBERS: Known<Pictures> = const { Known::new() };
    static TABLES: Known<Pictures> = const { Known::new() };
}

fn part(set: Set) -> &'static Part<Pictures> {
    match set {
        Set::Channels => &Part(&CHANNELS),
        Set::Windows => &Part(&WINDOWS),
        Set::Numbers => &Part(&NUMBERS),
        Set::Tables => &Part(&TABLES),
    }
}

/// Says how they are fetched.
pub fn fetched_by(fetch: fn(Set) -> Fetch<Pictures>) {
    for set in Set::ALL {
        part(set).fetched_by(fetch(set));
    }
}

/// A topic's picture, if it is there.
pub fn now(topic: Topic) -> Option<Picture> {
    let Pictures(of) = part(Set::of(topic)).now()?;
    of(topic)
}

/// Asks for a topic's picture; `arrived` changes when it is there.
pub fn ask(topic: Topic, arrived: State<()>) {
    if now(topic).is_none() {
        part(Set::of(topic)).with(move |_| arrived.try_set(()));
    }
}
