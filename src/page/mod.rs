//! What is shown, as signals: the scene and the cursor are written, all else follows from them.
mod governed;
pub mod later;

pub use governed::governed;

use crate::dom::{Derived, State};
use crate::page::later::{LATER, Later};
use conv::{Field, Op, Plan};
use leptos::prelude::untrack;
use std::sync::Arc;
use story::link::Shot;
use story::{Cell, Change, Cursor, Desk, Frame, Net, Scene, Showing, Timeline, View, Wrong};

/// The page's state, which every part of it is given.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    desk: State<Desk>,
    cursor: State<Cursor>,
    pub playing: State<bool>,
    is_whole: State<bool>,
    /// The cell that a person points at or has the focus in.
    pub pointed: State<Option<Cell>>,
    /// The argument that a person set last: the stage lights what it governs.
    pub hand: State<Option<Field>>,
    /// The step that was asked for last where there is none: beyond the end, or before the start.
    pub beyond: State<Option<i64>>,
    pub scene: Derived<Scene>,
    /// The scene that the controls show: what was tried where it cannot be.
    pub draft: Derived<Scene>,
    /// What was tried and cannot be, if anything.
    pub wrong: Derived<Option<Wrong>>,
    pub showing: Derived<Option<Showing>>,
    pub timeline: Derived<Option<Timeline>>,
    pub frame: Derived<Option<Arc<Frame>>>,
}

impl Page {
    pub fn new(shot: Shot) -> Self {
        let desk = State::new(Desk {
            scene: shot.scene,
            ..Desk::default()
        });
        let cursor = State::new(shot.cursor);
        let scene = Derived::uncompared(move || desk.with(|desk| desk.scene.clone()));
        let draft = Derived::uncompared(move || desk.with(|desk| desk.draft().clone()));
        let wrong =
            Derived::uncompared(move || desk.with(|desk| desk.attempt.as_ref().map(|attempt| attempt.wrong.clone())));
        let numbers =
            Derived::new(move || scene.with(|scene| Numbers(scene.net.clone(), scene.view.flip, scene.view.stage)));
        let showing = Derived::uncompared(move || {
            numbers.with(|_| ());
            match LATER.now() {
                Some(later) => scene.with_untracked(later.show),
                // Until the part is there that changes scenes, nothing differs from a fresh page.
                None => Some(Showing::opening()),
            }
        });
        let ordered = Derived::new(move || scene.with(|scene| (scene.view.order, scene.net.seed)));
        let timeline = Derived::uncompared(move || {
            let (order, seed) = ordered.get();
            showing.with(|showing| match showing {
                Some(Showing::Film(film)) => Some(Timeline::new(Arc::clone(film), order, seed)),
                _ => None,
            })
        });
        // Each cursor has a frame of its own: comparing two costs more than it saves.
        let frame = Derived::uncompared(move || {
            let cursor = cursor.get();
            timeline.with(|timeline| timeline.as_ref().map(|timeline| Arc::new(timeline.at(cursor))))
        });
        let is_whole = State::new(LATER.now().is_some());
        LATER.once_there(move |_| is_whole.try_set(true));
        let (playing, pointed, hand) = (State::new(false), State::new(None), State::new(None));
        let beyond = State::new(None);
        Self {
            desk,
            cursor,
            playing,
            is_whole,
            pointed,
            hand,
            beyond,
            scene,
            draft,
            wrong,
            showing,
            timeline,
            frame,
        }
    }

    /// The part of the page that comes later, once it is there; what reads it follows its coming.
    pub fn later(self) -> Option<Later> {
        self.is_whole.get();
        LATER.now()
    }

    pub fn shot(self) -> Shot {
        Shot {
            scene: self.scene.get_untracked(),
            cursor: self.cursor.get_untracked(),
        }
    }

    /// Shows another scene; playing stops.
    pub fn show(self, shot: Shot) {
        self.pause();
        let before = Some(self.scene.with_untracked(Scene::pinned));
        self.desk.set(Desk {
            scene: shot.scene,
            attempt: None,
            before,
        });
        self.cursor.set(shot.cursor);
        self.pointed.set(None);
    }

    pub fn change(self, change: Change) {
        LATER.with(move |later| self.desk.update(|desk| *desk = (later.change)(desk, change)));
    }

    /// What was computed before the last change of it.
    pub fn before(self) -> Option<Arc<Scene>> {
        self.desk.with_untracked(|desk| desk.before.clone())
    }

    /// What the layer that is tried is.
    pub fn op(self) -> Derived<Op> {
        Derived::new(move || self.draft.with(|scene| scene.spec().op))
    }

    /// Forgets what was tried.
    pub fn drop_attempt(self) {
        self.desk.update(|desk| *desk = desk.dropped());
    }

    pub fn set_view(self, change: impl FnOnce(&mut View)) {
        self.desk.update(|desk| {
            change(&mut desk.scene.view);
            if let Some(attempt) = &mut desk.attempt {
                attempt.scene.view = desk.scene.view.clone();
            }
        });
    }

    /// The plan of the scene that is shown.
    pub fn plan(self) -> Option<Plan> {
        self.showing.with(|showing| match showing {
            Some(Showing::Film(film)) => Some(film.plan.clone()),
            Some(Showing::Shapes(plan, _)) => Some((**plan).clone()),
            None => None,
        })
    }

    /// The cursor, within the film; at the start where there is none.
    pub fn cursor(self) -> Cursor {
        let cursor = self.cursor.get();
        self.timeline.with(|timeline| {
            timeline
                .as_ref()
                .map(|timeline| timeline.clamp(cursor))
                .unwrap_or_default()
        })
    }

    pub fn seek(self, cursor: Cursor) {
        self.cursor.set(cursor);
    }

    /// So many steps on, or back; at the end of one layer's film in the next one's. Tells whether there was such a step.
    pub fn step(self, by: i64) -> bool {
        let cursor = untrack(|| self.cursor());
        let moved = self
            .timeline
            .with_untracked(|timeline| timeline.as_ref().map(|timeline| timeline.moved(cursor, by)));
        let goes = match moved {
            Some(moved) if moved != cursor => {
                self.cursor.set(moved);
                return true;
            }
            _ if by.unsigned_abs() >= FAR => return false,
            // Also where there is no film: the layer next to it may have one.
            _ => LATER.now().is_some_and(|later| (later.beyond)(self, by > 0)),
        };
        if !goes {
            self.beyond.set(Some(by));
        }
        goes
    }

    /// So many rows on, or back.
    pub fn row(self, by: i64) -> bool {
        let row = self.timeline.with_untracked(|timeline| {
            let taps = |timeline: &Timeline| {
                if self.cursor.get_untracked().tap.is_some() {
                    timeline.taps().max(1)
                } else {
                    1
                }
            };
            timeline.as_ref().map_or(1, |timeline| timeline.row() * taps(timeline))
        });
        self.step(by * row as i64)
    }

    pub fn to_start(self) -> bool {
        self.step(-(FAR as i64))
    }

    pub fn to_end(self) -> bool {
        self.step(FAR as i64)
    }

    /// Steps by single products, or by whole cells.
    pub fn set_taps(self, taps: bool) {
        self.cursor.update(|cursor| cursor.tap = taps.then_some(0));
    }

    /// Whether there is no step after this one, also of no later layer.
    pub fn at_end(self) -> bool {
        let cursor = self.cursor();
        let is_last = self.scene.with(|scene| scene.view.stage + 1 >= scene.net.stages.len());
        self.timeline.with(|timeline| {
            timeline
                .as_ref()
                .is_none_or(|timeline| is_last && timeline.moved(cursor, 1) == cursor)
        })
    }

    /// Plays on, from the start where the film is over; or stands still.
    pub fn play(self, on: bool) {
        if on && untrack(|| self.at_end()) {
            self.to_start();
        }
        self.playing.set(on);
    }

    /// Stands still. What follows the playing is told only where there was any.
    pub fn pause(self) {
        if self.playing.get_untracked() {
            self.playing.set(false);
        }
    }

    /// What the clock does: one step on, and a stop at the end.
    pub fn tick(self) {
        self.step(1);
        if untrack(|| self.at_end()) {
            self.pause();
        }
    }
}

/// More steps than any film has.
const FAR: u64 = 1 << 62;

/// What a scene's numbers follow from: how it is shown changes none of them, the kernel's mirroring and the layer in hand
/// apart.
struct Numbers(Arc<Net>, bool, usize);

impl PartialEq for Numbers {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) && self.1 == other.1 && self.2 == other.2
    }
}
