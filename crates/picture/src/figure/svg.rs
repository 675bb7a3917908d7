//! A sheet as SVG that needs nothing beside it: no style sheet, no font file, no script.
use super::look::{Look, Looks};
use super::{Scheme, Sheet};
use crate::coord::push;
use crate::mark::{Mark, escape};

/// Faces that most systems have one of.
const FACES: &str = "Helvetica, Arial, 'Liberation Sans', sans-serif";

impl Sheet {
    /// As SVG text. Every look is an attribute of its element, so that each program shows the same.
    pub fn svg(&self, scheme: Scheme) -> String {
        let mut looks = Looks::new(scheme, &self.styles);
        let (width, height) = self.extent();
        let mut text = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
        push(&mut text, width);
        text.push(' ');
        push(&mut text, height);
        text.push('"');
        let (width, height) = self.size();
        attribute(&mut text, "width", &number(width));
        attribute(&mut text, "height", &number(height));
        attribute(&mut text, "font-family", FACES);
        text.push('>');
        told(&mut text, "title", &self.title);
        told(&mut text, "desc", &self.about);
        text.push_str("<rect width=\"100%\" height=\"100%\"");
        if let Some(card) = looks.named("var(--card)") {
            attribute(&mut text, "fill", &["#", &card.hex()].concat());
        }
        text.push_str("/>");
        for group in &self.groups {
            text.push_str("<g transform=\"translate(");
            push(&mut text, group.x);
            text.push(' ');
            push(&mut text, group.y);
            text.push_str(")\">");
            for mark in &group.marks {
                drawn(&mut text, mark, &mut looks);
            }
            text.push_str("</g>");
        }
        text.push_str("</svg>");
        text
    }
}

fn told(text: &mut String, tag: &str, words: &str) {
    for part in ["<", tag, ">"] {
        text.push_str(part);
    }
    escape(text, words);
    for part in ["</", tag, ">"] {
        text.push_str(part);
    }
}

fn drawn(text: &mut String, mark: &Mark, looks: &mut Looks) {
    let look = looks.of(mark.tag(), mark.class());
    if mark.text() == Some("") || is_empty(mark) {
        return;
    }
    if !look.halo {
        return element(text, mark, &look);
    }
    // Not every program knows `paint-order`: the halo is a text of its own.
    let halo = Look {
        fill: look.stroke,
        ..look.clone()
    };
    element(text, mark, &halo);
    element(text, mark, &Look { stroke: None, ..look });
}

/// What the screen keeps for another step, and shows nothing of in this one.
pub(super) fn is_empty(mark: &Mark) -> bool {
    matches!(mark, Mark::Path { d, .. } | Mark::Shade { d, .. } if d.is_empty())
}

fn element(text: &mut String, mark: &Mark, look: &Look) {
    text.push('<');
    text.push_str(mark.tag());
    let mut strength = look.fill_opacity;
    if let Mark::Shade { strength: own, .. } = mark {
        strength *= own;
    }
    mark.attrs(&mut |name, value| {
        if !matches!(name, "class" | "fill-opacity") {
            attribute(text, name, value);
        }
    });
    if look.crisp {
        // Neighbours leave no seam.
        attribute(text, "shape-rendering", "crispEdges");
    }
    let mut number_of = |name, value: f32, plain: f32| {
        if value != plain {
            attribute(text, name, &number(value));
        }
    };
    number_of("opacity", look.opacity, 1.0);
    number_of("fill-opacity", strength, 1.0);
    if look.stroke.is_some() {
        number_of("stroke-opacity", look.stroke_opacity, 1.0);
        number_of("stroke-width", look.stroke_width, 1.0);
    }
    paint(text, look);
    match mark.text() {
        None => text.push_str("/>"),
        Some(inner) => {
            if look.anchor != "start" {
                attribute(text, "text-anchor", look.anchor);
            }
            if look.weight != "400" {
                // Few faces have weights between: those that have one are bold from 600 on.
                attribute(text, "font-weight", "700");
            }
            text.push('>');
            escape(text, inner);
            text.push_str("</text>");
        }
    }
}

fn paint(text: &mut String, look: &Look) {
    let colour = |colour: Option<super::colour::Rgb>| match colour {
        Some(colour) => ["#", &colour.hex()].concat(),
        None => "none".to_owned(),
    };
    attribute(text, "fill", &colour(look.fill));
    if look.stroke.is_none() {
        return;
    }
    attribute(text, "stroke", &colour(look.stroke));
    if !look.dashes.is_empty() {
        let dashes: Vec<String> = look.dashes.iter().map(|&dash| number(dash)).collect();
        attribute(text, "stroke-dasharray", &dashes.join(" "));
    }
    if look.round_ends {
        attribute(text, "stroke-linecap", "round");
    }
    if look.round_corners {
        attribute(text, "stroke-linejoin", "round");
    }
}

fn attribute(text: &mut String, name: &str, value: &str) {
    for part in [" ", name, "=\""] {
        text.push_str(part);
    }
    escape(text, value);
    text.push('"');
}

pub(super) fn number(value: f32) -> String {
    let mut text = String::new();
    push(&mut text, value);
    text
}
