//! One of several: which layer made a picture, and whether a claim holds.
use super::{Answer, Asked, Form, Misconception, Question};
use crate::Scene;
use crate::text::{AskKey, say};
use conv::{Field, LayerSpec};

/// The lines to choose from, of which one is that of the layer in hand.
pub fn layer(scene: &Scene, choices: Vec<String>) -> Option<Asked> {
    let own = scene.spec().to_string();
    let right = choices.iter().position(|line| *line == own)?;
    Some(Asked {
        form: Form::Choice(choices),
        right: Answer::Choice(right),
        cell: None,
    })
}

pub fn claim(holds: bool) -> Asked {
    Asked {
        form: Form::Choice(
            [AskKey::ClaimRight, AskKey::ClaimWrong]
                .map(|key| say(key).to_owned())
                .to_vec(),
        ),
        right: Answer::Choice(usize::from(!holds)),
        cell: None,
    }
}

/// What each of the other layers has that the picture does not show.
pub fn mistakes(question: &Question) -> Vec<(Misconception, Answer)> {
    let Form::Choice(lines) = &question.form else {
        return Vec::new();
    };
    let own = question.shot.scene.spec();
    let others = lines.iter().enumerate().filter_map(|(at, line)| {
        let other = LayerSpec::parse(line).ok()?;
        Some((
            Misconception::OtherArgument(difference(own, &other)?),
            Answer::Choice(at),
        ))
    });
    others.collect()
}

/// The first argument in which two layers differ.
fn difference(one: &LayerSpec, other: &LayerSpec) -> Option<Field> {
    if one.op != other.op || one.rank() != other.rank() {
        return Some(Field::Op);
    }
    Field::ARGUMENTS
        .into_iter()
        .find(|&field| one.value(field) != other.value(field))
}
