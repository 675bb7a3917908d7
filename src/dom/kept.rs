//! Running text that is another one at every step: its nodes stay, and only what differs is written. A line of new
//! nodes costs the browser several times what new words in the old ones do.
use crate::dom::{El, el, text, watch};
use web_sys::Node;

/// A line of text, as it is written: words, and spans around them.
#[derive(Debug, Default)]
pub struct Line {
    pieces: Vec<Piece>,
    depth: usize,
}

/// Words, or the beginning of a span, within so many others.
#[derive(Debug)]
struct Piece {
    depth: usize,
    /// A span's; words have none.
    classes: &'static str,
    words: String,
}

impl Line {
    #[inline(never)]
    fn add(&mut self, classes: &'static str, words: &str) {
        self.pieces.push(Piece {
            depth: self.depth,
            classes,
            words: words.to_owned(),
        });
    }

    pub fn words(&mut self, words: &str) {
        self.add("", words);
    }

    /// Begins a span, which [`Line::close`] ends.
    pub fn open(&mut self, classes: &'static str) {
        self.add(classes, "");
        self.depth += 1;
    }

    pub fn close(&mut self) {
        self.depth -= 1;
    }

    /// A span with words in it.
    #[inline(never)]
    pub fn put(&mut self, classes: &'static str, words: &str) {
        self.open(classes);
        self.words(words);
        self.close();
    }
}

impl El {
    /// A line that follows signals: all that is in this element.
    pub fn kept(self, write: impl Fn(&mut Line) + 'static) -> Self {
        let Self(node) = self.clone();
        let mut shown = Vec::new();
        watch(move || {
            let mut line = Line::default();
            write(&mut line);
            show(&node, &mut shown, line.pieces);
        });
        self
    }
}

/// Makes `parent`, which shows some pieces, show others: with the same nodes, where the line is built alike.
fn show(parent: &Node, shown: &mut Vec<(Piece, Node)>, pieces: Vec<Piece>) {
    let alike = |((old, _), new): (&(Piece, Node), &Piece)| {
        old.depth == new.depth && old.classes.is_empty() == new.classes.is_empty()
    };
    if shown.len() != pieces.len() || !shown.iter().zip(&pieces).all(alike) {
        parent.set_text_content(None);
        shown.clear();
    }
    for (index, new) in pieces.into_iter().enumerate() {
        if let Some((old, node)) = shown.get_mut(index) {
            if old.classes != new.classes {
                let _ = El(node.clone()).attr("class", new.classes);
            }
            if old.words != new.words {
                node.set_text_content(Some(&new.words));
            }
            *old = new;
            continue;
        }
        let El(node) = if new.classes.is_empty() {
            text(&new.words)
        } else {
            el("span").attr("class", new.classes)
        };
        let within = shown.iter().rev().find(|(before, _)| before.depth < new.depth);
        let _ = within.map_or(parent, |(_, node)| node).append_child(&node);
        shown.push((new, node));
    }
}
