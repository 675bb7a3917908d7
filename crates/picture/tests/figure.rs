//! Figures: that they need nothing beside them, and look as somebody has seen them.
// Films that other tests draw otherwise.
#[allow(dead_code)]
mod explained;
mod kept;
#[allow(dead_code)]
mod scenes;

use picture::explain::Explained;
use picture::figure::{self, STRIP_WIDTH, Scheme, WIDTH};
use scenes::SHOTS;
use std::error::Error;
use story::Cursor;

type Checked = Result<(), Box<dyn Error>>;

const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

type Pairs = Vec<(String, String)>;
type Element = (String, Pairs, String);

/// The elements of an SVG text: name, attributes, text. What is not well formed is an error.
fn elements(svg: &str) -> Result<Vec<Element>, String> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    let mut rest = svg;
    while let Some(after) = rest.strip_prefix('<') {
        let (tag, after) = after.split_once('>').ok_or("a tag is not closed")?;
        if let Some(name) = tag.strip_prefix('/') {
            (open.pop().as_deref() == Some(name))
                .then_some(())
                .ok_or(format!("</{name}> closes nothing"))?;
        } else {
            let single = tag.ends_with('/');
            let tag = tag.trim_end_matches('/');
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            found.push((name.to_owned(), pairs(attributes)?, String::new()));
            if !single {
                open.push(name.to_owned());
            }
        }
        let (words, after) = after.split_at(after.find('<').unwrap_or(after.len()));
        if let Some(last) = found.last_mut().filter(|_| !words.is_empty()) {
            last.2 += words;
        }
        rest = after;
    }
    (open.is_empty() && rest.is_empty())
        .then_some(found)
        .ok_or(format!("{open:?} left open, then {rest:?}"))
}

fn pairs(mut rest: &str) -> Result<Pairs, String> {
    let mut pairs = Pairs::new();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").ok_or("an attribute without a value")?;
        let (value, after) = after.split_once('"').ok_or("a value is not closed")?;
        if pairs.iter().any(|(known, _)| known == name) {
            return Err(format!("{name} stands twice"));
        }
        pairs.push((name.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Ok(pairs)
}

#[test]
fn a_figure_needs_nothing_beside_it() -> Checked {
    for shot in SHOTS {
        for scheme in SCHEMES {
            for width in [100.0, 1920.0] {
                // Given a step, when it is written as a figure
                let svg = figure::figure(&shot.frame()?, None, width).svg(scheme);
                let elements = elements(&svg).map_err(|fault| format!("{}: {fault}", shot.name))?;
                // Then all is plain: colours by number, nothing that a style sheet or a script would have to bring
                for (name, attributes, _) in &elements {
                    assert!(
                        ["svg", "title", "desc", "g", "rect", "text", "path"].contains(&&**name),
                        "{name}"
                    );
                    for (attribute, value) in attributes {
                        let is_plain = match &**attribute {
                            "fill" | "stroke" => value == "none" || (value.len() == 7 && value.starts_with('#')),
                            "class" | "style" | "id" => false,
                            _ => !value.contains("var(") && !value.contains("NaN"),
                        };
                        assert!(is_plain, "{}: {attribute}={value}", shot.name);
                    }
                }
                // and it says what it is
                assert!(elements[1].0 == "title" && !elements[1].2.is_empty());
                assert!(elements[2].0 == "desc" && elements[2].2.len() > elements[1].2.len());
                assert!(svg.contains(&format!("width=\"{width}\"")));
            }
        }
    }
    Ok(())
}

#[test]
fn a_strip_has_every_step_or_says_how_many() -> Checked {
    for shot in SHOTS {
        let timeline = shot.timeline()?;
        let svg = figure::strip(&timeline, STRIP_WIDTH).svg(Scheme::Light);
        let elements = elements(&svg)?;
        let shown = if timeline.steps() > 30 { 24 } else { timeline.steps() };
        // A picture and a caption a step, the heading, and the note where steps are left out
        let groups = elements.iter().filter(|(name, ..)| name == "g").count();
        let is_cut = timeline.steps() > shown;
        assert_eq!(groups, 2 * shown + 1 + usize::from(is_cut), "{}", shot.name);
        assert_eq!(
            elements[2].2.contains(&format!("of {} steps", timeline.steps())),
            is_cut
        );
    }
    Ok(())
}

#[test]
fn tikz_is_well_formed_and_in_letters_that_every_engine_knows() -> Checked {
    for shot in SHOTS {
        for scheme in SCHEMES {
            let tikz = figure::tikz(&shot.frame()?, scheme);
            check_tikz(&tikz).map_err(|fault| format!("{}: {fault}", shot.name))?;
        }
    }
    Ok(())
}

fn check_tikz(tikz: &str) -> Result<(), String> {
    let lines: Vec<&str> = tikz.lines().skip_while(|line| line.starts_with("% ")).collect();
    let [first, body @ .., last] = &lines[..] else {
        return Err("is empty".to_owned());
    };
    if !first.starts_with("\\begin{tikzpicture}[") || *last != "\\end{tikzpicture}" {
        return Err(format!("begins {first}, ends {last}"));
    }
    let mut defined = Vec::new();
    for line in body {
        let depth = line.replace("\\{", "").replace("\\}", "");
        let is_balanced = depth.matches('{').count() == depth.matches('}').count();
        if !is_balanced || !line.is_ascii() || line.contains("NaN") {
            return Err((*line).to_owned());
        }
        if let Some(rest) = line.strip_prefix("\\definecolor{") {
            defined.push(rest[..4].to_owned());
            continue;
        }
        if !["\\path[", "\\node[", "\\fill["]
            .iter()
            .any(|start| line.starts_with(start))
            || !line.ends_with(';')
        {
            return Err((*line).to_owned());
        }
        for key in ["fill=cl", "draw=cl", "text=cl"] {
            for (at, _) in line.match_indices(key) {
                let name = &line[at + 5..at + 9];
                if !defined.iter().any(|known| known == name) {
                    return Err(format!("{name} is no colour: {line}"));
                }
            }
        }
    }
    Ok(())
}

#[test]
fn figures_look_as_they_did() -> Checked {
    let frame = |name: &str| {
        SHOTS
            .iter()
            .find(|shot| shot.name == name)
            .ok_or("no such shot")?
            .frame()
    };
    let plain = frame("plain")?;
    let explained = explained::shown("layer=Conv2d(1,1,3,stride=2)&shape=6x6&picture=stride&step=1")?;
    let step = Cursor::whole(explained.step);
    let drawing = Explained {
        drawing: explained.drawing(step, None, figure::inner(WIDTH)),
        style: picture::explain::STYLE,
    };
    let under = figure::figure(&explained.timeline.at(step), Some(&drawing), WIDTH);
    let strip = figure::strip(&explained.timeline, STRIP_WIDTH);
    let mut faults = Vec::new();
    for (name, text) in [
        ("figure-light", figure::figure(&plain, None, WIDTH).svg(Scheme::Light)),
        ("figure-dark", figure::figure(&plain, None, 420.0).svg(Scheme::Dark)),
        (
            "figure-mosaic",
            figure::figure(&frame("strip")?, None, WIDTH).svg(Scheme::Light),
        ),
        ("figure-explained", under.svg(Scheme::Light)),
        ("figure-strip", strip.svg(Scheme::Light)),
    ] {
        faults.extend(kept::fault(name, &text)?);
    }
    kept::assert_none(&faults);
    Ok(())
}

#[test]
fn a_film_can_be_made_of_one_size() -> Checked {
    let sheet = figure::figure(&SHOTS[0].frame()?, None, WIDTH);
    let (width, height) = sheet.size();
    assert_eq!(sheet.clone().at_least(height - 50.0).size(), (width, height));
    assert_eq!(sheet.at_least(height + 50.0).size(), (width, height + 50.0));
    Ok(())
}
