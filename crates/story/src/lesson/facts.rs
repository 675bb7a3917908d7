//! What the words of lessons take from the scene: the placeholders.
use super::ask::{field_size, stands};
use crate::link::Shot;
use crate::words::{cell_name, list};
use crate::{Showing, Tensor, Timeline, grouped, number};
use conv::Plan;

/// The names of the placeholders and what stands for them: `layer` its line; `input`, `weight` and `output` the shapes of
/// the layer in hand; `params` and `macs`; `cell` and `value` the output cell of the step and what stands in it; `field` the
/// receptive field of the last layer along the last axis. What a scene does not have is left out.
pub fn facts(shot: &Shot) -> Vec<(&'static str, String)> {
    let scene = &shot.scene;
    let mut facts = Vec::new();
    match scene.show() {
        Err(_) => return facts,
        Ok(Showing::Shapes(plan, _)) => of_plan(&mut facts, &plan),
        Ok(Showing::Film(film)) => {
            of_plan(&mut facts, &film.plan);
            let timeline = Timeline::new(film, scene.view.order, scene.net.seed);
            if let Some((cell, value)) = stands(&timeline, shot.cursor) {
                facts.push(("cell", cell_name(timeline.film(), Tensor::Output, cell)));
                facts.push(("value", number(value)));
            }
        }
    }
    facts.extend(field_size(scene).map(|size| ("field", grouped(size))));
    facts
}

fn of_plan(facts: &mut Vec<(&'static str, String)>, plan: &Plan) {
    let shape = |sizes: &[usize]| ["[", &list(sizes), "]"].concat();
    facts.push(("layer", plan.spec().to_string()));
    facts.push(("input", shape(plan.input_shape())));
    facts.push(("weight", shape(plan.weight_shape())));
    facts.push(("output", shape(plan.output_shape())));
    facts.push(("params", grouped(plan.layer().params())));
    facts.push(("macs", grouped(plan.macs())));
}
