//! The layer on an image or a signal: a part that loads when it is first opened.
use crate::dom::{El, State};
use crate::page::Page;
use crate::part::{Known, Part};
use std::cell::RefCell;
use std::rc::Rc;
use story::{Change, Desk, Scene};

#[derive(Clone, Copy, Debug)]
pub struct Image {
    /// All of it, while it is open.
    pub panel: fn(Page, State<bool>) -> Vec<El>,
}

thread_local! {
    static KNOWN: Known<Image> = const { Known::new() };
}

pub static IMAGE: Part<Image> = Part(&KNOWN);

/// Is told of a scene.
type Told = Rc<dyn Fn(&Scene)>;

thread_local! {
    static FIRST: RefCell<Option<Told>> = const { RefCell::new(None) };
}

/// Who is told of a change's scene before the page shows it: what is computed elsewhere is so meanwhile.
pub fn tell_first(told: impl Fn(&Scene) + 'static) {
    FIRST.set(Some(Rc::new(told)));
}

/// As [`Desk::with_unlocked`].
pub fn change(desk: &Desk, change: Change) -> Desk {
    let desk = desk.with_unlocked(change);
    if let Some(told) = FIRST.with_borrow(Clone::clone) {
        told(&desk.scene);
    }
    desk
}
