//! The explaining pictures: a part that loads when the first one is asked for.
use crate::controls::loaded::loaded;
use crate::controls::shown::{governed, is_locked};
use crate::dom::{El, el};
use crate::page::Page;
use crate::part::{Known, Part};
use conv::Field;
use leptos::prelude::{document, untrack};
use picture::explain::Explained;
use picture::explain::Set;
use story::{Control, Scene, Topic};

#[derive(Clone, Copy, Debug)]
pub struct Explain {
    /// The picture that is open, and what belongs to it.
    pub card: fn(Page) -> Vec<El>,
    /// The same picture in a width, where it is there.
    pub drawing: fn(Page, f32) -> Option<Explained>,
}

thread_local! {
    static KNOWN: Known<Explain> = const { Known::new() };
}

pub static EXPLAIN: Part<Explain> = Part(&KNOWN);

/// Where the picture stands, if one is open.
pub fn place(page: Page) -> Vec<El> {
    let card = move || vec![el("div").live(loaded(&EXPLAIN, move |explain| (explain.card)(page)))];
    let place = el("div.explain-place").show(move || is_open(page), card);
    vec![governed(Control::Explain, place)]
}

pub fn is_open(page: Page) -> bool {
    page.scene.with(|scene| scene.view.picture.is_some())
}

/// Opens a topic's picture, or (with `None`) closes what is open.
pub fn open(page: Page, topic: Option<Topic>) {
    if untrack(|| is_locked(page, Control::Explain)) {
        return;
    }
    page.set_view(|view| view.picture = topic);
}

/// Whether a topic's picture is of a scene and can be had. The page in one file lacks some: it names in `data-without`
/// what is not inside.
pub fn is_offered(topic: Topic, scene: &Scene) -> bool {
    let root = document().document_element();
    let without = root
        .and_then(|root| root.get_attribute("data-without"))
        .unwrap_or_default();
    topic.fits(scene.spec()) && without.split(' ').all(|name| name != Set::of(topic).name())
}

/// The topic that explains an argument, if there is one.
pub fn topic_of(scene: &Scene, field: Field) -> Option<Topic> {
    Topic::of(field, scene.spec()).filter(|topic| is_offered(*topic, scene))
}

/// Takes an argument in hand. An open picture follows what is being changed.
pub fn take(page: Page, field: Field) {
    page.hand.set(Some(field));
    let open_now = page.scene.with_untracked(|scene| scene.view.picture);
    let topic = page.scene.with_untracked(|scene| topic_of(scene, field));
    if open_now.is_some() && topic.is_some() && topic != open_now {
        open(page, topic);
    }
}
