//! The places to paste into.
use crate::composer::choice;
use crate::composer::draft::Draft;
use crate::dom::{El, el, text};
use story::snippet::Host;
use story::text::{ComposerKey, say};
use story::words;

pub fn hosts(draft: Draft) -> El {
    let Draft { host, .. } = draft;
    let choices = Host::ALL.map(|place| {
        let [name, _] = words::compose::host(place);
        choice(
            "composer-host",
            text(say(name)),
            move || host.get() == place,
            move || host.set(place),
        )
    });
    el("div.composer-picks")
        .attrs(&[("role", "radiogroup"), ("aria-label", say(ComposerKey::Place))])
        .children(choices.into())
}
