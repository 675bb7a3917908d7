//! Puts the planes and their headings where an arrangement says.
use crate::choose::{Choice, Kit, Mode};
use crate::fold::Fold;
use crate::mark::Marks;
use crate::measure::{BETWEEN, BIAS_ASIDE, BIAS_DROP, MARGIN, NODE_ASIDE, STACK, Sizes, slot};
use crate::plane::{Plane, Role, around};
use crate::words;

/// Sizes of the type of headings and of what is said below.
pub(crate) const HEADING: f32 = 15.0;
pub(crate) const NOTE: f32 = 13.0;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Placed {
    pub planes: Vec<Plane>,
    pub labels: Marks,
    /// Where the products come together.
    pub node: Option<(f32, f32)>,
    pub size: (f32, f32),
}

/// A heading's two parts: what it is, and its sizes.
pub(crate) type Headings = [(&'static str, String); 3];

pub(crate) struct Arranger<'a> {
    pub kit: &'a Kit<'a>,
    pub fold: &'a Fold,
    pub choice: &'a Choice,
    pub sizes: &'a Sizes,
    pub headings: &'a Headings,
    pub placed: Placed,
}

impl Arranger<'_> {
    pub fn arrange(mut self) -> Placed {
        self.placed.size = self.sizes.all;
        match self.choice.mode {
            Mode::Beside => self.beside(),
            Mode::Below => self.below(),
            Mode::Stacked => self.stacked(),
        }
        self.notes();
        self.placed
    }

    fn beside(&mut self) {
        let (kit, sizes) = (self.kit, self.sizes);
        let scatter = kit.shape.scatter;
        // What is left of the width makes the way from one to the next a little longer.
        let spare = ((kit.view.width - sizes.all.0) * 0.2).clamp(0.0, 36.0);
        let middle = sizes.middle + spare;
        let spare_pair = if self.choice.columns[if scatter { 2 } else { 0 }] == 1 {
            spare
        } else {
            0.0
        };
        let (left_spare, right_spare) = if scatter { (0.0, spare_pair) } else { (spare_pair, 0.0) };
        let (left, right) = (sizes.left, sizes.right);
        let [input, kernel, output] = sizes.item;
        let (gap, pair) = (sizes.gap + spare_pair, (sizes.pair.0 + spare_pair, sizes.pair.1));
        let top = MARGIN + sizes.head;
        let inner = left.1.max(right.1);
        let left_at = (MARGIN, top + (inner - left.1) / 2.0);
        let right_at = (MARGIN + left.0 + left_spare + middle, top + (inner - right.1) / 2.0);
        if scatter {
            self.tile(Role::Input, left_at, input, 0.0);
            self.tile(Role::Output, right_at, pair, kernel.0 + gap);
            self.tile(Role::Kernel, right_at, pair, 0.0);
        } else {
            self.tile(Role::Input, left_at, pair, 0.0);
            self.tile(Role::Kernel, left_at, pair, input.0 + gap);
            self.tile(Role::Output, right_at, output, 0.0);
            self.sum(right_at.0 - middle / 2.0, false);
        }
        let right_width = (right.0 + right_spare).max(sizes.headed[2]);
        self.placed.size.0 = right_at.0 + right_width + MARGIN;
    }

    fn below(&mut self) {
        let sizes = self.sizes;
        let width = sizes.all.0;
        let [input, kernel, _] = sizes.block;
        let top = MARGIN + sizes.head;
        self.tile(Role::Input, (centred(width, input.0), top), sizes.item[0], 0.0);
        // The ends of the two rows are in line, if the lower one is not much shorter.
        let spare = (input.0 - sizes.beneath).clamp(0.0, 60.0);
        let left = centred(width, sizes.beneath + spare);
        let rows = top + input.1 + sizes.foot + sizes.head;
        self.tile(Role::Kernel, (left, rows), sizes.item[1], 0.0);
        let middle = sizes.middle + spare;
        self.tile(Role::Output, (left + kernel.0 + middle, rows), sizes.item[2], 0.0);
        self.sum(left + kernel.0 + middle / 2.0, false);
    }

    fn stacked(&mut self) {
        let sizes = self.sizes;
        let mut top = MARGIN;
        for (slot, &role) in STACK.iter().enumerate() {
            top += sizes.head;
            let (width, height) = sizes.block[slot];
            let most = sizes.all.0 - MARGIN - sizes.stacked[slot];
            let left = centred(sizes.all.0, width).min(most).max(MARGIN);
            self.tile(role, (left, top), sizes.item[slot], 0.0);
            if role == Role::Kernel {
                self.sum(left + width + NODE_ASIDE, true);
            }
            top += height + sizes.foot;
        }
    }

    /// A tensor's planes in their columns: each `shift` into its tile, in the middle of its height.
    #[inline(never)]
    fn tile(&mut self, role: Role, (left, top): (f32, f32), tile: (f32, f32), shift: f32) {
        let (kit, fold) = (self.kit, self.fold);
        let (height, gutter) = (self.sizes.item[slot(role)].1, self.sizes.gutter[slot(role)]);
        let with_partner = role == Role::Kernel && self.choice.mode == Mode::Beside;
        let partner = if kit.shape.scatter { Role::Output } else { Role::Input };
        let columns = self.choice.columns[slot(if with_partner { partner } else { role })];
        let [channels, filters] = match role {
            Role::Input => [fold.inputs.clone(), 0..1],
            Role::Output => [fold.outputs.clone(), 0..1],
            Role::Kernel | Role::Bias => fold.kernels(),
        };
        let (mut next, mut first) = (0, (0.0, 0.0));
        for channel in channels {
            for filter in filters.clone() {
                let slot = match (with_partner, kit.shape.scatter) {
                    (false, _) => next,
                    (true, false) => channel - fold.inputs.start,
                    (true, true) => filter - fold.outputs.start,
                };
                let (column, row) = (slot % columns, slot / columns);
                let x = left + column as f32 * (tile.0 + BETWEEN.0) + shift + gutter;
                let y = top + row as f32 * (tile.1 + BETWEEN.1) + (tile.1 - height) / 2.0;
                if next == 0 {
                    first = (x, y);
                }
                let plane = self.plane(role, channel, filter, (x, y));
                self.index(&plane);
                self.placed.planes.push(plane);
                next += 1;
            }
        }
        if next > 0 {
            self.heading(role, first);
        }
    }

    fn plane(&self, role: Role, channel: usize, filter: usize, (x, y): (f32, f32)) -> Plane {
        let shape = self.kit.shape;
        let width = self.choice.cells[slot(role)];
        let (first, active) = match role {
            Role::Input => (shape.grid_first, self.fold.active_inputs.contains(&channel)),
            Role::Output => (shape.output_first, self.fold.active_outputs.contains(&channel)),
            Role::Kernel | Role::Bias => ([0; 3], true),
        };
        let (size, cell) = (self.kit.size(role), self.kit.cell(role, width));
        Plane {
            role,
            channel,
            filter,
            first,
            size,
            x,
            y,
            cell,
            active,
        }
    }

    /// The node where products are summed, level with the kernels, and the bias that joins them.
    #[inline(never)]
    fn sum(&mut self, x: f32, bias_beside: bool) {
        let Some(kernels) = around(&self.placed.planes, Role::Kernel).filter(|_| !self.kit.shape.scatter) else {
            return;
        };
        let y = kernels.centre().1;
        self.placed.node = Some((x, y));
        if !self.kit.shape.has_bias {
            return;
        }
        let size = self.sizes.bias_cell;
        let filter = self.fold.active_outputs.start;
        let at = if bias_beside {
            (x + BIAS_ASIDE, y - size / 2.0)
        } else {
            (x - size / 2.0, y + BIAS_DROP)
        };
        let mut plane = self.plane(Role::Bias, filter, filter, at);
        plane.cell = (size, size);
        let rect = plane.rect();
        let below = if bias_beside { rect.bottom() + 15.0 } else { y + 28.0 };
        let text = ["+ ", words::bias()].concat();
        self.placed
            .labels
            .text("note middle", rect.centre().0, below, NOTE, text);
        self.placed.planes.push(plane);
    }
}

fn centred(width: f32, part: f32) -> f32 {
    ((width - part) / 2.0).max(MARGIN)
}
