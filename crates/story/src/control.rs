//! The parts of the page that an author can hide or lock.
use crate::text::LinkKey;
use conv::Field;

// One line a control: its name in a link (an argument's is PyTorch's), what is hidden with it, and what a lock of it
// keeps, where there is something to keep.
macro_rules! controls {
    ($($control:ident $name:literal $hides:ident $($keeps:ident)?,)*) => {
        /// A part of the page, or a value that is set in it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Control { $($control,)* }

        impl Control {
            pub const ALL: &[Self] = &[$(Self::$control,)*];

            /// Its name in a link.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$control => $name,)* }
            }

            /// What is hidden with it.
            pub fn hides(self) -> LinkKey {
                match self { $(Self::$control => LinkKey::$hides,)* }
            }

            /// What a lock of it keeps as it is; none where there is nothing to change in it.
            pub fn keeps(self) -> Option<LinkKey> {
                match self { $(Self::$control => [$(LinkKey::$keeps)?].into_iter().next(),)* }
            }
        }
    };
}

controls! {
    Line "line" TheLine KeepsLine,
    Layer "layer" TheLayers KeepsLayers,
    Tools "tools" TheTools,
    Numbers "numbers" TheNumbers KeepsNumbers,
    Facts "facts" TheFacts,
    Narration "narration" TheNarration,
    Arithmetic "arithmetic" TheArithmetic,
    Transport "transport" TheTransport KeepsTransport,
    Ways "ways" TheWays TheWays,
    Explain "explain" TheExplain KeepsExplain,
    Theme "theme" TheTheme,
    Lang "lang" TheLang,
    Lesson "lesson" TheLesson,
    Full "full" TheFull,
    Shape "shape" TheShape TheShape,
    Input "input" TheInput TheInput,
    Weight "weight" TheWeight TheWeight,
    Flip "flip" TheFlip TheFlip,
    Order "order" TheOrder TheOrder,
    Speed "speed" TheSpeed TheSpeed,
    InChannels "in_channels" TheArgument TheArgument,
    OutChannels "out_channels" TheArgument TheArgument,
    KernelSize "kernel_size" TheArgument TheArgument,
    Stride "stride" TheArgument TheArgument,
    Padding "padding" TheArgument TheArgument,
    OutputPadding "output_padding" TheArgument TheArgument,
    Dilation "dilation" TheArgument TheArgument,
    Groups "groups" TheArgument TheArgument,
    Bias "bias" TheBias TheBias,
    PaddingMode "padding_mode" TheArgument TheArgument,
}

impl Control {
    /// The inverse of [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|control| control.name() == name)
    }

    /// What is set in this part of the page: a lock of it is a lock of these.
    pub fn holds(self) -> Controls {
        match self {
            Self::Line => {
                let arguments = Field::ARGUMENTS
                    .iter()
                    .filter_map(|field| Self::from_name(field.name()));
                arguments.fold(Controls::of(&[Self::Layer, Self::Shape]), Controls::with)
            }
            Self::Numbers => Controls::of(&[Self::Input, Self::Weight, Self::Bias]),
            Self::Ways => Controls::of(&[Self::Order, Self::Speed]),
            _ => Controls::NONE,
        }
    }
}

/// A set of controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Controls(u32);

impl Controls {
    pub const NONE: Self = Self(0);
    pub const ALL: Self = Self::of(Control::ALL);

    pub const fn of(controls: &[Control]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < controls.len() {
            bits |= 1 << controls[at] as u32;
            at += 1;
        }
        Self(bits)
    }

    pub fn has(self, control: Control) -> bool {
        self.0 & Self::of(&[control]).0 != 0
    }

    #[must_use]
    pub fn with(self, control: Control) -> Self {
        Self(self.0 | Self::of(&[control]).0)
    }

    #[must_use]
    pub fn without(self, control: Control) -> Self {
        Self(self.0 & !Self::of(&[control]).0)
    }

    /// Those in it, in the order of [`Control::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Control> {
        Control::ALL.iter().copied().filter(move |&control| self.has(control))
    }

    /// Their names, with `between` between them.
    pub fn names(self, between: &str) -> String {
        let mut text = String::new();
        for control in self.iter() {
            if !text.is_empty() {
                text += between;
            }
            text += control.name();
        }
        text
    }

    /// The set as a link writes it: `all`, `none`, or names with commas between them.
    pub fn written(self) -> String {
        match self {
            Self::ALL => "all".to_owned(),
            Self::NONE => "none".to_owned(),
            _ => self.names(","),
        }
    }

    /// The set that a text names, with the names in it that mean nothing. Brackets and quotes may stand around them, as a
    /// script writes lists.
    pub fn read(text: &str) -> (Self, Vec<&str>) {
        let mut set = Self::NONE;
        let mut unknown = Vec::new();
        let between = |letter: char| letter.is_whitespace() || ",;[]\"'".contains(letter);
        for name in text.split(between).filter(|name| !name.is_empty()) {
            match (name, Control::from_name(name)) {
                (_, Some(control)) => set = set.with(control),
                ("all", _) => set = Self::ALL,
                ("none", _) => {}
                _ => unknown.push(name),
            }
        }
        (set, unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::View;

    fn locking(lock: Controls) -> View {
        View {
            lock,
            ..View::default()
        }
    }

    #[test]
    fn each_control_is_a_set_of_its_own_and_has_a_name_of_its_own() {
        for &control in Control::ALL {
            let set = Controls::of(&[control]);
            assert_eq!(set.iter().collect::<Vec<_>>(), [control]);
            assert_eq!(Control::from_name(control.name()), Some(control));
            assert_eq!(set.with(control).without(control), Controls::NONE);
            assert!(!Controls::ALL.without(control).has(control));
        }
        assert!(Controls::ALL.iter().eq(Control::ALL.iter().copied()));
    }

    #[test]
    fn every_argument_of_a_layer_and_every_tensor_can_be_named() {
        for field in Field::ARGUMENTS.into_iter().chain([Field::Input, Field::Weight]) {
            assert!(Control::from_name(field.name()).is_some(), "{field:?}");
        }
    }

    #[test]
    fn a_list_is_read_as_it_is_written_and_what_means_nothing_is_named() {
        for set in [
            Controls::NONE,
            Controls::ALL,
            Controls::of(&[Control::Tools, Control::Stride]),
        ] {
            assert_eq!(Controls::read(&set.written()), (set, vec![]));
        }
        let two = Controls::of(&[Control::Tools, Control::Facts]);
        assert_eq!(
            Controls::read("facts, nothing,tools,Tools"),
            (two, vec!["nothing", "Tools"])
        );
        assert_eq!(Controls::read(r#"["tools","facts"]"#), (two, vec![]));
        assert_eq!(Controls::read(""), (Controls::NONE, vec![]));
        assert_eq!(two.names(" "), "tools facts");
    }

    #[test]
    fn an_embed_hides_what_its_author_says_and_else_what_a_course_can_do_without() {
        let mut view = View::default();
        assert_eq!(view.hidden(), Controls::NONE);
        view.embed = true;
        assert_eq!(view.hidden().names(","), "tools,numbers,facts,theme");
        view.hide = Some(Controls::NONE);
        assert_eq!(view.hidden(), Controls::NONE);
    }

    #[test]
    fn a_lock_of_a_part_is_a_lock_of_what_is_set_in_it() {
        let line = locking(Controls::of(&[Control::Line]));
        for control in [
            Control::Line,
            Control::Layer,
            Control::Shape,
            Control::Stride,
            Control::Bias,
        ] {
            assert!(line.locks(control), "{control:?}");
        }
        assert!(!line.locks(Control::Weight) && !line.locks(Control::Order));
        let numbers = locking(Controls::of(&[Control::Numbers]));
        assert!(numbers.locks(Control::Input) && numbers.locks(Control::Weight) && !numbers.locks(Control::Stride));
        let stride = locking(Controls::of(&[Control::Stride]));
        assert!(stride.locks(Control::Stride) && !stride.locks(Control::Line));
        let all = locking(Controls::ALL);
        assert!(Control::ALL.iter().all(|&control| all.locks(control)));
        assert!(!Control::ALL.iter().any(|&control| View::default().locks(control)));
    }
}
