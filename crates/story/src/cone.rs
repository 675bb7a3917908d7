//! What an output cell sees through the layers in a row, and what a cell reaches: counted on one channel.
use crate::{Film, Scene, Tensor};
use conv::receptive::{self, ReceptiveField};
use conv::{Op, Plan};

/// The layers as they are along one channel: what happens along the channels is the same everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Cone {
    /// The layers up to the first that sees everything (Flatten, Linear), which is left out.
    pub plans: Vec<Plan>,
    /// After every layer, on the three axes of a plan; none from a transposed layer on.
    pub fields: Vec<Option<[ReceptiveField; 3]>>,
    /// Whether a layer was left out.
    pub is_cut: bool,
    /// The layer in hand.
    pub in_hand: usize,
}

/// A cell of one of the tensors: 0 is the first layer's input, then every layer's output. Its index is that of one channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    pub tensor: usize,
    pub cell: usize,
}

/// So many products are followed at most.
const WORK: usize = 1 << 17;

impl Cone {
    pub fn of(scene: &Scene) -> Self {
        let mut specs = scene.net.specs();
        let is_flat = |op: Op| matches!(op, Op::Flatten | Op::Linear);
        let whole = specs.len();
        let kept = specs.iter().position(|spec| is_flat(spec.op)).unwrap_or(whole);
        specs.truncate(kept);
        for spec in &mut specs {
            if matches!(spec.op, Op::Conv | Op::ConvTranspose) {
                (spec.in_channels, spec.out_channels, spec.groups) = (1, 1, 1);
            }
        }
        let shape = [&[1], &scene.net.size[..]].concat();
        let plans = receptive::plans(&specs, &shape);
        Self {
            fields: receptive::fields(&plans),
            is_cut: plans.len() < whole,
            in_hand: scene.in_hand(),
            plans,
        }
    }

    /// The sizes of a tensor along the three axes.
    pub fn size(&self, tensor: usize) -> [usize; 3] {
        match (tensor.checked_sub(1), self.plans.first()) {
            (Some(layer), _) => self.plans.get(layer).map_or([0; 3], Plan::output_size),
            (None, Some(first)) => first.input_size(),
            (None, None) => [0; 3],
        }
    }

    /// The cell that is looked from: one that a person points at in the layer in hand, else the output cell of the step.
    pub fn focus(&self, film: &Film, pointed: Option<crate::Cell>, step: Option<usize>) -> Option<At> {
        let (tensor, cell) = match (pointed, step) {
            (Some(crate::Cell::Of(Tensor::Input, cell)), _) => (self.in_hand, cell),
            (Some(crate::Cell::Of(Tensor::Output, cell)), _) | (_, Some(cell)) => (self.in_hand + 1, cell),
            _ => return None,
        };
        let cells: usize = self.size(tensor).iter().product();
        let is_there = tensor <= self.plans.len() && cells > 0 && film.plan.rank() > 0;
        is_there.then(|| At {
            tensor,
            cell: cell % cells,
        })
    }

    /// In how many ways each cell of each tensor is joined with one cell: in the tensors before it, the ways that lead to
    /// it; after it, the ways that lead on from it; in its own, 1 at itself. None where that is too much to follow.
    pub fn paths(&self, from: At) -> Option<Vec<Vec<u64>>> {
        let products = |plan: &Plan| {
            plan.output_shape()
                .iter()
                .product::<usize>()
                .saturating_mul(plan.slots())
        };
        let all = self
            .plans
            .iter()
            .fold(0_usize, |all, plan| all.saturating_add(products(plan)));
        if all > WORK {
            return None;
        }
        let (before, after) = self.plans.split_at(from.tensor);
        let mut counts = receptive::paths_back(before, from.cell);
        let mut on = receptive::paths_on(after, from.cell);
        if counts.is_empty() {
            return Some(on);
        }
        if !on.is_empty() {
            // The cell's own tensor is in both.
            counts.append(&mut on.split_off(1));
        }
        Some(counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cell, Change, Showing};

    fn scene(layers: &str, size: &[usize]) -> Scene {
        let layers = conv::sequential::parse(layers).expect(layers);
        Scene::default()
            .with(Change::Layers(layers))
            .with(Change::Size(size.to_vec()))
    }

    fn cone(layers: &str, size: &[usize]) -> Cone {
        Cone::of(&scene(layers, size))
    }

    /// From where one looks: pointing at a cell, in a step, with the layer in hand.
    fn looks(scene: &Scene, pointed: Option<Cell>, step: Option<usize>) -> Option<(usize, usize)> {
        let Ok(Showing::Film(film)) = scene.show() else {
            panic!("a film")
        };
        let at = Cone::of(scene).focus(&film, pointed, step)?;
        Some((at.tensor, at.cell))
    }

    #[test]
    fn dilation_two_three_times_leaves_holes() {
        let layer = "Conv1d(1,1,3,dilation=2)";
        let cone = cone(&format!("Sequential({layer},{layer},{layer})"), &[13]);
        let paths = cone.paths(At { tensor: 3, cell: 0 }).expect("few");
        assert_eq!(paths[0], [1, 0, 3, 0, 6, 0, 7, 0, 6, 0, 3, 0, 1]);
        assert_eq!(cone.fields[2].expect("a window")[2].size, 13);
    }

    #[test]
    fn channels_do_not_count_and_a_cell_in_the_middle_looks_both_ways() {
        let cone = cone(
            "Sequential(Conv1d(3,8,3),ReLU(),Conv1d(8,4,3),Flatten(),Linear(?,2))",
            &[8],
        );
        assert!(cone.is_cut);
        let paths = cone.paths(At { tensor: 2, cell: 3 }).expect("few");
        assert_eq!(paths[0], [0, 0, 0, 1, 1, 1, 0, 0]);
        assert_eq!(paths[2], [0, 0, 0, 1, 0, 0]);
        assert_eq!(paths[3], [0, 1, 1, 1]);
    }
    #[test]
    fn one_looks_from_the_cell_that_is_pointed_at_else_from_that_of_the_step() {
        let scene = scene("Sequential(Conv1d(2,3,3),Conv1d(3,2,2))", &[8]).with(Change::Stage(1));
        let input = |cell| Some(Cell::Of(Tensor::Input, cell));
        let output = |cell| Some(Cell::Of(Tensor::Output, cell));
        // Six cells before the second layer and five after it, in every channel
        assert_eq!(looks(&scene, input(7), Some(3)), Some((1, 1)));
        assert_eq!(looks(&scene, output(6), Some(3)), Some((2, 1)));
        assert_eq!(looks(&scene, None, Some(3)), Some((2, 3)));
        assert_eq!(looks(&scene, Some(Cell::Of(Tensor::Weight, 0)), Some(4)), Some((2, 4)));
        assert_eq!(looks(&scene, None, None), None);
    }

    #[test]
    fn nothing_is_seen_from_a_layer_without_axes_or_one_that_sees_everything() {
        let flat = scene("Sequential(Conv1d(1,1,3),Flatten(),Linear(?,2))", &[8]);
        for stage in [1, 2] {
            assert_eq!(looks(&flat.with(Change::Stage(stage)), None, Some(0)), None, "{stage}");
        }
    }

    #[test]
    fn what_is_too_much_to_follow_is_not_followed() {
        let from = At { tensor: 1, cell: 0 };
        let follows = |layer: &str, size| cone(layer, &[size]).paths(from).is_some();
        // 300 windows of 400 cells are within bounds, of 500 beyond.
        assert!(follows("Conv1d(1,1,400)", 699));
        assert!(!follows("Conv1d(1,1,500)", 799));
    }
}
