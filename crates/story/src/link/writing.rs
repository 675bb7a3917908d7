//! From a scene to parameters.
use super::Shot;
use super::reading::roomy;
use super::schema::{CONTENT, CONTENT_WRITE, Entry, VIEW, VIEW_WRITE, Write};
use crate::tensor::Place;
use crate::{Scene, Tensor, exact_number};
use conv::LayerSpec;

/// The link's parameters for a scene, not yet encoded: only what differs from a fresh page.
pub fn write(shot: &Shot) -> Vec<(&'static str, String)> {
    let mut pairs = Vec::new();
    if shot.scene.net != Scene::default().net {
        pairs = written(CONTENT, CONTENT_WRITE, shot);
    }
    pairs.append(&mut written(VIEW, VIEW_WRITE, shot));
    pairs
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
        text += name;
        text.push('=');
        text += &value;
    }
    text
}

fn written(entries: &[Entry], writers: &[Write], shot: &Shot) -> Vec<(&'static str, String)> {
    let values = entries.iter().zip(writers);
    values
        .filter_map(|(entry, write)| Some((entry.name, write(shot)?)))
        .collect()
}

/// The canonical line without what a link can do without.
pub(super) fn compact(spec: &LayerSpec) -> String {
    let line = spec.to_string();
    let mut text = String::new();
    for word in line.strip_prefix("nn.").unwrap_or(&line).split(' ') {
        text += word.strip_prefix("kernel_size=").unwrap_or(word);
    }
    text
}

/// The input size that a link's other parameters give: that of the edits where there are some.
pub(super) fn usual_size(scene: &Scene) -> Vec<usize> {
    let mut reach = [0_usize; 5];
    for (place, _) in fitting(scene, Tensor::Input) {
        reach = std::array::from_fn(|axis| reach[axis].max(place[axis] as usize + 1));
    }
    match reach {
        [0, ..] => roomy(scene.spec()),
        _ => reach[5 - scene.spec().rank().min(5)..].to_vec(),
    }
}

/// The edits that a tensor has room for, as a link writes them; nothing where there are none.
pub(super) fn edits(scene: &Scene, tensor: Tensor) -> Option<String> {
    let mut text = String::new();
    let mut last: Option<Place> = None;
    for (place, value) in fitting(scene, tensor) {
        advance(&mut text, last, place, scene.spec().rank());
        text += &exact_number(value);
        last = Some(place);
    }
    last.is_some().then_some(text)
}

fn fitting(scene: &Scene, tensor: Tensor) -> impl Iterator<Item = (Place, f32)> + '_ {
    let axes = scene.net.axes(tensor);
    let edits = match tensor {
        Tensor::Input => &scene.net.input,
        Tensor::Weight => &scene.stage().weight,
        Tensor::Bias | Tensor::Output => &scene.stage().bias,
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
