//! Puts the planes and their headings where an arrangement says.
use crate::choose::{Choice, Kit, Mode};
use crate::fold::Fold;
use crate::mark::Marks;
use crate::measure::{BETWEEN, BIAS_ASIDE, BIAS_DROP, MARGIN, NODE_ASIDE, STACK, slot};
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
    pub choice: Choice,
    pub headings: &'a Headings,
    pub placed: Placed,
}

impl Arranger<'_> {
    pub fn arrange(mut self) -> Placed {
        match self.choice.mode {
            Mode::Beside => self.beside(),
            Mode::Below => self.below(),
            Mode::Stacked => self.stacked(),
        }
        self.notes();
        self.placed
    }

    fn beside(&mut self) {
        let (kit, choice) = (self.kit, self.choice);
        let (width, height) = kit.measure(&choice);
        // What is left of the width makes the way from one to the next a little longer.
        let spare = ((kit.view.width - width) * 0.2).clamp(0.0, 36.0);
        let (pair_width, pair_height, gap) = kit.pair(&choice);
        let [left, right] = kit.sides(&choice);
        let middle = kit.middle(&choice) + spare;
        let spare_pair = if choice.columns[if kit.shape.scatter { 2 } else { 0 }] == 1 {
            spare
        } else {
            0.0
        };
        let (gap, pair) = (gap + spare_pair, (pair_width + spare_pair, pair_height));
        let top = MARGIN + choice.head();
        let inner = kit.beside_height(&choice, left.1.max(right.1));
        let left_at = (MARGIN, top + (inner.min(left.1.max(right.1)) - left.1) / 2.0);
        let left_width = if kit.shape.scatter { left.0 } else { left.0 + spare_pair };
        let right_at = (
            MARGIN + left_width + middle,
            top + (inner.min(left.1.max(right.1)) - right.1) / 2.0,
        );
        if kit.shape.scatter {
            self.tile(Role::Input, left_at, kit.item(&choice, Role::Input), 0.0, 0.0);
            let kernel = kit.item(&choice, Role::Kernel).0;
            self.tile(Role::Output, right_at, pair, kernel + gap, pair_height);
            self.tile(Role::Kernel, right_at, pair, 0.0, pair_height);
        } else {
            self.tile(Role::Input, left_at, pair, 0.0, pair_height);
            let input = kit.item(&choice, Role::Input).0;
            self.tile(Role::Kernel, left_at, pair, input + gap, pair_height);
            self.tile(Role::Output, right_at, kit.item(&choice, Role::Output), 0.0, 0.0);
            self.sum(right_at.0 - middle / 2.0, false);
        }
        let right_width = right.0 + if kit.shape.scatter { spare_pair } else { 0.0 };
        let right_width = right_width.max(kit.headed(&choice, Role::Output));
        self.placed.size = (right_at.0 + right_width + MARGIN, height);
    }

    fn below(&mut self) {
        let (kit, choice) = (self.kit, self.choice);
        let (width, height) = kit.measure(&choice);
        let foot = kit.foot(&choice);
        let input = kit.block(&choice, Role::Input);
        let top = MARGIN + choice.head();
        let item = |role| kit.item(&choice, role);
        self.tile(Role::Input, (centred(width, input.0), top), item(Role::Input), 0.0, 0.0);
        let (kernel, output) = (kit.block(&choice, Role::Kernel), kit.block(&choice, Role::Output));
        let middle = kit.middle(&choice);
        let beneath = kernel.0 + middle + output.0.max(kit.headed(&choice, Role::Output));
        // The ends of the two rows are in line, if the lower one is not much shorter.
        let spare = (input.0 - beneath).clamp(0.0, 60.0);
        let left = centred(width, beneath + spare);
        let rows = top + input.1 + foot + choice.head();
        self.tile(Role::Kernel, (left, rows), item(Role::Kernel), 0.0, 0.0);
        let right = left + kernel.0 + middle + spare;
        self.tile(Role::Output, (right, rows), item(Role::Output), 0.0, 0.0);
        if !kit.shape.scatter {
            self.sum(left + kernel.0 + (middle + spare) / 2.0, false);
        }
        self.placed.size = (width, height);
    }

    fn stacked(&mut self) {
        let (kit, choice) = (self.kit, self.choice);
        let (width, height) = kit.measure(&choice);
        let foot = kit.foot(&choice);
        let mut top = MARGIN;
        for role in STACK {
            top += choice.head();
            let block = kit.block(&choice, role);
            let needed = kit.stacked_width(&choice, role);
            let left = centred(width, block.0).min(width - MARGIN - needed).max(MARGIN);
            self.tile(role, (left, top), kit.item(&choice, role), 0.0, 0.0);
            if role == Role::Kernel && !kit.shape.scatter {
                self.sum(left + block.0 + NODE_ASIDE, true);
            }
            top += block.1 + foot;
        }
        self.placed.size = (width, height);
    }

    /// A tensor's planes in their columns: each `shift` into its tile, in the middle of its height.
    #[inline(never)]
    fn tile(&mut self, role: Role, (left, top): (f32, f32), tile: (f32, f32), shift: f32, height: f32) {
        let (kit, choice, fold) = (self.kit, self.choice, self.fold);
        let item = kit.item(&choice, role);
        let with_partner = role == Role::Kernel && choice.mode == Mode::Beside;
        let partner = if kit.shape.scatter { Role::Output } else { Role::Input };
        let columns = choice.columns[slot(if with_partner { partner } else { role })];
        let tile_height = if height > 0.0 { height } else { tile.1 };
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
                let x = left + column as f32 * (tile.0 + BETWEEN.0) + shift + kit.gutter(choice.mode, role);
                let y = top + row as f32 * (tile_height + BETWEEN.1) + (tile_height - item.1) / 2.0;
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
        let Some(kernels) = around(&self.placed.planes, Role::Kernel) else {
            return;
        };
        let y = kernels.centre().1;
        self.placed.node = Some((x, y));
        if !self.kit.shape.has_bias {
            return;
        }
        let size = self.kit.bias_cell(&self.choice);
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
