//! What is said of the two senses: their names, how far apart their numbers are, and how the one becomes the other.
use crate::coord::count;
use crate::explain::{Choice, Still};
use conv::Refusal;
use std::sync::Arc;
use story::equal::{Other, is_symmetric};
use story::text::{WindowsKey, fill, say};
use story::{Change, Film, Scene, number, words};

/// Products computed for a comparison.
const WORK: usize = 1 << 18;

pub(super) fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    let option = |key, flip| (say(key).to_owned(), Change::Flip(flip));
    still.choices.push(Choice {
        name: say(WindowsKey::FlipChoice).to_owned(),
        options: vec![
            option(WindowsKey::FlipCross, false),
            option(WindowsKey::FlipConvolution, true),
        ],
        now: Some(usize::from(scene.view.flip)),
        slides: false,
    });
    still.lines.push(
        say(if film.plan.flip() {
            WindowsKey::FlipIsConvolution
        } else {
            WindowsKey::FlipIsCross
        })
        .to_owned(),
    );
    let apart = if is_symmetric(film) {
        WindowsKey::FlipSymmetric
    } else {
        WindowsKey::FlipApart
    };
    let equal = if film.plan.flip() {
        WindowsKey::FlipEqualsCross
    } else {
        WindowsKey::FlipEqualsConvolution
    };
    still.lines.push(told(apart, film, Other::mirrored(film)));
    still.lines.push(told(equal, film, Other::mirrored_and_turned(film)));
}

/// What another layer computes, against this one.
fn told(key: WindowsKey, film: &Film, other: Result<Other, Refusal>) -> String {
    match other.and_then(|other| other.compared(film, WORK)) {
        Ok(difference) => {
            let facts = [
                ("some", &count(difference.compared)[..]),
                ("count", &count(difference.all)),
                ("difference", &number(difference.largest)),
            ];
            fill(key, &facts)
        }
        Err(refusal) => words::explain(&refusal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use story::link::read;

    fn lines(weight: &str, flip: &str) -> Vec<String> {
        let link = [
            ("layer", "Conv1d(1,1,3,padding=2,bias=False)"),
            ("input", "1,2,3,4"),
            ("weight", weight),
            ("flip", flip),
        ];
        let (shot, _) = read(&link.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let story::Showing::Film(film) = shot.scene.show().expect("a scene") else {
            panic!("too large");
        };
        let mut all = Still::default();
        still(&mut all, &shot.scene, &film);
        all.lines
    }

    #[test]
    fn both_senses_are_computed_and_their_difference_told() {
        for flip in ["0", "1"] {
            let told = lines("1,2,3", flip);
            assert_eq!(
                told[1],
                "Computed in both senses, 6 of 6 outputs: largest difference 8."
            );
            assert!(
                told[2].ends_with("6 of 6 outputs computed, largest difference 0."),
                "{told:?}"
            );
        }
    }

    #[test]
    fn a_symmetric_kernel_changes_nothing() {
        let told = lines("1,2,1", "1");
        assert!(told[1].contains("nothing changes"), "{told:?}");
        assert!(told[1].ends_with("largest difference 0."), "{told:?}");
    }

    #[test]
    fn what_pytorch_computes_is_named() {
        assert!(lines("1,2,3", "0")[0].contains("cross-correlation, which is what PyTorch's Conv layers compute"));
        assert!(lines("1,2,3", "1")[0].contains("PyTorch's Conv layers do not"));
    }
}
