//! What is being composed.
use crate::controls::services;
use crate::dom::{Derived, State};
use crate::page::Page;
use conv::sequential;
use story::lesson::OwnStep;
use story::link::{self, Shot};
use story::snippet::{Embed, Host, snippet};
use story::text::{ComposerKey, fill, say};
use story::{Cursor, Scene, View};

#[derive(Clone, Copy, Debug)]
pub struct Draft {
    pub page: Page,
    /// What is hidden and locked, whether it plays, and its colours; all else of the view is the page's.
    pub view: State<View>,
    /// Whether it begins at the step that the page is at.
    pub here: State<bool>,
    pub host: State<Host>,
    /// The width that it is looked at, and the height that it has then, in CSS pixels.
    pub width: State<u32>,
    pub height: State<u32>,
    /// A lesson of the author's own; where it has steps, it is what is embedded.
    pub steps: State<Vec<OwnStep>>,
    /// Whether links know of the lessons.
    pub taught: State<bool>,
    pub shot: Derived<Shot>,
}

impl Draft {
    /// It begins where the page is, as it is.
    pub fn new(page: Page) -> Self {
        let view = page.scene.with_untracked(|scene| View {
            embed: true,
            ..scene.view.clone()
        });
        let (view, here) = (State::new(view), State::new(false));
        let own = page.scene.with_untracked(|scene| link::own(&scene.view.own));
        let (steps, taught) = (State::new(own), State::new(false));
        let shot = Derived::new(move || {
            taught.get();
            let lesson = steps.with(|steps| link::first(steps));
            let Shot { scene, cursor } = lesson.unwrap_or_else(|| Shot {
                scene: page.scene.get(),
                cursor: if here.get() { page.cursor() } else { Cursor::default() },
            });
            let view = with_choices(&scene.view, &view.get());
            Shot {
                scene: Scene { view, ..scene },
                cursor,
            }
        });
        Self {
            page,
            view,
            here,
            host: State::new(Host::Iframe),
            width: State::new(720),
            height: State::new(480),
            steps,
            taught,
            shot,
        }
    }

    /// What is pasted.
    pub fn snippet(self) -> String {
        let (host, height) = (self.host.get(), self.height.get());
        self.with(|embed| snippet(host, &Embed { height, ..*embed }))
    }

    /// The address of what is embedded.
    pub fn address(self) -> String {
        self.with(|embed| embed.address(true))
    }

    /// The link to the whole page.
    pub fn link(self) -> String {
        self.with(|embed| snippet(Host::Link, embed))
    }

    /// What a screen reader calls the embed.
    pub fn title(self) -> String {
        let line = if self.steps.with(Vec::is_empty) {
            self.page.scene.with(|scene| sequential::line(&scene.net.specs()))
        } else {
            say(ComposerKey::OwnTitle).to_owned()
        };
        fill(ComposerKey::FrameTitle, &[("layer", &line)])
    }

    fn with(self, write: impl FnOnce(&Embed<'_>) -> String) -> String {
        let (page, title) = ((services().page)(), self.title());
        self.shot.with(|shot| {
            write(&Embed {
                page: &page,
                shot,
                height: 0,
                title: &title,
            })
        })
    }
}

fn with_choices(page: &View, chosen: &View) -> View {
    View {
        embed: true,
        hide: chosen.hide,
        lock: chosen.lock,
        autoplay: chosen.autoplay,
        theme: chosen.theme,
        ..page.clone()
    }
}
