//! HTML as text, built as `src/dom` builds nodes.

use story::Control;

/// An element.
#[derive(Clone, Debug)]
pub struct El {
    tag: &'static str,
    attributes: String,
    content: String,
}

/// An element by tag and classes: `el("p.hint")`.
pub fn el(what: &'static str) -> El {
    let (tag, classes) = what.split_once('.').unwrap_or((what, ""));
    let made = El {
        tag,
        attributes: String::new(),
        content: String::new(),
    };
    if classes.is_empty() {
        made
    } else {
        made.attr("class", &classes.replace('.', " "))
    }
}

/// One of the things to choose in a `select`.
pub fn option(value: &str, label: &str, chosen: bool) -> El {
    // By itself its value is what it says.
    let made = if value == label {
        el("option")
    } else {
        el("option").attr("value", value)
    };
    let made = made.text(label);
    if chosen { made.attr("selected", "") } else { made }
}

/// A `select` to choose from.
pub fn select(what: &'static str) -> El {
    // Else browsers bring back what was chosen before a reload, which the page does not know of.
    el(what).attr("autocomplete", "off")
}

/// A button, which sends no form.
pub fn button(what: &'static str) -> El {
    el(what).attr("type", "button")
}

impl El {
    pub fn attr(mut self, name: &str, value: &str) -> Self {
        self.attributes += &format!(" {name}=\"{}\"", escaped(value).replace('"', "&quot;"));
        self
    }

    /// Names a part of the page that an author can hide.
    pub fn governed(self, control: Control) -> Self {
        self.attr("data-control", control.name())
    }

    pub fn attrs(self, pairs: &[(&str, &str)]) -> Self {
        pairs.iter().fold(self, |made, (name, value)| made.attr(name, value))
    }

    pub fn text(self, words: &str) -> Self {
        self.raw(&escaped(words))
    }

    /// What is HTML already.
    pub fn raw(mut self, html: &str) -> Self {
        self.content += html;
        self
    }

    pub fn child(self, child: Self) -> Self {
        self.raw(&child.html())
    }

    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    pub fn html(&self) -> String {
        let Self {
            tag,
            attributes,
            content,
        } = self;
        match *tag {
            "input" => format!("<input{attributes}>"),
            _ => format!("<{tag}{attributes}>{content}</{tag}>"),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_a_browser_reads_back() {
        let made = el("p.a.b").attr("title", "\"<\"").text("1 < 2 & 3").child(el("input"));
        assert_eq!(
            made.html(),
            "<p class=\"a b\" title=\"&quot;&lt;&quot;\">1 &lt; 2 &amp; 3<input></p>"
        );
    }
}
