//! The words beside the planes.
use crate::arrange::{Arranger, HEADING, NOTE};
use crate::coord::count;
use crate::fit::words_width;
use crate::measure::slot;
use crate::plane::{Plane, Role, around};
use crate::words;

impl Arranger<'_> {
    /// The channel's index before its plane.
    pub fn index(&mut self, plane: &Plane) {
        if self.sizes.gutter[slot(plane.role)] == 0.0 {
            return;
        }
        let class = match plane.role {
            Role::Input if plane.active => "index in",
            Role::Input => "index in idle",
            Role::Output => "index out",
            Role::Kernel | Role::Bias => "index k",
        };
        let channel = if plane.role == Role::Kernel && self.kit.shape.scatter {
            plane.filter
        } else {
            plane.channel
        };
        let middle = plane.rect().centre().1;
        let at = (plane.x - 7.0, middle);
        self.placed.labels.centred(class, at, NOTE, count(channel));
    }

    pub fn heading(&mut self, role: Role, (x, y): (f32, f32)) {
        let (title, sizes) = &self.headings[slot(role)];
        let class = match role {
            Role::Input => "title in",
            Role::Output => "title out",
            Role::Kernel | Role::Bias => "title k",
        };
        let (up, right, below) = if self.choice.has_tall_headings(self.kit.shape.scatter) {
            (27.0, 0.0, 10.0)
        } else {
            (11.0, words_width(title, HEADING) + 9.0, 11.0)
        };
        let labels = &mut self.placed.labels;
        labels.text(class, x, y - up, HEADING, (*title).to_owned());
        labels.text("note", x + right, y - below, NOTE, sizes.clone());
    }

    /// What is said below a block: which filter this is, and how many channels are not drawn.
    pub fn notes(&mut self) {
        let (shape, fold) = (self.kit.shape, self.fold);
        self.hidden(Role::Input, shape.channels, fold.inputs.len());
        if !shape.scatter && shape.has_weight() && shape.filters > 1 {
            self.note(Role::Kernel, words::filter(fold.active_outputs.start, shape.filters));
        }
        self.hidden(Role::Output, shape.filters, fold.outputs.len());
    }

    fn hidden(&mut self, role: Role, channels: usize, shown: usize) {
        if channels > shown {
            self.note(role, words::more(channels - shown));
        }
    }

    fn note(&mut self, role: Role, text: String) {
        if let Some(rect) = around(&self.placed.planes, role) {
            self.placed
                .labels
                .text("note", rect.x, rect.bottom() + 18.0, NOTE, text);
        }
    }
}
