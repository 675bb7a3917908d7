//! Two axes and more: the kernel and the kernel turned by 180°, each with the present window's products.
use super::{too_far, values, weights};
use crate::coord::count;
use crate::explain::Ask;
use crate::explain::grid::{EDGE, cell_at, channel};
use crate::explain::lights::Lights;
use crate::explain::sketch::{NOTE, Sketch, TITLE, number_size};
use crate::plane::{NUMBER, Plane, Rect, Role, SLICE_GAP};
use crate::shape::{channel_values, index, volume};
use crate::words;
use conv::Source;
use story::text::{WindowsKey, fill, say};
use story::{Cell, Product, Tensor};

const LARGEST: f32 = 36.0;
const GAP: f32 = 18.0;
/// One above the other, planes are kept smaller, and are not drawn with more rows than so many.
const STACKED: f32 = 26.0;
const STACKED_ROWS: usize = 7;

/// One sense: its kernel as it slides, and what it makes of the window.
struct Sense {
    weights: Vec<usize>,
    values: Vec<f32>,
    is_now: bool,
    is_convolution: bool,
}

pub(super) fn draw(sketch: &mut Sketch, ask: &Ask<'_>) {
    let film = &ask.frame.film;
    let size = film.plan.kernel_size();
    let products = ask.frame.products.get(..volume(size)).unwrap_or_default();
    let Some((columns, cell)) = columns(ask, size, products.is_empty()) else {
        let most = ((ask.width - 2.0 * EDGE) / NUMBER / size[0] as f32) as usize;
        return too_far(sketch, most.min(STACKED_ROWS));
    };
    let mut flow = Flow {
        width: ask.width,
        columns,
        at: 0,
        top: 0.0,
        plane: Plane {
            role: Role::Kernel,
            channel: 0,
            filter: 0,
            first: [0; 3],
            size,
            x: 0.0,
            y: 0.0,
            cell: (cell, cell),
            active: true,
        },
    };
    let mut places = Vec::new();
    // Where there is no room for it in each row, the window stands above both.
    if columns < 3 && !products.is_empty() {
        window(sketch, ask, &mut flow, products, &mut places);
        flow.onward(sketch);
    }
    let now = weights(ask);
    for is_convolution in [false, true] {
        let is_now = is_convolution == film.plan.flip();
        let mut weights = now.clone();
        if !is_now {
            weights.reverse();
        }
        let sense = Sense {
            values: values(ask, &weights),
            weights,
            is_now,
            is_convolution,
        };
        flow.title(sketch, &sense);
        if columns == 3 && !products.is_empty() {
            window(sketch, ask, &mut flow, products, &mut places);
        }
        sense.kernel(sketch, &mut flow, &mut places);
        if !products.is_empty() {
            sense.products(sketch, &mut flow, products);
        }
        flow.onward(sketch);
    }
    let mut lights = Lights::of(ask.frame, ask.pointed);
    for (cell, rect) in &places {
        lights.cell(*cell, rect);
    }
    lights.draw(sketch);
    let channels = film.plan.slots() / volume(size).max(1);
    if channels > 1 || film.bias.is_some() {
        let facts = [("channel", &count(channel(ask.frame))[..])];
        sketch.lines.push(fill(WindowsKey::FlipPart, &facts));
    }
}

/// How many planes stand side by side, and how large their cells are; `None` where none has room for its numbers.
fn columns(ask: &Ask<'_>, [depth, height, width]: [usize; 3], is_bare: bool) -> Option<(usize, f32)> {
    let most = if is_bare { 1 } else { 3 };
    for columns in (1..=most).rev() {
        let gaps = (columns - 1) as f32 * GAP + columns as f32 * (depth - 1) as f32 * SLICE_GAP;
        let room = ask.width - 2.0 * EDGE - gaps;
        let cell = (room / (columns * depth * width) as f32)
            .min(300.0 / height as f32)
            .min(LARGEST);
        let is_high = columns == 1 && !is_bare;
        if is_high && height > STACKED_ROWS {
            return None;
        }
        let cell = if is_high { cell.min(STACKED) } else { cell };
        if cell >= NUMBER {
            return Some((columns, cell));
        }
    }
    None
}

/// Planes one after the other, in rows.
struct Flow {
    width: f32,
    columns: usize,
    at: usize,
    top: f32,
    plane: Plane,
}

impl Flow {
    fn title(&mut self, sketch: &mut Sketch, sense: &Sense) {
        let name = say(if sense.is_convolution {
            WindowsKey::FlipConvolution
        } else {
            WindowsKey::FlipCross
        });
        let note = if sense.is_now { say(WindowsKey::FlipNow) } else { "" };
        sketch.heading("title", (EDGE, self.top + TITLE), name, note);
        self.top += TITLE + 8.0;
    }

    /// The next plane, under its name.
    fn place(&mut self, sketch: &mut Sketch, class: &'static str, name: &str) -> Plane {
        if self.at == self.columns {
            self.onward(sketch);
        }
        let width = self.plane.rect().width;
        let x = EDGE + self.at as f32 * (width + GAP);
        self.at += 1;
        sketch.words(class, (x, self.top + NOTE), NOTE, name);
        Plane {
            x,
            y: self.top + NOTE + 7.0,
            ..self.plane.clone()
        }
    }

    fn onward(&mut self, sketch: &Sketch) {
        self.at = 0;
        self.top = sketch.bottom() + 14.0;
    }
}

/// Cells and where they are.
type Placed = Vec<(Cell, Rect)>;

fn window(sketch: &mut Sketch, ask: &Ask<'_>, flow: &mut Flow, products: &[Product], placed: &mut Placed) {
    let film = &ask.frame.film;
    let plane = flow.place(sketch, "title in", say(WindowsKey::FlipWindow));
    let inputs = channel_values(&film.input, channel(ask.frame), volume(film.plan.input_size()));
    let size = number_size(inputs, plane.cell.0);
    let now = ask.frame.product().map(|product| product.at);
    for at in plane.places() {
        let product = products.get(index(at.map(|at| at as usize), plane.size));
        let (Some(rect), Some(product)) = (plane.cell_rect(at), product) else {
            continue;
        };
        let classes = match product.source {
            Source::Input(_) if now == Some(product.at) => ("cell in window now", "num in window"),
            Source::Input(_) => ("cell in window", "num in window"),
            _ => ("cell pad window", "num pad window"),
        };
        sketch.cell(classes, &rect, size, Some(product.x));
        let cell = cell_at(film, product.channel, product.at);
        sketch.spot_of(&rect, cell);
        placed.push((cell, rect));
    }
}

impl Sense {
    fn kernel(&self, sketch: &mut Sketch, flow: &mut Flow, placed: &mut Placed) {
        let name = if self.is_convolution {
            say(WindowsKey::FlipTurned)
        } else {
            words::kernel(false)
        };
        let plane = flow.place(sketch, "title k", name);
        let size = number_size(&self.values, plane.cell.0);
        let classes = if self.is_now {
            ("cell k", "num k")
        } else {
            ("cell k rest", "num k rest")
        };
        for at in plane.places() {
            let flat = index(at.map(|at| at as usize), plane.size);
            let (Some(rect), Some(&weight)) = (plane.cell_rect(at), self.weights.get(flat)) else {
                continue;
            };
            sketch.cell(classes, &rect, size, self.values.get(flat).copied());
            let cell = Cell::Of(Tensor::Weight, weight);
            sketch.spot_of(&rect, cell);
            if self.is_now {
                placed.push((cell, rect));
            }
        }
    }

    /// The window's products with this kernel, and their sum.
    fn products(&self, sketch: &mut Sketch, flow: &mut Flow, products: &[Product]) {
        let plane = flow.place(sketch, "title", say(WindowsKey::FlipProducts));
        let mut sum = 0.0;
        let mut values = Vec::new();
        for (product, w) in products.iter().zip(&self.values) {
            values.push(product.x * w);
            sum += product.x * w;
        }
        let size = number_size(&values, plane.cell.0);
        let classes = if self.is_now {
            ("cell out done", "num out")
        } else {
            ("cell out", "num idle")
        };
        for at in plane.places() {
            if let Some(rect) = plane.cell_rect(at) {
                let value = values.get(index(at.map(|at| at as usize), plane.size)).copied();
                sketch.cell(classes, &rect, size, value);
            }
        }
        let class = if self.is_now { "title out" } else { "note" };
        let at = (plane.x, plane.rect().bottom() + TITLE + 6.0);
        sketch.sum(class, at, sum, flow.width - at.0 - 1.0);
    }
}
