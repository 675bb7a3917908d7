//! A card as it stood in the HTML, until it is first used: then the live one takes its place, and what was just clicked
//! or has the focus is clicked or gets it there.
use crate::dom::life::Timer;
use crate::dom::{El, act, callback, root};
use crate::page::Page;
use crate::page::later::{Card, LATER, Later};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// What can be clicked or focused. Sleeping and live card have the same ones in the same order.
const CONTROLS: &str = "input, select, button, summary";

/// The cards as they stand in the HTML, taken out before the page is put in its place.
#[derive(Debug)]
pub struct Sleeping(Element);

impl Sleeping {
    pub fn of(root: &Element) -> Option<Self> {
        // It lives on apart from what is about to be overwritten.
        let shell = root.query_selector(".shell").ok()??;
        shell.remove();
        Some(Self(shell))
    }

    fn card(&self, card: Card) -> Option<Element> {
        let class = match card {
            Card::Theme => ".theme",
            Card::Layer => ".layer",
            Card::About => ".about",
            Card::Ways => ".ways",
        };
        self.0.query_selector(class).ok().flatten()
    }
}

/// The live card if it can be made now, else the sleeping one.
pub fn asleep(page: Page, sleeping: Option<&Sleeping>, which: Card) -> El {
    if let Some(later) = LATER.now() {
        return (later.card)(which, page);
    }
    let Some(card) = sleeping.and_then(|sleeping| sleeping.card(which)) else {
        return crate::dom::text("");
    };
    let sleeper = Rc::new(Sleeper {
        page,
        which,
        card,
        pressed: Cell::new(false),
        clicked: Cell::new(None),
        later: Cell::new(None),
    });
    let waking = sleeper.clone();
    LATER.once_there(move |later| {
        waking.later.set(Some(later));
        waking.wake();
    });
    let card = root(sleeper.card.clone().unchecked_into());
    let (down, clicked) = (sleeper.clone(), sleeper.clone());
    card.on("pointerover", |_: Event| LATER.ask())
        .on("focusin", |_: Event| LATER.ask())
        .on("pointerdown", move |_: Event| {
            LATER.ask();
            down.pressed.set(true);
        })
        .on("click", move |event: Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            clicked.clicked.set(target.and_then(|target| clicked.index_of(&target)));
        })
        .on("pointerup", Sleeper::released(&sleeper))
        .on("pointercancel", Sleeper::released(&sleeper))
}

struct Sleeper {
    page: Page,
    which: Card,
    card: Element,
    /// Between a press and its click: the card that is pressed must be there when it comes.
    pressed: Cell<bool>,
    /// The control that was clicked.
    clicked: Cell<Option<u32>>,
    later: Cell<Option<Later>>,
}

impl Sleeper {
    /// The click comes after this event: what it leaves behind waits for it.
    fn released(sleeper: &Rc<Self>) -> impl Fn(Event) + 'static {
        let sleeper = sleeper.clone();
        move |_| {
            let timer: Rc<Cell<Option<Timer>>> = Rc::default();
            let (waking, own) = (sleeper.clone(), timer.clone());
            timer.set(Timer::every(
                0,
                &callback(act(move |_| {
                    own.set(None);
                    waking.pressed.set(false);
                    waking.wake();
                })),
            ));
        }
    }

    fn wake(&self) {
        let Some(later) = self.later.get().filter(|_| !self.pressed.get()) else {
            return;
        };
        self.later.set(None);
        let live = (later.card)(self.which, self.page);
        let focused = self
            .card
            .owner_document()
            .and_then(|document| document.active_element());
        let focused = focused.and_then(|focused| self.index_of(&focused));
        // It stands in the page: what was made of it goes with it.
        let _ = self.card.replace_with_with_node_1(live.element());
        let control = |index: u32| -> Option<HtmlElement> {
            let controls = live.element().query_selector_all(CONTROLS).ok()?;
            Some(controls.item(index)?.unchecked_into())
        };
        if let Some(control) = focused.and_then(control) {
            let _ = control.focus();
        }
        if let Some(control) = self.clicked.get().and_then(control) {
            control.click();
        }
    }

    fn index_of(&self, element: &Element) -> Option<u32> {
        let control = element.closest(CONTROLS).ok()??;
        let controls = self.card.query_selector_all(CONTROLS).ok()?;
        (0..controls.length()).find(|&index| {
            controls
                .item(index)
                .is_some_and(|node| node.is_same_node(Some(&control)))
        })
    }
}
