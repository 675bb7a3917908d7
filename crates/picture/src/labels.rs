//! The words beside the planes.
use crate::arrange::{Arranger, HEADING, NOTE};
use crate::choose::Mode;
use crate::coord::count;
use crate::fit::words_width;
use crate::mark::Mark;
use crate::measure::slot;
use crate::plane::{Plane, Rect, Role};
use crate::words;

impl Arranger<'_> {
    /// The channel's index before its plane.
    pub fn index(&mut self, plane: &Plane) {
        if self.kit.gutter(self.choice.mode, plane.role) == 0.0 {
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
        self.placed.labels.push(Mark::centred(class, at, NOTE, count(channel)));
    }

    pub fn heading(&mut self, role: Role, (x, y): (f32, f32)) {
        let (title, sizes) = &self.headings[slot(role)];
        let class = match role {
            Role::Input => "title in",
            Role::Output => "title out",
            Role::Kernel | Role::Bias => "title k",
        };
        let text = (*title).to_owned();
        // On two lines where there is no room beside it: kernels between their channels.
        let is_between = role == Role::Kernel && self.choice.columns[0] > 1 && !self.kit.shape.scatter;
        let (up, right, below) = if self.choice.mode == Mode::Below || is_between {
            (27.0, 0.0, 10.0)
        } else {
            (11.0, words_width(title, HEADING) + 9.0, 11.0)
        };
        self.placed.labels.push(Mark::Text {
            class,
            x,
            y: y - up,
            size: HEADING,
            text,
        });
        let text = sizes.clone();
        self.placed.labels.push(Mark::Text {
            class: "note",
            x: x + right,
            y: y - below,
            size: NOTE,
            text,
        });
    }

    /// What is said below a block: which filter this is, and how many channels are not drawn.
    pub fn notes(&mut self) {
        let (shape, fold) = (self.kit.shape, self.fold);
        let hidden = |total: usize, shown: usize| (total > shown).then(|| words::more(total - shown));
        let filter =
            (!shape.scatter && shape.filters > 1).then(|| words::filter(fold.active_outputs.start, shape.filters));
        for (role, text) in [
            (Role::Input, hidden(shape.channels, fold.inputs.len())),
            (Role::Kernel, filter),
            (Role::Output, hidden(shape.filters, fold.outputs.len())),
        ] {
            let planes = self.placed.planes.iter().filter(|plane| plane.role == role);
            let rect: Option<Rect> = planes.map(Plane::rect).reduce(|all, rect| all.and(&rect));
            if let (Some(rect), Some(text)) = (rect, text) {
                let (x, y) = (rect.x, rect.bottom() + 18.0);
                self.placed.labels.push(Mark::Text {
                    class: "note",
                    x,
                    y,
                    size: NOTE,
                    text,
                });
            }
        }
    }
}
