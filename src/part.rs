//! A part of the page that loads when it is first used: who waits for it, and how it is fetched.
use std::cell::{Cell, RefCell};
use std::fmt;
use std::thread::LocalKey;

/// Is told of a part, or that it cannot be had.
pub type Act<T> = Box<dyn FnOnce(Option<T>)>;

/// How a part is fetched. Nothing comes where it cannot be had.
#[derive(Clone, Copy, Debug)]
pub struct Fetch<T> {
    pub soon: fn(Act<T>),
    /// While everything waits.
    pub now: fn() -> Option<T>,
}

/// What is known of a part: `T` is what it can do, as functions.
pub struct Known<T> {
    there: Cell<Option<T>>,
    waiting: RefCell<Vec<Waiting<T>>>,
    fetching: Cell<bool>,
    fetch: Cell<Option<Fetch<T>>>,
}

impl<T> fmt::Debug for Known<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Known").finish_non_exhaustive()
    }
}

/// What runs when the part comes; and whether it goes on waiting where the part cannot be had.
struct Waiting<T> {
    act: Act<T>,
    patient: bool,
}

impl<T> Known<T> {
    pub const fn new() -> Self {
        Self {
            there: Cell::new(None),
            waiting: RefCell::new(Vec::new()),
            fetching: Cell::new(false),
            fetch: Cell::new(None),
        }
    }
}

/// A part, to be asked for.
#[derive(Debug)]
pub struct Part<T: 'static>(pub &'static LocalKey<Known<T>>);

impl<T: Copy + 'static> Part<T> {
    /// Says how it is fetched.
    pub fn fetched_by(&self, fetch: Fetch<T>) {
        self.0.with(|known| known.fetch.set(Some(fetch)));
    }

    fn fetch(&self) -> Option<Fetch<T>> {
        self.0.with(|known| known.fetch.get())
    }

    /// The part, if it is there.
    pub fn now(&self) -> Option<T> {
        self.0.with(|known| known.there.get())
    }

    /// Runs `act` with the part: now if it is there, else as soon as somebody asked for it and it came.
    pub fn once_there(&'static self, act: impl FnOnce(T) + 'static) {
        match self.now() {
            Some(part) => act(part),
            None => self.wait(Box::new(if_there(act)), true),
        }
    }

    /// Runs `act` with the part, which is asked for where it is not there yet; not at all where it cannot be had.
    pub fn with(&'static self, act: impl FnOnce(T) + 'static) {
        self.try_with(if_there(act));
    }

    /// The same, but `act` is told where the part cannot be had.
    pub fn try_with(&'static self, act: impl FnOnce(Option<T>) + 'static) {
        match self.now() {
            Some(part) => act(Some(part)),
            None => {
                self.wait(Box::new(act), false);
                self.ask();
            }
        }
    }

    fn wait(&self, act: Act<T>, patient: bool) {
        self.0
            .with(|known| known.waiting.borrow_mut().push(Waiting { act, patient }));
    }

    /// Asks for the part.
    pub fn ask(&'static self) {
        if self.now().is_some() || self.0.with(|known| known.fetching.replace(true)) {
            return;
        }
        if let Some(fetch) = self.fetch() {
            (fetch.soon)(Box::new(|part| self.arrived(part)));
        }
    }

    /// The part, fetched while everything waits where it is not there yet.
    pub fn at_once(&self) -> Option<T> {
        if self.now().is_none()
            && let Some(fetch) = self.fetch()
        {
            self.arrived((fetch.now)());
        }
        self.now()
    }

    fn arrived(&self, part: Option<T>) {
        // It may have come by two ways.
        let part = part.or(self.now());
        let waiting = self.0.with(|known| {
            // Where it could not be had, the next one who asks tries again.
            known.fetching.set(false);
            known.there.set(part);
            let due = |waiting: &mut Waiting<T>| part.is_some() || !waiting.patient;
            known.waiting.borrow_mut().extract_if(.., due).collect::<Vec<_>>()
        });
        for waiting in waiting {
            (waiting.act)(part);
        }
    }
}

fn if_there<T>(act: impl FnOnce(T)) -> impl FnOnce(Option<T>) {
    |part| {
        if let Some(part) = part {
            act(part);
        }
    }
}
