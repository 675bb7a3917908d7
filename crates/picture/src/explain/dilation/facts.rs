//! What is said of the dilation: how far the kernel reaches, and that zeros in its holes change nothing.
use crate::coord::count;
use crate::explain::Still;
use crate::explain::slider::sliders;
use crate::shape::volume;
use conv::Field;
use std::sync::Arc;
use story::equal::Other;
use story::text::{ExplainKey, WindowsKey, fill, say};
use story::{Film, Formula, Scene, number, words};

/// Dilations on the slider.
const MOST: i64 = 4;
/// Products computed for the comparison.
const WORK: usize = 1 << 18;

pub(super) fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    still.choices.extend(sliders(scene, Field::Dilation, MOST));
    let plan = &film.plan;
    let rank = plan.rank();
    let formulas: Vec<Formula> = (3 - rank..3).map(|axis| Formula::of(plan, axis)).collect();
    let kernel = |formula: &Formula| (formula.dilation, formula.kernel);
    let is_alike = formulas.iter().all(|formula| kernel(formula) == kernel(&formulas[0]));
    for (own, formula) in formulas.iter().enumerate() {
        let told = ["d·(k − 1) + 1 = ", &effective(formula), "."].concat();
        let told = fill(WindowsKey::DilationReach, &[("formula", &told)]);
        if is_alike {
            still.lines.push(told);
            break;
        }
        let name = say(words::axis_name(own, rank));
        still.lines.push(fill(ExplainKey::OnAxis, &[("axis", name)]) + &told);
    }
    if !has_holes(film) {
        still.lines.push(say(WindowsKey::DilationNone).to_owned());
        return;
    }
    let reach = formulas
        .iter()
        .fold(1, |cells, formula| cells * formula.effective_kernel());
    let weights = volume(plan.kernel_size());
    let facts = [("weights", &count(weights)[..]), ("cells", &reach.to_string())];
    still.lines.push(fill(WindowsKey::DilationCost, &facts));
    still.lines.push(equality(film));
}

/// What the layer with zeros in the holes computes, against this one.
fn equality(film: &Film) -> String {
    let other = match Other::zero_stuffed(film) {
        Ok(Some(other)) => other,
        Ok(None) => return say(WindowsKey::DilationTooMany).to_owned(),
        Err(refusal) => return words::explain(&refusal),
    };
    match other.compared(film, WORK) {
        Ok(difference) => {
            let facts = [
                ("layer", &other.plan.spec().to_string()[..]),
                ("some", &count(difference.compared)),
                ("count", &count(difference.all)),
                ("difference", &number(difference.largest)),
            ];
            fill(WindowsKey::DilationEqual, &facts)
        }
        Err(refusal) => words::explain(&refusal),
    }
}

/// `2·(3 − 1) + 1 = 5`
pub(super) fn effective(formula: &Formula) -> String {
    let (dilation, kernel) = (formula.dilation.to_string(), formula.kernel.to_string());
    let reach = formula.effective_kernel().to_string();
    [&dilation, "·(", &kernel, " − 1) + 1 = ", &reach].concat()
}

pub(super) fn has_holes(film: &Film) -> bool {
    let (kernel, dilation) = (film.plan.kernel_size(), film.plan.dilation());
    (0..3).any(|axis| kernel[axis] > 1 && dilation[axis] > 1)
}

#[cfg(test)]
mod tests {
    use crate::explain::told;
    use story::Topic;

    #[test]
    fn the_equal_layer_is_named_with_its_difference() {
        assert_eq!(
            told(Topic::Dilation, "Conv2d(1, 1, 3, dilation=2, bias=False)", &[7, 8]),
            [
                "The kernel reaches over d·(k − 1) + 1 = 2·(3 − 1) + 1 = 5.",
                "Each channel's 9 weights reach over 25 cells.",
                "nn.Conv2d(1, 1, kernel_size=5, bias=False) with zeros in the holes: 12 of 12 outputs computed with both, \
                 largest difference 0.",
            ]
        );
    }

    #[test]
    fn axes_that_differ_are_told_apart() {
        let lines = told(Topic::Dilation, "Conv2d(1, 1, 3, dilation=(1, 3))", &[7, 8]);
        assert_eq!(
            lines[..2],
            [
                "On the height: The kernel reaches over d·(k − 1) + 1 = 1·(3 − 1) + 1 = 3.",
                "On the width: The kernel reaches over d·(k − 1) + 1 = 3·(3 − 1) + 1 = 7.",
            ]
        );
    }

    #[test]
    fn what_owes_its_output_padding_to_its_dilation_says_why_it_is_not_compared() {
        let layer = "ConvTranspose1d(1, 1, 3, dilation=3, output_padding=2)";
        let lines = told(Topic::Dilation, layer, &[4]);
        assert_eq!(
            lines[2],
            "output_padding is less than stride or dilation, so at most 0; 2 is too much."
        );
    }
}
