//! The scene to compare with: another scene that keeps the shown one's steps.
use crate::{Scene, Showing, Timeline, View};
use std::sync::Arc;

impl Scene {
    /// The scene as one to compare with: its numbers, and nothing of how it is shown.
    pub fn pinned(&self) -> Arc<Self> {
        Arc::new(Self {
            net: Arc::clone(&self.net),
            view: View {
                flip: self.view.flip,
                stage: self.view.stage,
                ..View::default()
            },
            b: None,
        })
    }

    /// The film of the scene to compare with, in this scene's order; none where there is no such scene, or it is too large.
    pub fn beside(&self) -> Option<Timeline> {
        match self.b.as_ref()?.show() {
            Ok(Showing::Film(film)) => Some(Timeline::new(film, self.view.order, self.net.seed)),
            _ => None,
        }
    }

    /// Whether the other scene has the same numbers.
    pub(crate) fn computes_as(&self, other: &Self) -> bool {
        self.view.flip == other.view.flip && (Arc::ptr_eq(&self.net, &other.net) || self.net == other.net)
    }
}
