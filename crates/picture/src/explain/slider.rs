//! A slider over the first few values of an argument.
use super::Choice;
use conv::Field;
use story::{Change, Scene, args};

/// A slider over the values from 1 to `most`, and to the present one, that the input allows; none where there is nothing
/// to choose.
pub(super) fn slider(scene: &Scene, field: Field, most: i64) -> Option<Choice> {
    let spec = scene.spec();
    let values = args::numbers(spec, field)?;
    // No kernel of the stage is larger.
    let most = values.iter().fold(most, |most, &value| most.max(value)).min(11);
    let (mut options, mut now) = (Vec::new(), None);
    for value in 1..=most {
        let changed = args::set(spec, field, None, value);
        if changed == *spec {
            now = Some(options.len());
        }
        let change = Change::Layer(changed);
        if scene.with(change.clone()).plan().is_ok() {
            options.push((value.to_string(), change));
        }
    }
    (options.len() > 1).then(|| Choice {
        name: field.name().to_owned(),
        options,
        now,
        slides: true,
    })
}
