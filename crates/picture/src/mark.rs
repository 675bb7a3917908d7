//! Marks: what is drawn, as values.
use crate::coord::{push, push_fine, trace};
use crate::fit::{cell_number, round};
use crate::plane::Rect;

/// One element of the picture. Its class says what it is; a style sheet says what that looks like.
#[derive(Clone, Debug)]
pub enum Mark {
    Rect {
        class: &'static str,
        rect: Rect,
        radius: f32,
    },
    /// Text by its baseline; whether it stands centred on `x` or begins there, the class says.
    Text {
        class: &'static str,
        x: f32,
        y: f32,
        size: f32,
        text: String,
    },
    Path {
        class: &'static str,
        d: String,
    },
    /// Cells of one colour class: `strength` from 0 to 1. The path counts in cells, from the corner of `first`, a cell:
    /// so it is short.
    Shade {
        class: &'static str,
        strength: f32,
        first: Rect,
        d: String,
    },
}

/// A mark taken apart, alike for every kind.
struct Parts<'a> {
    tag: &'static str,
    class: &'static str,
    /// What its first numbers are called, as attributes; how many there are tells the kind.
    names: &'static [&'static str],
    numbers: [f32; 5],
    text: &'a str,
}

impl Mark {
    #[inline(never)]
    fn parts(&self) -> Parts<'_> {
        let at = |rect: &Rect, number: f32| [rect.x, rect.y, rect.width, rect.height, number];
        let (tag, class, names, numbers, text): (_, _, &[&str], _, &str) = match self {
            Self::Rect { class, rect, radius } => {
                let names = &["x", "y", "width", "height", "rx"];
                ("rect", *class, names, at(rect, *radius), "")
            }
            Self::Text {
                class,
                x,
                y,
                size,
                text,
            } => {
                let names = &["x", "y", "font-size"];
                ("text", *class, names, [*x, *y, *size, 0.0, 0.0], text)
            }
            Self::Path { class, d } => ("path", *class, &[], [0.0; 5], d),
            Self::Shade {
                class,
                strength,
                first,
                d,
            } => {
                let [x, y, width, height, strength] = at(first, *strength);
                ("path", *class, &["fill-opacity"], [strength, x, y, width, height], d)
            }
        };
        Parts {
            tag,
            class,
            names,
            numbers,
            text,
        }
    }

    /// The element's name.
    pub fn tag(&self) -> &'static str {
        self.parts().tag
    }

    /// Whether it has the same attributes as another, whatever they say.
    pub fn is_like(&self, other: &Self) -> bool {
        let (a, b) = (self.parts(), other.parts());
        a.tag == b.tag && a.names.len() == b.names.len()
    }

    pub(crate) fn class(&self) -> &'static str {
        self.parts().class
    }

    /// Its attributes, always the same ones for a tag's kind of mark.
    pub fn attrs(&self, emit: &mut dyn FnMut(&'static str, &str)) {
        self.changes(None, emit);
    }

    /// Those of its attributes that read otherwise than those of a mark like it, which it takes the place of.
    pub fn changes(&self, old: Option<&Self>, emit: &mut dyn FnMut(&'static str, &str)) {
        let (parts, was) = (self.parts(), old.map(Self::parts));
        let was = was.as_ref();
        if was.is_none_or(|was| was.class != parts.class) {
            emit("class", parts.class);
        }
        let (mut text, mut before) = (String::new(), String::new());
        for (at, (name, &value)) in parts.names.iter().zip(&parts.numbers).enumerate() {
            text.clear();
            push(&mut text, value);
            if let Some(was) = was {
                before.clear();
                push(&mut before, was.numbers[at]);
            }
            if was.is_none() || text != before {
                emit(name, &text);
            }
        }
        if let Self::Shade { first, .. } = self
            && !matches!(old, Some(Self::Shade { first: was, .. }) if was == first)
        {
            text.clear();
            trace(&mut text, "translate(..)scale(", &[first.x, first.y]);
            push_fine(&mut text, first.width);
            text.push(' ');
            push_fine(&mut text, first.height);
            text.push(')');
            emit("transform", &text);
        }
        if parts.tag == "path" && was.is_none_or(|was| was.text != parts.text) {
            emit("d", parts.text);
        }
    }

    /// Its place, if moving it is a matter of that alone.
    pub(crate) fn place(&mut self) -> Option<[&mut f32; 2]> {
        match self {
            Self::Rect { rect, .. } => Some([&mut rect.x, &mut rect.y]),
            Self::Text { x, y, .. } => Some([x, y]),
            Self::Path { .. } | Self::Shade { .. } => None,
        }
    }

    /// Its text, if it has one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }
}

impl PartialEq for Mark {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (self.parts(), other.parts());
        a.names.len() == b.names.len() && a.class == b.class && a.numbers == b.numbers && a.text == b.text
    }
}

/// Marks as they are drawn, one after the other.
///
/// A mark is large and is drawn in many places: each calls one of these, so that none repeats how it is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Marks(pub Vec<Mark>);

impl Marks {
    #[inline(never)]
    pub fn rect(&mut self, class: &'static str, rect: &Rect, radius: f32) {
        self.0.push(Mark::Rect {
            class,
            rect: *rect,
            radius,
        });
    }

    #[inline(never)]
    pub fn text(&mut self, class: &'static str, x: f32, y: f32, size: f32, text: String) {
        self.0.push(Mark::Text {
            class,
            x,
            y,
            size,
            text,
        });
    }

    /// Text centred on a point, both ways.
    pub fn centred(&mut self, class: &'static str, (x, y): (f32, f32), size: f32, text: String) {
        // Not `dominant-baseline`, which exporters treat differently: a digit is about 0.72 of its size high.
        self.text(class, x, y + size * 0.36, size, text);
    }

    #[inline(never)]
    pub fn path(&mut self, class: &'static str, d: String) {
        self.0.push(Mark::Path { class, d });
    }

    /// A cell's rectangle, with its share of the gaps.
    #[inline(never)]
    pub fn cell(&mut self, class: &'static str, rect: &Rect) {
        self.rect(class, &body(rect), radius(rect));
    }

    /// A number, or no text, in the middle of a cell.
    #[inline(never)]
    pub fn number(&mut self, class: &'static str, rect: &Rect, size: f32, value: Option<f32>) {
        let text = value.map(|value| cell_number(value, rect.width)).unwrap_or_default();
        self.centred(class, rect.centre(), size, text);
    }
}

/// A cell's rectangle within its share of the grid.
pub(crate) fn body(rect: &Rect) -> Rect {
    rect.inset(if rect.width >= 30.0 { 1.5 } else { 1.0 })
}

/// How round a cell's corners are.
fn radius(rect: &Rect) -> f32 {
    round(rect.width * 0.12).clamp(2.0, 6.0)
}

/// The marks as SVG text that stands alone but for its style sheet.
pub fn svg(marks: &[Mark], size: (f32, f32), label: &str) -> String {
    let mut text = String::with_capacity(marks.len() * 80);
    text.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" role=\"img\" viewBox=\"0 0 ");
    push(&mut text, size.0);
    text.push(' ');
    push(&mut text, size.1);
    for (name, value) in [("width", size.0), ("height", size.1)] {
        text.push_str("\" ");
        text.push_str(name);
        text.push_str("=\"");
        push(&mut text, value);
    }
    text.push_str("\" aria-label=\"");
    escape(&mut text, label);
    text.push_str("\">");
    for mark in marks {
        element(&mut text, mark);
    }
    text.push_str("</svg>");
    text
}

fn element(text: &mut String, mark: &Mark) {
    text.push('<');
    text.push_str(mark.tag());
    mark.attrs(&mut |name, value| {
        text.push(' ');
        text.push_str(name);
        text.push_str("=\"");
        escape(text, value);
        text.push('"');
    });
    match mark.text() {
        None => text.push_str("/>"),
        Some(inner) => {
            text.push('>');
            escape(text, inner);
            text.push_str("</text>");
        }
    }
}

pub(crate) fn escape(text: &mut String, raw: &str) {
    for letter in raw.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            other => text.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_reads_otherwise_changes() {
        let shade = |strength, x| Mark::Shade {
            class: "shade",
            strength,
            first: Rect { x, ..Rect::default() },
            d: "M0 0h1".to_owned(),
        };
        let ring = |class, x| Mark::Rect {
            class,
            rect: Rect { x, ..Rect::default() },
            radius: 2.0,
        };
        let of = |old: &Mark, new: &Mark| {
            let mut names = Vec::new();
            new.changes(Some(old), &mut |name, _| names.push(name));
            names
        };
        assert_eq!(of(&ring("a", 1.0), &ring("b", 1.0)), ["class"]);
        assert_eq!(of(&ring("a", 1.0), &ring("a", 2.0)), ["x"]);
        // Not what differs beyond the decimals that are written.
        assert!(of(&ring("a", 1.0), &ring("a", 1.000_001)).is_empty());
        assert_eq!(of(&shade(0.5, 1.0), &shade(0.25, 1.0)), ["fill-opacity"]);
        assert_eq!(of(&shade(0.5, 1.0), &shade(0.5, 2.0)), ["transform"]);
    }

    #[test]
    fn markup_is_escaped_and_closed() {
        let marks = [
            Mark::Text {
                class: "label",
                x: 1.0,
                y: 2.5,
                size: 12.0,
                text: "<a & b>".to_owned(),
            },
            Mark::Path {
                class: "veil",
                d: "M0 0h3".to_owned(),
            },
        ];
        let text = svg(&marks, (10.0, 20.0), "\"quoted\"");
        assert!(text.contains("viewBox=\"0 0 10 20\" width=\"10\" height=\"20\" aria-label=\"&quot;quoted&quot;\">"));
        assert!(text.contains("<text class=\"label\" x=\"1\" y=\"2.5\" font-size=\"12\">&lt;a &amp; b&gt;</text>"));
        assert!(text.ends_with("<path class=\"veil\" d=\"M0 0h3\"/></svg>"));
    }
}
