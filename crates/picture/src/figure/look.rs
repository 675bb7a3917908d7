//! What a mark looks like, worked out to plain colours and lengths.
use super::colour::Rgb;
use super::style::{Scheme, Style};

/// What a mark looks like.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    pub fill: Option<Rgb>,
    pub stroke: Option<Rgb>,
    pub stroke_width: f32,
    /// Lengths of dashes and gaps; none where the line is whole.
    pub dashes: Vec<f32>,
    pub opacity: f32,
    pub fill_opacity: f32,
    pub stroke_opacity: f32,
    pub weight: &'static str,
    /// Where on the text its place is: `start`, `middle` or `end`.
    pub anchor: &'static str,
    pub round_ends: bool,
    pub round_corners: bool,
    /// Whether the stroke lies beneath the fill, as a halo around letters.
    pub halo: bool,
    pub crisp: bool,
}

/// The looks of a scheme. Marks of one class look alike: what was asked for is kept.
#[derive(Debug)]
pub(crate) struct Looks {
    style: Style,
    kept: Vec<(&'static str, &'static str, Look)>,
}

impl Looks {
    pub fn new(scheme: Scheme, sheets: &[&'static str]) -> Self {
        Self {
            style: Style::new(scheme, sheets),
            kept: Vec::new(),
        }
    }

    /// The colour of a custom property of the sheet.
    pub fn named(&self, value: &str) -> Option<Rgb> {
        self.style.colour(value, &[])
    }

    pub fn of(&mut self, tag: &'static str, class: &'static str) -> Look {
        let known = self.kept.iter().find(|(a, b, _)| (*a, *b) == (tag, class));
        if let Some((_, _, look)) = known {
            return look.clone();
        }
        let look = self.worked_out(tag, class);
        self.kept.push((tag, class, look.clone()));
        look
    }

    fn worked_out(&self, tag: &str, class: &str) -> Look {
        let declared = self.style.declared(tag, class);
        let mut look = Look {
            fill: Some(Rgb([0; 3])),
            stroke: None,
            stroke_width: 1.0,
            dashes: Vec::new(),
            opacity: 1.0,
            fill_opacity: 1.0,
            stroke_opacity: 1.0,
            weight: "400",
            anchor: "start",
            round_ends: false,
            round_corners: false,
            halo: false,
            crisp: false,
        };
        for &(name, value) in &declared {
            let number = |else_: f32| story::read_number(value).unwrap_or(else_);
            match name {
                "fill" => look.fill = self.style.colour(value, &declared),
                "stroke" => look.stroke = self.style.colour(value, &declared),
                "stroke-width" => look.stroke_width = number(1.0),
                "stroke-dasharray" => look.dashes = value.split(' ').filter_map(story::read_number).collect(),
                "opacity" => look.opacity = number(1.0),
                "fill-opacity" => look.fill_opacity = number(1.0),
                "stroke-opacity" => look.stroke_opacity = number(1.0),
                "font-weight" => look.weight = value,
                "text-anchor" => look.anchor = value,
                "stroke-linecap" => look.round_ends = value == "round",
                "stroke-linejoin" => look.round_corners = value == "round",
                "paint-order" => look.halo = value == "stroke",
                "shape-rendering" => look.crisp = value == "crispEdges",
                _ => {}
            }
        }
        look
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_what_the_sheet_says() {
        let mut looks = Looks::new(Scheme::Light, &[crate::STYLE]);
        let padding = looks.of("rect", "cell pad");
        assert_eq!(padding.fill, Rgb::of_hex("#fff"));
        assert_eq!(padding.stroke, Rgb::of_hex("#9299a5"));
        assert_eq!((padding.stroke_width, &padding.dashes[..]), (1.2, &[3.0, 3.0][..]));
        let number = looks.of("text", "num window");
        assert_eq!((number.weight, number.anchor), ("650", "middle"));
        assert!(looks.of("text", "callout").halo);
        let dark = Looks::new(Scheme::Dark, &[crate::STYLE]).of("rect", "cell pad");
        assert_eq!(dark.fill, Rgb::of_hex("#1a1e25"));
    }

    #[test]
    fn a_dash_can_be_taken_away() {
        let mut looks = Looks::new(Scheme::Light, &[crate::STYLE]);
        assert!(looks.of("rect", "cell pad window now").dashes.is_empty());
    }
}
