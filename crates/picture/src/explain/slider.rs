//! Sliders over the first few values of an argument: one for all axes where they are equal, one for each where they differ.
use super::Choice;
use conv::Field;
use story::text::{WindowsKey, fill, say};
use story::{Change, Scene, args, words};

/// No kernel of the stage is larger.
const MOST: i64 = 11;

/// Sliders over the values from 1 to `most`, and to the present one, that the input allows; none where there is nothing to
/// choose.
pub(super) fn sliders(scene: &Scene, field: Field, most: i64) -> Vec<Choice> {
    let mut choices = Vec::new();
    let Some(values) = args::numbers(scene.spec(), field) else {
        return choices;
    };
    let is_alike = values.iter().all(|value| *value == values[0]);
    for (axis, &value) in values.iter().enumerate() {
        let (axis, name) = if is_alike {
            (None, field.name().to_owned())
        } else {
            let axis_name = say(words::axis_name(axis, values.len()));
            let name = fill(WindowsKey::SliderOnAxis, &[("name", field.name()), ("axis", axis_name)]);
            (Some(axis), name)
        };
        choices.extend(slider(scene, (field, axis), value, most, name));
        if is_alike {
            break;
        }
    }
    choices
}

fn slider(
    scene: &Scene,
    (field, axis): (Field, Option<usize>),
    present: i64,
    most: i64,
    name: String,
) -> Option<Choice> {
    let (mut options, mut now) = (Vec::new(), None);
    let mut value = 1;
    let last = present.max(most);
    while value <= last {
        let change = Change::Layer(args::set(scene.spec(), field, axis, value));
        if value == present {
            now = Some(options.len());
        }
        if value == present || scene.with(change.clone()).plan().is_ok() {
            options.push((value.to_string(), change));
        }
        // A present value that is far beyond is the last stop.
        value = if value >= MOST.max(most) && value < last {
            last
        } else {
            value + 1
        };
    }
    (options.len() > 1).then_some(Choice {
        name,
        options,
        now,
        slides: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use conv::LayerSpec;
    use story::Showing;

    /// Each slider's name, its stops and the present one.
    fn stops(layer: &str, size: &[usize]) -> Vec<(String, String, String)> {
        let spec = LayerSpec::parse(layer).expect("a layer");
        let scene = Scene::default().with(Change::Layer(spec));
        let scene = scene.with(Change::Size(size.to_vec()));
        assert!(matches!(scene.show(), Ok(Showing::Film(_))), "{layer}");
        let mut told = Vec::new();
        for choice in sliders(&scene, Field::Stride, 4) {
            let now = choice.now.expect("every slider has a thumb");
            let stops: Vec<&str> = choice.options.iter().map(|(name, _)| &name[..]).collect();
            told.push((choice.name, stops.join(" "), choice.options[now].0.clone()));
        }
        told
    }

    #[test]
    fn equal_axes_have_one_slider_and_others_one_each() {
        let told = |name: &str, stops: &str, now: &str| (name.to_owned(), stops.to_owned(), now.to_owned());
        assert_eq!(
            stops("Conv2d(1, 1, 3, stride=2)", &[9, 9]),
            [told("stride", "1 2 3 4", "2")]
        );
        assert_eq!(
            stops("Conv2d(1, 1, 3, stride=(2, 3))", &[9, 9]),
            [
                told("stride, height", "1 2 3 4", "2"),
                told("stride, width", "1 2 3 4", "3")
            ]
        );
        assert_eq!(
            stops("Conv1d(1, 1, 1, stride=40)", &[50]),
            [told("stride", "1 2 3 4 5 6 7 8 9 10 11 40", "40")]
        );
    }

    #[test]
    fn a_slider_of_one_axis_leaves_the_others() {
        let spec = LayerSpec::parse("Conv2d(1, 1, 3, stride=(2, 3))").expect("a layer");
        let scene = Scene::default().with(Change::Layer(spec));
        let scene = scene.with(Change::Size(vec![9, 9]));
        let sliders = sliders(&scene, Field::Stride, 4);
        let changed = scene.with(sliders[1].options[0].1.clone());
        assert_eq!(changed.spec().stride, [2, 1]);
    }
}
