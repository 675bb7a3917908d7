//! What an explaining picture follows.
use crate::dom::{Derived, State};
use crate::explain::sets;
use crate::page::Page;
use leptos::prelude::untrack;
use picture::explain::{Ask, Drawing, Picture};
use picture::{Layout, Mark};
use std::sync::Arc;
use story::{Scene, Timeline, Topic};

/// The page, what of it is asked, and how much room there is.
#[derive(Clone, Copy)]
pub struct Seen {
    page: Page,
    topic: Derived<Option<Topic>>,
    /// The film of the scene to compare with.
    beside: Derived<Option<Timeline>>,
    space: State<(f32, f32)>,
}

impl Seen {
    pub fn new(page: Page, topic: Derived<Option<Topic>>, space: State<(f32, f32)>) -> Self {
        let pinned = Derived::new(move || {
            page.scene
                .with(|scene| (scene.b.clone(), scene.view.order, scene.net.seed))
        });
        let beside = Derived::uncompared(move || {
            pinned.with(|_| ());
            page.scene.with_untracked(Scene::beside)
        });
        Self {
            page,
            topic,
            beside,
            space,
        }
    }

    /// The picture of this step; none where there is nothing to show.
    pub fn drawing(self) -> Derived<Option<Arc<Drawing>>> {
        Derived::uncompared(move || self.ask(|picture, ask| Arc::new(picture.draw(ask))))
    }

    /// Where the whole films in it are.
    pub fn layouts(self) -> Derived<Vec<Layout>> {
        Derived::new(move || self.ask(Picture::layouts).unwrap_or_default())
    }

    /// What lies beneath it. It follows the films and their layouts, not the step.
    pub fn ground(self, layouts: Derived<Vec<Layout>>) -> Option<Vec<Mark>> {
        self.page.timeline.with(|_| ());
        self.beside.with(|_| ());
        layouts.with(|layouts| {
            let ground = |picture: Picture, ask: &Ask<'_>| picture.ground(ask, layouts);
            untrack(|| self.ask(ground))
        })
    }

    fn ask<R>(self, make: impl FnOnce(Picture, &Ask<'_>) -> R) -> Option<R> {
        let (width, _) = self.space.get();
        let pointed = self.page.pointed.get();
        let picture = sets::now(self.topic.get()?)?;
        self.page.frame.with(|frame| {
            let frame = frame.as_ref().filter(|_| width > 0.0)?;
            let beside = self
                .beside
                .with(|timeline| timeline.as_ref().map(|timeline| timeline.at(frame.cursor)));
            Some(self.page.scene.with(|scene| {
                let ask = Ask {
                    scene,
                    frame,
                    beside: beside.as_ref(),
                    pointed,
                    width,
                };
                make(picture, &ask)
            }))
        })
    }
}
