//! Marks as nodes of the page: a mark keeps its node from one picture to the next, and only what differs is written.
use leptos::prelude::document;
use picture::Mark;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The nodes of one layer of a picture.
#[derive(Debug, Default)]
pub struct Painter {
    painted: Vec<(Mark, Element)>,
}

impl Painter {
    /// Makes `layer` show these marks and no others.
    pub fn paint(&mut self, layer: &Element, marks: Vec<Mark>) {
        for (_, node) in self.painted.drain(marks.len().min(self.painted.len())..) {
            node.remove();
        }
        let kept = self.painted.len();
        for (index, mark) in marks.into_iter().enumerate() {
            if index >= kept {
                let Some(node) = created(&mark) else { continue };
                let _ = layer.append_child(&node);
                self.painted.push((mark, node));
                continue;
            }
            let (old, node) = &mut self.painted[index];
            if *old == mark {
                continue;
            }
            if old.tag() == mark.tag() {
                update(node, old, &mark);
            } else {
                let Some(new) = created(&mark) else { continue };
                let _ = node.replace_with_with_node_1(&new);
                *node = new;
            }
            *old = mark;
        }
    }
}

fn created(mark: &Mark) -> Option<Element> {
    // The names are the marks' own: SVG knows them all.
    let node = document().create_element_ns(Some(SVG), mark.tag()).ok()?;
    mark.attrs(&mut |name, value| {
        let _ = node.set_attribute(name, value);
    });
    node.set_text_content(mark.text());
    Some(node)
}

fn update(node: &Element, old: &Mark, new: &Mark) {
    let mut before: Vec<(&'static str, String)> = Vec::new();
    old.attrs(&mut |name, value| before.push((name, value.to_owned())));
    new.attrs(&mut |name, value| {
        let was = before.iter().position(|(known, _)| *known == name);
        let same = was.is_some_and(|was| before.swap_remove(was).1 == value);
        if !same {
            let _ = node.set_attribute(name, value);
        }
    });
    for (name, _) in before {
        let _ = node.remove_attribute(name);
    }
    if old.text() != new.text() {
        // A new text in the old node is cheaper than a new node.
        match node.first_child() {
            Some(words) => words.set_text_content(new.text()),
            None => node.set_text_content(new.text()),
        }
    }
}
