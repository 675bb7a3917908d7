//! What an author lets a reader of an embed see and change.
use crate::{Control, Controls, Scene, View, args};
use conv::Field;

/// What a reader can do with a part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// See and use it.
    Open,
    /// See it.
    Locked,
    Hidden,
}

impl Access {
    pub const ALL: [Self; 3] = [Self::Open, Self::Locked, Self::Hidden];

    /// What a reader can do with `control`.
    pub fn of(view: &View, control: Control) -> Self {
        if view.hidden().has(control) {
            Self::Hidden
        } else if is_lockable(control) && view.locks(control) {
            Self::Locked
        } else {
            Self::Open
        }
    }

    /// Lets a reader do so. What an embed hides by itself is not said.
    pub fn give(self, view: &mut View, control: Control) {
        let (hidden, lock) = (view.hidden(), view.lock);
        view.hide = Some(match self {
            Self::Hidden => hidden.with(control),
            Self::Open | Self::Locked => hidden.without(control),
        });
        view.lock = match self {
            Self::Locked => lock.with(control),
            Self::Open | Self::Hidden => lock.without(control),
        };
        let usual = View {
            hide: None,
            ..view.clone()
        };
        if view.hide == Some(usual.hidden()) {
            view.hide = None;
        }
    }
}

/// Whether there is something in it to change.
pub fn is_lockable(control: Control) -> bool {
    !matches!(
        control,
        Control::Tools
            | Control::Facts
            | Control::Narration
            | Control::Arithmetic
            | Control::Theme
            | Control::Lang
            | Control::Lesson
            | Control::Full
    )
}

/// The control that already locks this one, being locked itself.
pub fn locked_with(view: &View, control: Control) -> Option<Control> {
    let others = view.lock.iter().filter(|other| *other != control);
    others.into_iter().find(|other| other.holds().has(control))
}

/// The parts of the page, what most authors ask about first.
pub const PARTS: &[Control] = &[
    Control::Transport,
    Control::Arithmetic,
    Control::Narration,
    Control::Line,
    Control::Explain,
    Control::Ways,
    Control::Facts,
    Control::Numbers,
    Control::Tools,
    Control::Theme,
    Control::Lang,
    Control::Lesson,
    Control::Full,
];

/// What is set in the parts: everything else that the layers of a scene have.
pub fn settings(scene: &Scene) -> Vec<Control> {
    let mut arguments = Controls::NONE;
    for stage in &scene.net.stages {
        let names = args::of(&stage.spec).into_iter().map(Field::name);
        arguments = names.filter_map(Control::from_name).fold(arguments, Controls::with);
    }
    let rest = [
        Control::Layer,
        Control::Shape,
        Control::Input,
        Control::Weight,
        Control::Flip,
        Control::Order,
        Control::Speed,
    ];
    rest.into_iter().chain(arguments.iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed() -> View {
        View {
            embed: true,
            ..View::default()
        }
    }

    #[test]
    fn what_is_given_is_what_the_reader_has_and_nothing_else_changes() {
        for &control in Control::ALL {
            for access in Access::ALL {
                if access == Access::Locked && !is_lockable(control) {
                    continue;
                }
                let mut view = embed();
                access.give(&mut view, control);
                assert_eq!(Access::of(&view, control), access, "{control:?}");
                for &other in Control::ALL {
                    let held = access == Access::Locked && control.holds().has(other);
                    if other != control && !held {
                        assert_eq!(Access::of(&view, other), Access::of(&embed(), other), "{other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_an_embed_does_by_itself_is_not_said() {
        let mut view = embed();
        Access::Open.give(&mut view, Control::Facts);
        assert_eq!(
            view.hide.map(|hide| hide.names(",")),
            Some("tools,numbers,theme".to_owned())
        );
        Access::Hidden.give(&mut view, Control::Facts);
        assert_eq!(view, embed());
    }

    #[test]
    fn a_part_that_is_locked_locks_what_is_set_in_it() {
        let mut view = embed();
        Access::Locked.give(&mut view, Control::Line);
        assert_eq!(Access::of(&view, Control::Stride), Access::Locked);
        assert_eq!(locked_with(&view, Control::Stride), Some(Control::Line));
        assert_eq!(locked_with(&view, Control::Line), None);
        assert_eq!(locked_with(&view, Control::Order), None);
    }

    #[test]
    fn every_control_is_a_part_or_a_setting_of_some_layer() {
        let scene = Scene::default();
        let settings = settings(&scene);
        for &control in Control::ALL {
            let is_part = PARTS.contains(&control);
            let is_setting = settings.contains(&control);
            assert!(!(is_part && is_setting), "{control:?}");
            // The one that only a transposed layer has.
            assert!(
                is_part || is_setting || control == Control::OutputPadding,
                "{control:?}"
            );
        }
    }
}
