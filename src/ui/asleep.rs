//! A card as it stood in the HTML, until it is first used: then the live one takes its place, and what a person did in
//! the meantime is done there: the focus, a click, a key, what was typed, ticked, opened or chosen.
use crate::dom::js::{get, set};
use crate::dom::life::Timer;
use crate::dom::{El, act, callback, root};
use crate::page::Page;
use crate::page::later::{Card, LATER, Later};
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

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
            Card::Below => ".below",
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
    let Some((card, owner)) = sleeping.and_then(|sleeping| sleeping.card(which)).zip(Owner::current()) else {
        return crate::dom::text("");
    };
    let sleeper = Rc::new(Sleeper {
        page,
        which,
        card,
        owner,
        hold: Cell::new(Hold::None),
        clicked: Cell::new(None),
        stepped: RefCell::default(),
        later: Cell::new(None),
    });
    let waking = sleeper.clone();
    LATER.once_there(move |later| {
        waking.later.set(Some(later));
        waking.wake();
    });
    let card = root(sleeper.card.clone().unchecked_into());
    SEEN.iter().fold(card, |card, name| {
        let sleeper = sleeper.clone();
        card.on(name, move |event: Event| Sleeper::see(&sleeper, &event))
    })
}

/// What a sleeping card follows.
const SEEN: [&str; 11] = [
    "pointerover",
    "pointerdown",
    "pointerup",
    "pointercancel",
    "pointerleave",
    "focusin",
    "focusout",
    "keydown",
    "keyup",
    "click",
    "change",
];

/// Why a card sleeps on though its live one could be there.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    None,
    /// Between a press and its click: what is pressed must be there when it comes.
    Press,
    /// The list of this `select` may stand open, and would close with it. It can be chosen from as it is.
    List(u32),
}

struct Sleeper {
    page: Page,
    which: Card,
    card: Element,
    /// The page, which the live card's signals belong to.
    owner: Owner,
    hold: Cell<Hold>,
    /// The button that was clicked last.
    clicked: Cell<Option<u32>>,
    /// Keys that step a number, and in which field.
    stepped: RefCell<Vec<(u32, Event)>>,
    later: Cell<Option<Later>>,
}

impl Sleeper {
    fn see(this: &Rc<Self>, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let control = target.and_then(|target| target.closest(CONTROLS).ok()?);
        let index = control.as_ref().and_then(|control| this.index_of(control));
        let tag = control.map(|control| control.tag_name()).unwrap_or_default();
        let list = index.filter(|_| tag == "SELECT").map(Hold::List);
        match &*event.type_() {
            "pointerdown" => this.hold.set(list.unwrap_or(Hold::Press)),
            "keydown" => {
                let key = event.unchecked_ref::<KeyboardEvent>().key();
                match (&*key, list, index) {
                    ("Tab", ..) => {}
                    (_, Some(list), _) => this.hold.set(list),
                    (" ", ..) => this.hold.set(Hold::Press),
                    ("ArrowUp" | "ArrowDown", _, Some(index)) if tag == "INPUT" => {
                        this.stepped.borrow_mut().push((index, event.clone()));
                    }
                    _ => {}
                }
            }
            "click" => {
                if tag == "BUTTON" {
                    this.clicked.set(index);
                }
                // What a click does by itself, it does after this.
                if this.hold.get() == Hold::None {
                    this.hold.set(Hold::Press);
                }
                Self::release(this, Hold::Press);
            }
            "change" => Self::release(this, this.hold.get()),
            "focusout" => {
                if let Some(list) = list {
                    Self::release(this, list);
                }
                return;
            }
            "pointerup" | "pointercancel" | "pointerleave" | "keyup" => {
                Self::release(this, Hold::Press);
                return;
            }
            _ => {}
        }
        LATER.ask();
    }

    /// Holds the card no longer, as soon as the event at hand and those that come with it are over.
    fn release(this: &Rc<Self>, hold: Hold) {
        if this.hold.get() != hold {
            return;
        }
        let timer: Rc<Cell<Option<Timer>>> = Rc::default();
        let (waking, own) = (this.clone(), timer.clone());
        timer.set(Timer::every(
            0,
            &callback(act(move |_| {
                own.set(None);
                if waking.hold.get() == hold {
                    waking.hold.set(Hold::None);
                    waking.wake();
                }
            })),
        ));
    }

    fn wake(&self) {
        let Some(later) = self.later.get().filter(|_| self.hold.get() == Hold::None) else {
            return;
        };
        self.later.set(None);
        let live = self.owner.with(|| (later.card)(self.which, self.page));
        let active = self
            .card
            .owner_document()
            .and_then(|document| document.active_element());
        let focused = active.and_then(|active| self.index_of(&active));
        let controls = live.element().query_selector_all(CONTROLS).ok();
        let control = |index: u32| -> Option<HtmlInputElement> {
            // Not all of them are inputs; what is asked of them, those have too that it is asked of.
            Some(controls.as_ref()?.item(index)?.unchecked_into())
        };
        // It stands in the page: what was made of it goes with it.
        let _ = self.card.replace_with_with_node_1(live.element());
        if let Some(control) = focused.and_then(control) {
            let _ = control.focus();
        }
        let mut index = 0;
        while let Some((old, new)) = self.control(index).zip(control(index)) {
            carry(&old, &new);
            index += 1;
        }
        for (index, key) in self.stepped.take() {
            if let Some(control) = control(index) {
                let _ = control.dispatch_event(&key);
            }
        }
        if let Some(control) = self.clicked.get().and_then(control) {
            control.click();
        }
    }

    fn control(&self, index: u32) -> Option<HtmlInputElement> {
        let controls = self.card.query_selector_all(CONTROLS).ok()?;
        Some(controls.item(index)?.unchecked_into())
    }

    fn index_of(&self, element: &Element) -> Option<u32> {
        let mut index = 0;
        while let Some(control) = self.control(index) {
            if control.is_same_node(Some(element)) {
                return Some(index);
            }
            index += 1;
        }
        None
    }
}

/// Brings what a person has changed of a sleeping control to the live one.
fn carry(old: &HtmlInputElement, new: &HtmlInputElement) {
    let is_open = |summary: &Element| {
        let parent = summary.parent_element();
        parent.is_some_and(|parent| parent.has_attribute("open"))
    };
    match &*old.tag_name() {
        "BUTTON" => {}
        "SUMMARY" => {
            if is_open(old) != is_open(new) {
                new.click();
            }
        }
        _ => {
            if old.checked() != new.checked() {
                new.click();
            }
            if old.value() != new.value() {
                new.set_value(&old.value());
                for name in ["input", "change"] {
                    if let Ok(event) = Event::new(name) {
                        let _ = new.dispatch_event(&event);
                    }
                }
                // Where the person goes on typing. A list has no such place.
                for edge in ["selectionStart", "selectionEnd"] {
                    set(new, edge, &get(old, edge));
                }
            }
        }
    }
}
