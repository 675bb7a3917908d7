//! Groups: wires from the input channels to the output channels, and the same as a matrix beside the weight's shape.
mod matrix;
mod wires;

use super::sketch::Sketch;
use super::{Ask, Choice, Picture, Still};
use crate::coord::count;
use crate::shape::{Shape, volume};
use std::sync::Arc;
use story::groups::{Cost, Grouping, Wiring, apart, doubled};
use story::text::{ChannelsKey, fill};
use story::words::{cell_name, list};
use story::{Cell, Change, Difference, Film, Scene, Tensor, args, grouped, number};

/// From here on, wires and matrix stand side by side.
const WIDE: f32 = 600.0;
const BETWEEN: f32 = 56.0;
const BELOW: f32 = 30.0;
/// Room for a heading.
pub(super) const HEADING: f32 = 24.0;

pub(super) const PICTURE: Picture = Picture::new(still, draw);

fn still(still: &mut Still, scene: &Scene, film: &Arc<Film>) {
    still.choices.push(choice(scene));
    costs(&mut still.lines, film);
    let groups = count(wiring(film).groups);
    if let Some(Difference { largest, compared, all }) = apart(film).filter(|_| film.plan.spec().groups > 1) {
        let key = if compared == all {
            ChannelsKey::GroupsApart
        } else {
            ChannelsKey::GroupsApartSome
        };
        let arguments = [
            ("groups", &*groups),
            ("largest", &number(largest)),
            ("some", &count(compared)),
            ("all", &count(all)),
        ];
        still.lines.push(fill(key, &arguments));
    }
}

/// What the layer takes, against one that sees all channels, and against layers of twice the width.
fn costs(lines: &mut Vec<String>, film: &Film) {
    let spec = film.plan.spec();
    let mut full = spec.clone();
    full.groups = 1;
    let (Some(now), Some(all)) = (Cost::of(spec, &film.plan), Cost::of(&full, &film.plan)) else {
        return;
    };
    let key = if spec.groups > 1 {
        ChannelsKey::GroupsSaves
    } else {
        ChannelsKey::GroupsCost
    };
    let arguments = [
        ("weights", &*grouped(now.weights)),
        ("all", &grouped(all.weights)),
        ("params", &grouped(now.params)),
        ("all_params", &grouped(all.params)),
        ("macs", &grouped(now.macs)),
        ("all_macs", &grouped(all.macs)),
    ];
    lines.push(fill(key, &arguments));
    let mut line = String::new();
    for (groups, key) in [(1, ChannelsKey::GroupsDouble), (2, ChannelsKey::GroupsDoubleBoth)] {
        let Some(wide) = Cost::of(&doubled(spec, groups), &film.plan) else {
            return;
        };
        // Weights and multiply-adds grow alike: both are sums over the wires.
        let arguments = [
            ("weights", &*grouped(wide.weights)),
            ("macs", &grouped(wide.macs)),
            ("times", &grouped(wide.weights / now.weights.max(1))),
        ];
        line = line + if groups > 1 { " " } else { "" } + &fill(key, &arguments);
    }
    lines.push(line);
}

fn choice(scene: &Scene) -> Choice {
    let spec = scene.spec();
    let divisors = args::common_divisors(spec.in_channels, spec.out_channels);
    let mut options = Vec::new();
    for &groups in &divisors {
        let wiring = Wiring::of(spec, groups);
        let (key, number) = match wiring.grouping() {
            Grouping::All => (ChannelsKey::GroupsAll, 0),
            Grouping::Some => (ChannelsKey::GroupsSome, wiring.ins),
            Grouping::Depthwise(1) => (ChannelsKey::GroupsDepthwise, 1),
            Grouping::Depthwise(multiplier) => (ChannelsKey::GroupsMultiplied, multiplier),
        };
        let number = count(number);
        let all = count(wiring.ins * wiring.groups);
        let name = fill(key, &[("ins", &number), ("all", &all), ("multiplier", &number)]);
        let mut other = spec.clone();
        other.groups = groups;
        options.push((
            fill(
                ChannelsKey::GroupsStop,
                &[("groups", &count(wiring.groups)), ("name", &name)],
            ),
            Change::Layer(other),
        ));
    }
    Choice {
        name: conv::Field::Groups.name().to_owned(),
        options,
        now: divisors.iter().position(|&groups| groups == spec.groups),
        slides: true,
    }
}

fn wiring(film: &Film) -> Wiring {
    let spec = film.plan.spec();
    Wiring::of(spec, spec.groups)
}

/// What is strong in both parts of the picture.
pub(super) struct Strong {
    pub wiring: Wiring,
    pub shape: Shape,
    /// The channel that this step is about: an output's, or an input's where the order scatters.
    pub input: Option<usize>,
    pub output: Option<usize>,
    /// The channels of the cell that a person points at: of a weight, both.
    pub lit: [Option<usize>; 2],
}

impl Strong {
    fn of(ask: &Ask<'_>) -> Self {
        let film = &ask.frame.film;
        let (shape, wiring) = (Shape::of(ask.frame), wiring(film));
        let (ins, outs) = (volume(shape.input), volume(shape.output));
        let lit = match ask.pointed.filter(|cell| cell.is_in(film)) {
            Some(Cell::Of(Tensor::Input, cell)) => [Some(cell / ins), None],
            Some(Cell::Padding { channel, .. }) => [Some(channel), None],
            Some(Cell::Of(Tensor::Output, cell)) => [None, Some(cell / outs)],
            Some(Cell::Of(Tensor::Bias, channel)) => [None, Some(channel)],
            Some(Cell::Of(Tensor::Weight, weight)) => {
                let (input, output) = shape.channels_of(weight / volume(shape.kernel));
                [Some(input), Some(output)]
            }
            None => [None; 2],
        };
        Self {
            input: ask.frame.input_cell().map(|cell| cell / ins),
            output: ask.frame.output_cell().map(|cell| cell / outs),
            wiring,
            shape,
            lit,
        }
    }

    /// Whether an input channel takes part in this step.
    pub fn takes_input(&self, input: usize) -> bool {
        self.input == Some(input) || self.output.is_some_and(|output| self.wiring.connects(input, output))
    }

    /// The same of an output channel.
    pub fn takes_output(&self, output: usize) -> bool {
        self.output == Some(output) || self.input.is_some_and(|input| self.wiring.connects(input, output))
    }

    /// Whether a person points at the kernel between two channels, at one of the channels or a cell of them.
    pub fn is_lit(&self, input: usize, output: usize) -> bool {
        let fits = |lit: Option<usize>, channel| lit.is_none_or(|lit| lit == channel);
        self.lit != [None; 2] && fits(self.lit[0], input) && fits(self.lit[1], output)
    }

    /// Whether this step goes through the wire between two channels that are connected.
    pub fn has(&self, input: usize, output: usize) -> bool {
        self.input == Some(input) || self.output == Some(output)
    }
}

fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let strong = Strong::of(ask);
    let plan = &ask.frame.film.plan;
    if ask.width >= WIDE {
        let half = (ask.width * 0.4).min(340.0);
        wires::draw(sketch, ask, &strong, half);
        matrix::draw(sketch, ask, &strong, (half + BETWEEN, 0.0));
    } else {
        wires::draw(sketch, ask, &strong, ask.width.min(340.0) - 1.0);
        let below = sketch.bottom() + BELOW;
        matrix::draw(sketch, ask, &strong, (0.0, below));
    }
    if let Some(line) = step(ask, &strong) {
        sketch.lines.push(line);
    }
    sketch.label = fill(
        ChannelsKey::GroupsLabel,
        &[
            ("ins", &count(strong.shape.channels)),
            ("outs", &count(strong.shape.filters)),
            ("groups", &count(strong.wiring.groups)),
            ("shape", &list(plan.weight_shape())),
        ],
    );
}

/// What the present channel is connected with.
fn step(ask: &Ask<'_>, strong: &Strong) -> Option<String> {
    let Strong { wiring, shape, .. } = strong;
    let cell = ask.frame.cell?;
    let (key, tensor, name, first, some, all) = match (strong.input, strong.output) {
        (Some(input), _) => (
            ChannelsKey::GroupsStamp,
            Tensor::Input,
            "output",
            input / wiring.ins * wiring.outs,
            wiring.outs,
            shape.filters,
        ),
        (_, output) => (
            ChannelsKey::GroupsStep,
            Tensor::Output,
            "input",
            output? / wiring.outs * wiring.ins,
            wiring.ins,
            shape.channels,
        ),
    };
    // As Python writes a slice, or one index.
    let mut which = [name, "[", &count(first)].concat();
    if some > 1 {
        which = which + ":" + &count(first + some);
    }
    which.push(']');
    Some(fill(
        key,
        &[
            ("cell", &cell_name(&ask.frame.film, tensor, cell)),
            ("ins", &count(some)),
            ("all", &count(all)),
            ("which", &which),
        ],
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use conv::LayerSpec;
    use story::{Cursor, Order, Showing, Timeline};

    #[test]
    fn a_kernel_is_between_the_channels_that_have_it() -> Result<(), String> {
        for layer in ["Conv1d(4, 6, 1, groups=2)", "ConvTranspose1d(4, 6, 1, groups=2)"] {
            // Given a layer in groups
            let spec = LayerSpec::parse(layer).map_err(|error| format!("{error:?}"))?;
            let scene = Scene::default().with(Change::Layer(spec)).with(Change::Size(vec![3]));
            let Ok(Showing::Film(film)) = scene.show() else {
                return Err(layer.to_owned());
            };
            let shape = Shape::of(&Timeline::new(Arc::clone(&film), Order::Rows, 1).at(Cursor::default()));
            // When each pair of channels is asked for its kernel, then that kernel is between the two
            for input in 0..4 {
                for output in (0..6).filter(|&output| wiring(&film).connects(input, output)) {
                    let kernel = shape.kernel_of(input, output);
                    assert_eq!(shape.channels_of(kernel), (input, output), "{layer}");
                }
            }
        }
        Ok(())
    }
}
