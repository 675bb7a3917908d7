//! What is said of the stride: the floor with its numbers, what it loses, and what it makes alike.
use crate::coord::count;
use crate::explain::Still;
use crate::explain::slider::sliders;
use conv::Field;
use std::sync::Arc;
use story::text::{ExplainKey, WindowsKey, fill, say};
use story::{Film, Formula, Ruler, Scene, same_output, words};

/// Strides on the slider.
const STRIDES: i64 = 4;

pub(super) fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    still.choices.extend(sliders(scene, Field::Stride, STRIDES));
    let plan = &film.plan;
    let rank = plan.rank();
    let formulas: Vec<Formula> = (3 - rank..3).map(|axis| Formula::of(plan, axis)).collect();
    let is_alike = formulas.iter().all(|formula| *formula == formulas[0]);
    let mut collapses = false;
    for (own, formula) in formulas.iter().enumerate() {
        let axis = 3 - rank + own;
        let (smallest, largest) = same_output(plan, axis);
        collapses |= smallest < largest;
        let lost = lost(&Ruler::of(plan, axis));
        let facts = [floor(formula), lost, collapse(smallest, largest, formula)];
        if is_alike {
            still.lines.extend(facts);
            break;
        }
        let name = say(words::axis_name(own, rank));
        still
            .lines
            .push(fill(ExplainKey::OnAxis, &[("axis", name)]) + &facts.join(" "));
    }
    if collapses {
        still.lines.push(say(WindowsKey::StrideAmbiguous).to_owned());
    }
}

/// The output-size formula with its numbers.
fn floor(formula: &Formula) -> String {
    let padding = words::padding(formula);
    let reach = formula.effective_kernel();
    let room = formula.input + formula.padding.0 + formula.padding.1 - reach;
    fill(
        WindowsKey::StrideFloor,
        &[
            ("input", &formula.input.to_string()),
            ("padding", &padding),
            ("reach", &reach.to_string()),
            ("room", &room.to_string()),
            ("stride", &formula.stride.to_string()),
            ("output", &formula.output.to_string()),
        ],
    )
}

/// What no window reads, padding and data told apart.
fn lost(ruler: &Ruler) -> String {
    let (data, padding) = (ruler.lost(), ruler.lost_padding());
    let key = match (data.len(), padding) {
        (0, 0) => WindowsKey::StrideAllRead,
        (0, _) => WindowsKey::StrideLosesPadding,
        (_, 0) => WindowsKey::StrideLosesData,
        _ => WindowsKey::StrideLosesBoth,
    };
    let mut places = String::new();
    for (index, &at) in data.iter().take(6).enumerate() {
        places += if index == 0 { "" } else { ", " };
        places += &count(at);
    }
    if data.len() > 6 {
        places += say(WindowsKey::StrideAndMore);
    }
    let (data, padding) = (count(data.len()), count(padding));
    fill(key, &[("count", &data), ("padding", &padding), ("places", &places)])
}

/// The input sizes that give the same output size.
fn collapse(smallest: usize, largest: usize, formula: &Formula) -> String {
    let output = formula.output.to_string();
    if smallest == largest {
        return fill(WindowsKey::StrideOwnSize, &[("output", &output)]);
    }
    let key = if largest - smallest == 1 {
        WindowsKey::StrideTwoSizes
    } else if largest - smallest < 4 {
        WindowsKey::StrideSizes
    } else {
        WindowsKey::StrideSizeRange
    };
    let mut sizes = String::new();
    if largest - smallest < 4 {
        for size in smallest..largest {
            sizes += if size == smallest { "" } else { ", " };
            sizes += &size.to_string();
        }
    } else {
        sizes = smallest.to_string();
    }
    let facts = [
        ("sizes", &sizes[..]),
        ("last", &largest.to_string()),
        ("output", &output),
    ];
    fill(key, &facts)
}

#[cfg(test)]
mod tests {
    use crate::explain::told;
    use story::Topic;

    fn lines(layer: &str, size: &[usize]) -> Vec<String> {
        told(Topic::Stride, layer, size)
    }

    #[test]
    fn the_floor_is_told_with_what_it_loses() {
        let told = lines("Conv1d(1, 1, 2, stride=2, padding=1)", &[5]);
        assert_eq!(told[0], "⌊(5 + 2·1 − 2) ÷ 2⌋ + 1 = ⌊5 ÷ 2⌋ + 1 = 3 windows.");
        assert_eq!(
            told[1],
            "Cells that feed 0 outputs: 1 of the padding, none of the data."
        );
        let told = lines("Conv1d(1, 1, 3, stride=2)", &[6]);
        assert_eq!(told[1], "Cells that feed 0 outputs: 1 of the data, at 5.");
        assert_eq!(told[2], "Input sizes 5 and 6 both give 2.");
        let told = lines("Conv1d(1, 1, 3, stride=3)", &[8]);
        assert_eq!(told[2], "Input sizes 6, 7 and 8 all give 2.");
    }

    #[test]
    fn alike_axes_are_told_once_and_others_each() {
        assert_eq!(lines("Conv2d(1, 1, 3)", &[5, 5]).len(), 3);
        let told = lines("Conv2d(1, 1, 3, stride=(1, 2))", &[5, 6]);
        assert_eq!(told.len(), 3);
        assert!(told[0].starts_with("On the height: ⌊(5 + "), "{told:?}");
        assert!(told[1].starts_with("On the width: ⌊(6 + "), "{told:?}");
    }
}
