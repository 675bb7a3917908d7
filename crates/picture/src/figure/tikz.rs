//! A sheet as a TikZ picture: nothing but `\usepackage{tikz}` is asked of the paper that takes it in.
use super::colour::Rgb;
use super::look::{Look, Looks};
use super::path::{Piece, pieces};
use super::svg::{is_empty, number};
use super::{Scheme, Sheet, tex};
use crate::mark::Mark;

/// Points of a page to a pixel.
const POINT: f32 = 0.75;

/// A picture in the making: what it draws, and the colours that this needs.
#[derive(Default)]
struct Picture {
    body: String,
    colours: Vec<Rgb>,
}

impl Sheet {
    /// As a `tikzpicture`, with what it shows as a comment above it.
    pub fn tikz(&self, scheme: Scheme) -> String {
        let mut looks = Looks::new(scheme, &self.styles);
        let mut picture = Picture::default();
        let card = looks.named("var(--card)");
        for group in &self.groups {
            for mark in group.marks.iter().filter(|mark| !is_empty(mark)) {
                let look = looks.of(mark.tag(), mark.class());
                picture.mark(mark, &look, (group.x, group.y), card);
            }
        }
        let mut text = String::new();
        for words in ["\\usepackage{tikz}", &self.about] {
            text += "% ";
            text += &tex::comment(words);
            text.push('\n');
        }
        text += "\\begin{tikzpicture}[x=";
        text += &number(POINT);
        text += "pt, y=-";
        text += &number(POINT);
        text += "pt, every node/.style={inner sep=0pt, outer sep=0pt}]\n";
        for (index, colour) in picture.colours.iter().enumerate() {
            text += &[
                "\\definecolor{",
                &name(index),
                "}{HTML}{",
                &colour.hex().to_uppercase(),
                "}\n",
            ]
            .concat();
        }
        if scheme == Scheme::Dark
            && let Some(card) = card
        {
            let (width, height) = self.extent();
            let page = [width, height].map(number).join(",");
            let colour = ["{rgb,255:red,", &list(card), "}"].concat();
            text += &["\\fill[fill=", &colour, "] (0,0) rectangle (", &page, ");\n"].concat();
        }
        text += &picture.body;
        text += "\\end{tikzpicture}\n";
        text
    }
}

fn list(Rgb([r, g, b]): Rgb) -> String {
    [&r.to_string(), ";green,", &g.to_string(), ";blue,", &b.to_string()].concat()
}

/// TeX's names of colours: letters alone are sure to clash with no other notation.
fn name(index: usize) -> String {
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    ['c', 'l', letter(index / 26), letter(index)].iter().collect()
}

impl Picture {
    fn colour(&mut self, colour: Rgb) -> String {
        let known = self.colours.iter().position(|known| *known == colour);
        name(known.unwrap_or_else(|| {
            self.colours.push(colour);
            self.colours.len() - 1
        }))
    }

    fn mark(&mut self, mark: &Mark, look: &Look, at: (f32, f32), card: Option<Rgb>) {
        match mark {
            Mark::Text { x, y, size, text, .. } if !text.is_empty() => {
                self.text(look, (x + at.0, y + at.1), *size, text, card);
            }
            Mark::Text { .. } => {}
            Mark::Rect { rect, radius, .. } => {
                let corners = match *radius {
                    0.0 => String::new(),
                    radius => ["rounded corners=", &number(radius * POINT), "pt"].concat(),
                };
                let from = point([rect.x, rect.y], at);
                let to = point([rect.right(), rect.bottom()], at);
                self.path(look, 1.0, &corners, &[&from, " rectangle ", &to].concat());
            }
            Mark::Path { d, .. } => {
                let way = way(d, at, [1.0, 1.0]);
                self.path(look, 1.0, "", &way);
            }
            Mark::Shade { strength, first, d, .. } => {
                let way = way(d, (first.x + at.0, first.y + at.1), [first.width, first.height]);
                self.path(look, *strength, "", &way);
            }
        }
    }

    fn path(&mut self, look: &Look, strength: f32, more: &str, way: &str) {
        let mut options: Vec<String> = Vec::new();
        if let Some(fill) = look.fill {
            options.push(["fill=", &self.colour(fill)].concat());
            share(
                &mut options,
                "fill opacity=",
                look.fill_opacity * look.opacity * strength,
            );
        }
        if let Some(stroke) = look.stroke {
            options.push(["draw=", &self.colour(stroke)].concat());
            share(&mut options, "draw opacity=", look.stroke_opacity * look.opacity);
            options.push(["line width=", &number(look.stroke_width * POINT), "pt"].concat());
            options.extend(dashes(look));
            for (name, is_round) in [
                ("line cap=round", look.round_ends),
                ("line join=round", look.round_corners),
            ] {
                if is_round {
                    options.push(name.to_owned());
                }
            }
        }
        if options.is_empty() || way.is_empty() {
            return;
        }
        if !more.is_empty() {
            options.push(more.to_owned());
        }
        self.body += &["\\path[", &options.join(", "), "] ", way, ";\n"].concat();
    }

    fn text(&mut self, look: &Look, at: (f32, f32), size: f32, words: &str, card: Option<Rgb>) {
        let anchor = match look.anchor {
            "middle" => "base",
            "end" => "base east",
            _ => "base west",
        };
        let size = number(size * POINT);
        let bold = if look.weight == "400" { "" } else { "\\bfseries" };
        let mut options = vec![["anchor=", anchor].concat()];
        options.push(
            [
                "font=\\sffamily",
                bold,
                "\\fontsize{",
                &size,
                "}{",
                &size,
                "}\\selectfont",
            ]
            .concat(),
        );
        if let Some(fill) = look.fill {
            options.push(["text=", &self.colour(fill)].concat());
        }
        share(&mut options, "text opacity=", look.opacity);
        if let Some(card) = card.filter(|_| look.halo) {
            // Letters have no outline here: what they lie over is covered instead.
            options.push(["fill=", &self.colour(card), ", inner sep=1pt"].concat());
        }
        let at = point([at.0, at.1], (0.0, 0.0));
        self.body += &[
            "\\node[",
            &options.join(", "),
            "] at ",
            &at,
            " {",
            &tex::words(words),
            "};\n",
        ]
        .concat();
    }
}

fn share(options: &mut Vec<String>, name: &str, share: f32) {
    if share != 1.0 {
        options.push([name, &number(share)].concat());
    }
}

fn dashes(look: &Look) -> Option<String> {
    let mut pattern = String::from("dash pattern=");
    for (index, dash) in look.dashes.iter().enumerate() {
        pattern += [" on ", " off "][index % 2];
        pattern += &number(dash * POINT);
        pattern += "pt";
    }
    (!look.dashes.is_empty()).then(|| pattern.replacen("= ", "=", 1))
}

/// A path's pieces in TikZ's words, `unit` long and moved.
fn way(d: &str, at: (f32, f32), unit: [f32; 2]) -> String {
    let mut way = String::new();
    let point = |[x, y]: [f32; 2]| self::point([x * unit[0], y * unit[1]], at);
    let mut rest = &pieces(d)[..];
    while let [piece, after @ ..] = rest {
        if let Some((from, to, after)) = rectangle(rest) {
            way += &[" ", &point(from), " rectangle ", &point(to)].concat();
            rest = after;
            continue;
        }
        way += &match *piece {
            Piece::Move(to) => [" ", &point(to)].concat(),
            Piece::Line(to) => ["--", &point(to)].concat(),
            Piece::Curve([a, b, to]) => ["..controls ", &point(a), " and ", &point(b), " .. ", &point(to)].concat(),
            Piece::Close => "--cycle".to_owned(),
        };
        rest = after;
    }
    way.trim_start().to_owned()
}

/// The corners of a rectangle, if a path begins with one, and what follows: mosaics are made of them.
fn rectangle(path: &[Piece]) -> Option<([f32; 2], [f32; 2], &[Piece])> {
    let [
        Piece::Move(a),
        Piece::Line(b),
        Piece::Line(c),
        Piece::Line(d),
        Piece::Close,
        rest @ ..,
    ] = path
    else {
        return None;
    };
    let is_upright = a[1] == b[1] && b[0] == c[0] && c[1] == d[1] && d[0] == a[0];
    is_upright.then_some((*a, *c, rest))
}

fn point([x, y]: [f32; 2], at: (f32, f32)) -> String {
    ["(", &number(x + at.0), ",", &number(y + at.1), ")"].concat()
}
