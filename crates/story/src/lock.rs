//! What an author locked stays as it is, whatever a reader tries.
use crate::{Change, Control, Controls, Desk, Scene, Tensor};
use conv::{Field, LayerSpec};

impl Desk {
    /// As [`Desk::with`], but for a change of something locked, which changes nothing.
    #[must_use]
    pub fn with_unlocked(&self, change: Change) -> Self {
        let next = self.with(change);
        let view = &self.scene.view;
        if differing(self.draft(), next.draft())
            .iter()
            .any(|control| view.locks(control))
        {
            self.clone()
        } else {
            next
        }
    }
}

impl Control {
    /// What locks a tensor's numbers.
    pub fn of(tensor: Tensor) -> Self {
        match tensor {
            Tensor::Input | Tensor::Output => Self::Input,
            Tensor::Weight => Self::Weight,
            Tensor::Bias => Self::Bias,
        }
    }
}

/// The values that differ between two scenes.
fn differing(a: &Scene, b: &Scene) -> Controls {
    let mut all = Controls::NONE;
    let mut note = |differs: bool, control| {
        if differs {
            all = all.with(control);
        }
    };
    let (net, other) = (&*a.net, &*b.net);
    note(net.size != other.size, Control::Shape);
    note(
        net.input != other.input || net.seed != other.seed || net.fill != other.fill,
        Control::Input,
    );
    // Generated weights follow the seed too.
    note(net.seed != other.seed, Control::Weight);
    note(net.stages.len() != other.stages.len(), Control::Layer);
    for (one, two) in net.stages.iter().zip(&other.stages) {
        note(one.weight != two.weight, Control::Weight);
        note(one.bias != two.bias, Control::Bias);
        let class = |spec: &LayerSpec| (spec.op, spec.rank());
        note(class(&one.spec) != class(&two.spec), Control::Layer);
        if class(&one.spec) == class(&two.spec) {
            for field in Field::ARGUMENTS {
                if let Some(control) = Control::from_name(field.name()) {
                    note(one.spec.value(field) != two.spec.value(field), control);
                }
            }
        }
    }
    note(a.view.flip != b.view.flip, Control::Flip);
    note(a.view.order != b.view.order, Control::Order);
    note(a.view.speed != b.view.speed, Control::Speed);
    note(a.view.picture != b.view.picture, Control::Explain);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Order;

    fn locked(controls: &[Control]) -> Desk {
        let mut desk = Desk::default();
        desk.scene.view.lock = Controls::of(controls);
        desk
    }

    fn layer(desk: &Desk, change: impl FnOnce(&mut LayerSpec)) -> Change {
        let mut spec = desk.scene.spec().clone();
        change(&mut spec);
        Change::Layer(spec)
    }

    #[test]
    fn a_locked_argument_stays_and_another_one_is_set() {
        let desk = locked(&[Control::Stride]);
        let stride = layer(&desk, |spec| spec.stride = vec![2, 2]);
        assert_eq!(desk.with_unlocked(stride), desk);
        let dilation = layer(&desk, |spec| spec.dilation = vec![2, 2]);
        assert_ne!(desk.with_unlocked(dilation), desk);
    }

    #[test]
    fn a_locked_line_keeps_its_layer_by_every_way() {
        let desk = locked(&[Control::Line]);
        let spec = LayerSpec::parse("Conv1d(1, 1, 2)").unwrap_or_else(|_| desk.scene.spec().clone());
        for change in [
            Change::Layer(spec.clone()),
            Change::Layers(vec![spec.clone()]),
            Change::Insert(1, spec.clone()),
            Change::Size(vec![9, 9]),
            layer(&desk, |spec| spec.bias = !spec.bias),
        ] {
            assert_eq!(desk.with_unlocked(change.clone()), desk, "{change:?}");
        }
        assert_ne!(desk.with_unlocked(Change::Order(Order::Columns)), desk);
    }

    #[test]
    fn locked_numbers_stay_whether_edited_or_generated_anew() {
        let desk = locked(&[Control::Numbers]);
        for change in [Change::Seed(9), Change::Cell(Tensor::Weight, 0, Some(7.0))] {
            assert_eq!(desk.with_unlocked(change.clone()), desk, "{change:?}");
        }
        let one = locked(&[Control::Weight]);
        assert_ne!(one.with_unlocked(Change::Cell(Tensor::Input, 0, Some(7.0))), one);
    }

    #[test]
    fn how_steps_go_can_be_locked() {
        let desk = locked(&[Control::Ways, Control::Flip]);
        for change in [Change::Order(Order::Columns), Change::Flip(true)] {
            assert_eq!(desk.with_unlocked(change.clone()), desk, "{change:?}");
        }
    }
}
