//! Marks: what is drawn, as values.
use crate::coord::{push, push_fine};
use crate::plane::Rect;

/// One element of the picture. Its class says what it is; a style sheet says what that looks like.
#[derive(Clone, Debug, PartialEq)]
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

impl Mark {
    /// The element's name.
    pub fn tag(&self) -> &'static str {
        match self {
            Self::Rect { .. } => "rect",
            Self::Text { .. } => "text",
            Self::Path { .. } | Self::Shade { .. } => "path",
        }
    }

    /// Its attributes, always the same ones for a tag's kind of mark.
    pub fn attrs(&self, emit: &mut dyn FnMut(&'static str, &str)) {
        let mut number = String::new();
        let mut coordinate = |emit: &mut dyn FnMut(&'static str, &str), name, value| {
            number.clear();
            push(&mut number, value);
            emit(name, &number);
        };
        match self {
            Self::Rect { class, rect, radius } => {
                emit("class", class);
                coordinate(emit, "x", rect.x);
                coordinate(emit, "y", rect.y);
                coordinate(emit, "width", rect.width);
                coordinate(emit, "height", rect.height);
                coordinate(emit, "rx", *radius);
            }
            Self::Text { class, x, y, size, .. } => {
                emit("class", class);
                coordinate(emit, "x", *x);
                coordinate(emit, "y", *y);
                coordinate(emit, "font-size", *size);
            }
            Self::Path { class, d } => {
                emit("class", class);
                emit("d", d);
            }
            Self::Shade {
                class,
                strength,
                first,
                d,
            } => {
                emit("class", class);
                coordinate(emit, "fill-opacity", *strength);
                let mut transform = String::from("translate(");
                push(&mut transform, first.x);
                transform.push(' ');
                push(&mut transform, first.y);
                transform.push_str(")scale(");
                push_fine(&mut transform, first.width);
                transform.push(' ');
                push_fine(&mut transform, first.height);
                transform.push(')');
                emit("transform", &transform);
                emit("d", d);
            }
        }
    }

    /// Its text, if it has one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Text centred on a point, both ways.
    pub(crate) fn centred(class: &'static str, (x, y): (f32, f32), size: f32, text: String) -> Self {
        // Not `dominant-baseline`, which exporters treat differently: a digit is about 0.72 of its size high.
        Self::Text {
            class,
            x,
            y: y + size * 0.36,
            size,
            text,
        }
    }
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
