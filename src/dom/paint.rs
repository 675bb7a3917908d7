//! Marks as nodes of the page: a mark keeps its node from one picture to the next, and only what differs is written.
//! A window that moves differs in the place of its group: texts that stand still within it are not laid out again, which
//! costs a browser more than all else of a step.
use crate::dom::el;
use picture::{Group, Mark};
use web_sys::Element;

/// The nodes of one layer of a picture.
#[derive(Debug, Default)]
pub struct Painter {
    groups: Vec<Painted>,
}

#[derive(Debug)]
struct Painted {
    node: Element,
    at: [f32; 2],
    marks: Vec<(Mark, Element)>,
}

impl Painter {
    /// Makes `layer` show these marks and no others.
    pub fn paint(&mut self, layer: &Element, marks: Vec<Mark>) {
        let groups = Group::all(marks);
        for gone in self.groups.drain(groups.len().min(self.groups.len())..) {
            gone.node.remove();
        }
        for (index, group) in groups.into_iter().enumerate() {
            if index == self.groups.len() {
                let node = el("g").element().clone();
                let _ = layer.append_child(&node);
                self.groups.push(Painted {
                    node,
                    at: [0.0; 2],
                    marks: Vec::new(),
                });
            }
            self.groups[index].show(group);
        }
    }
}

impl Painted {
    fn show(&mut self, group: Group) {
        if self.at != group.at {
            let _ = self.node.set_attribute("transform", &group.transform());
            self.at = group.at;
        }
        let known = self.marks.iter().zip(&group.marks);
        let alike = known.take_while(|((old, _), new)| old.is_like(new)).count();
        for (_, node) in self.marks.drain(alike..) {
            node.remove();
        }
        for (index, mark) in group.marks.into_iter().enumerate() {
            let Some((old, node)) = self.marks.get_mut(index) else {
                let node = el(mark.tag()).element().clone();
                write(&node, None, &mark);
                let _ = self.node.append_child(&node);
                self.marks.push((mark, node));
                continue;
            };
            if *old != mark {
                write(node, Some(old), &mark);
                *old = mark;
            }
        }
    }
}

/// Makes a node show a mark, which showed one of the same kind or nothing.
fn write(node: &Element, old: Option<&Mark>, new: &Mark) {
    new.changes(old, &mut |name, value| {
        // The names are the marks' own: SVG knows them all.
        let _ = node.set_attribute(name, value);
    });
    if old.and_then(Mark::text) != new.text() {
        // A new text in the old node is cheaper than a new node.
        match node.first_child() {
            Some(words) => words.set_text_content(new.text()),
            None => node.set_text_content(new.text()),
        }
    }
}
