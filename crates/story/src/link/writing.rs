//! From a scene to parameters.
use super::Shot;
use super::schema::{Write, content, view};
use crate::lesson;
use crate::tensor::Place;
use crate::{Net, Scene, Tensor, exact_number, roomy};
use conv::LayerSpec;

/// The link's parameters for a scene, not yet encoded: only what differs from a fresh page.
pub fn write(shot: &Shot) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let is_of_a_lesson = shot.scene.view.lesson.is_some_and(|place| !place.is_index());
    if is_of_a_lesson || shot.scene.net != Scene::default().net {
        pairs = written(content::NAMES, content::WRITE, shot);
        let net = &*shot.scene.net;
        for stage in 1..net.stages.len() {
            for (name, tensor) in [("weight.", Tensor::Weight), ("bias.", Tensor::Bias)] {
                if let Some(numbers) = edits(net, stage, tensor) {
                    pairs.push(([name, &stage.to_string()].concat(), numbers));
                }
            }
        }
    }
    pairs.append(&mut written(view::NAMES, view::WRITE, shot));
    match lesson::taught() {
        Some(course) if is_of_a_lesson => (course.without_start)(shot, pairs),
        _ => pairs,
    }
}

/// A scene to compare with, as a link of its own.
pub(super) fn beside(scene: &Scene) -> String {
    let shot = Shot {
        scene: scene.clone(),
        ..Shot::default()
    };
    let mut text = String::new();
    for (name, value) in write(&shot) {
        if !text.is_empty() {
            text.push('&');
        }
        text += &name;
        text.push('=');
        text += &value;
    }
    text
}

fn written(names: &[&str], writers: &[Write], shot: &Shot) -> Vec<(String, String)> {
    let values = names.iter().zip(writers);
    values
        .filter_map(|(&name, write)| Some((name.to_owned(), write(shot)?)))
        .collect()
}

/// The canonical line without what a link can do without.
pub(super) fn compact(specs: &[LayerSpec]) -> String {
    let mut text = String::new();
    for (at, spec) in specs.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        let line = spec.to_string();
        for word in line.strip_prefix("nn.").unwrap_or(&line).split(' ') {
            text += word.strip_prefix("kernel_size=").unwrap_or(word);
        }
    }
    match specs {
        [_] => text,
        _ => ["Sequential(", &text, ")"].concat(),
    }
}

/// The input size that a link's other parameters give: that of the edits where there are some.
pub(super) fn usual_size(scene: &Scene) -> Vec<usize> {
    let net = &*scene.net;
    let first = &net.stages[0].spec;
    if first.op.takes_any_rank() {
        // Nothing else tells how many axes there are.
        return Vec::new();
    }
    let mut reach = [0_usize; 5];
    for (place, _) in fitting(net, 0, Tensor::Input) {
        reach = std::array::from_fn(|axis| reach[axis].max(place[axis] as usize + 1));
    }
    match reach {
        [0, ..] => roomy(&net.specs()),
        _ => reach[5 - first.rank().min(5)..].to_vec(),
    }
}

/// The edits that a tensor of a layer has room for, as a link writes them; nothing where there are none.
pub(super) fn edits(net: &Net, stage: usize, tensor: Tensor) -> Option<String> {
    let rank = if tensor == Tensor::Input {
        net.size.len()
    } else {
        net.stages[stage].spec.rank()
    };
    let mut text = String::new();
    let mut last: Option<Place> = None;
    for (place, value) in fitting(net, stage, tensor) {
        // What has no axes of its own is a matrix of filters and channels.
        let place = match place {
            [row, cell, ..] if rank == 0 && tensor != Tensor::Bias => [0, 0, 0, row, cell],
            place => place,
        };
        advance(&mut text, last, place, rank);
        text += &exact_number(value);
        last = Some(place);
    }
    last.is_some().then_some(text)
}

fn fitting(net: &Net, stage: usize, tensor: Tensor) -> impl Iterator<Item = (Place, f32)> + '_ {
    let axes = net.axes(stage, tensor);
    let edits = match tensor {
        Tensor::Input => &net.input,
        Tensor::Weight => &net.stages[stage].weight,
        Tensor::Bias | Tensor::Output => &net.stages[stage].bias,
    };
    let fits = move |place: Place| place.iter().zip(axes).all(|(&at, size)| (at as usize) < size);
    edits.iter().filter(move |(place, _)| fits(*place))
}

/// Writes the separators between two values of a tensor; a row without edits is a lone comma.
fn advance(text: &mut String, last: Option<Place>, next: Place, rank: usize) {
    let from = last.unwrap_or_default();
    let marks = ["__", "_", ";;", if rank == 1 { "_" } else { ";" }, ","];
    let axis = (0..5).find(|&axis| from[axis] != next[axis]).unwrap_or(4);
    // Empty leading cells hold their place: breaks before anything mean nothing.
    if last.is_none() && axis < 4 {
        text.push(',');
    }
    for _ in from[axis]..next[axis] {
        if axis < 4 && text.ends_with(marks[axis]) {
            text.push(',');
        }
        *text += marks[axis];
    }
    for inner in axis + 1..5 {
        for _ in 0..next[inner] {
            if inner < 4 && !text.ends_with(',') {
                text.push(',');
            }
            *text += marks[inner];
        }
    }
}
