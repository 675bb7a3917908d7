//! A ruler along one axis of the grid: a bracket for each window.
use crate::coord::{count, trace};
use crate::explain::grid::Grid;
use crate::explain::sketch::{NOTE, Sketch};
use crate::explain::{Act, Ask};
use crate::fit::words_width;
use crate::plane::{Rect, SLICE_GAP};
use story::text::{WindowsKey, fill, say};
use story::{Ruler, Timeline};

/// More rows of brackets than so many would be a thicket; each takes so much room, less where there are several.
const LEVELS: usize = 11;
const LEVEL: f32 = 9.0;
const LEVEL_OF_MANY: f32 = 5.0;
/// Room for the windows' numbers beside their brackets.
pub(super) const TICKS: f32 = 20.0;

/// Rows of brackets that a ruler takes.
fn levels(ruler: &Ruler) -> usize {
    let overlap = ruler.overlap();
    if overlap > LEVELS { 1 } else { overlap }
}

/// From one row of brackets to the next.
fn level(ruler: &Ruler) -> f32 {
    if levels(ruler) > 4 { LEVEL_OF_MANY } else { LEVEL }
}

/// Room that a ruler's brackets take.
pub(super) fn depth(ruler: &Ruler) -> f32 {
    levels(ruler) as f32 * level(ruler)
}

/// A ruler along one axis of the grid: beneath it for the last axis, at its left for the one before. The slices of a third
/// axis have theirs beneath all.
pub(super) struct Track<'a> {
    grid: &'a Grid,
    pub ruler: &'a Ruler,
    /// Room for the brackets.
    depth: f32,
    is_upright: bool,
    /// Where the first place begins along the axis, and from one place to the next.
    from: f32,
    pub pitch: f32,
    /// The grid's edge, or what lies between it and the ruler.
    edge: f32,
}

impl<'a> Track<'a> {
    pub fn of(grid: &'a Grid, axis: usize, depth: f32, bottom: f32) -> Self {
        let plane = &grid.plane;
        let (from, pitch, edge) = match axis {
            2 => (plane.x, plane.cell.0, plane.rect().bottom()),
            1 => (plane.y, plane.cell.1, plane.x),
            _ => (plane.x, plane.size[2] as f32 * plane.cell.0 + SLICE_GAP, bottom + 4.0),
        };
        Self {
            grid,
            ruler: &grid.rulers[axis],
            depth,
            is_upright: axis == 1,
            from,
            pitch,
            edge,
        }
    }

    /// Where so many cells from a place begin and end along the axis.
    fn span(&self, at: i64, cells: i64) -> (f32, f32) {
        let start = self.from + (at - self.ruler.first) as f32 * self.pitch;
        let gap = if self.ruler.axis == 0 { SLICE_GAP } else { 0.0 };
        (start, start + cells as f32 * self.pitch - gap)
    }

    fn window(&self, window: usize) -> (f32, f32) {
        self.span(self.ruler.start(window), self.ruler.reach)
    }

    /// A bracket that opens towards the grid, so far from its edge.
    fn bracket(&self, d: &mut String, (start, end): (f32, f32), away: f32) {
        let (start, end) = (start + 1.5, (end - 1.5).max(start + 2.0));
        let arm = if away < 0.0 { -4.0 } else { 4.0 };
        if self.is_upright {
            let x = self.edge - away;
            trace(d, "M..H.V.H.", &[x + arm, start, x, end, x + arm]);
        } else {
            let y = self.edge + away;
            trace(d, "M..V.H.V.", &[start, y - arm, y, end, y - arm]);
        }
    }

    /// How far a window's bracket is from the edge.
    fn away(&self, window: usize) -> f32 {
        (window % levels(self.ruler)) as f32 * level(self.ruler) + 8.0
    }

    pub fn draw(&self, sketch: &mut Sketch, ask: &Ask<'_>, timeline: &Timeline) {
        let now = self.grid.window.map(|window| window[self.ruler.axis]);
        let is_crowded = self.ruler.overlap() > LEVELS;
        let (mut idle, mut present) = (String::new(), String::new());
        for window in 0..self.ruler.windows {
            let span = self.window(window);
            if now == Some(window) {
                self.bracket(&mut present, span, self.away(window));
            } else if is_crowded {
                // Just its middle.
                let middle = (span.0 + span.1) / 2.0;
                self.bracket(&mut idle, (middle - 1.0, middle + 1.0), self.away(window));
            } else {
                self.bracket(&mut idle, span, self.away(window));
            }
        }
        sketch.marks.path("ruler", idle);
        sketch.marks.path("ruler now", present);
        self.numbers(sketch, now);
        let output = ask.frame.output_cell().unwrap_or(0);
        for window in 0..self.ruler.windows {
            let step = story::ruler::step_at(timeline, output, self.ruler.axis, window);
            sketch.spot(&self.spot(window), Act::Step(step));
        }
    }

    /// The windows' numbers, as many as there is room for.
    fn numbers(&self, sketch: &mut Sketch, now: Option<usize>) {
        let step = self.window(1).0 - self.window(0).0;
        let last = count(self.ruler.windows.saturating_sub(1));
        let named = |index: &str| fill(WindowsKey::StrideWindow, &[("index", index)]);
        let is_named = !self.is_upright && words_width(&named(&last), NOTE) < step;
        let room = if self.is_upright {
            NOTE * 1.2
        } else {
            words_width(&last, NOTE) + 5.0
        };
        let every = (room / step.max(0.1)).ceil().max(1.0) as usize;
        for window in 0..self.ruler.windows {
            let is_now = now == Some(window);
            let gives_way = now.is_some_and(|now| now.abs_diff(window) < every);
            let mut text = String::new();
            if is_now || (window % every == 0 && !gives_way) {
                text = count(window);
                if is_named {
                    text = named(&text);
                }
            }
            let rect = self.label(window);
            let class = if is_now { "tick now" } else { "tick" };
            sketch.marks.centred(class, rect.centre(), NOTE, text);
            sketch.hold(&rect.inset(1.0));
        }
    }

    /// Where a window's number stands.
    pub fn label(&self, window: usize) -> Rect {
        let (start, end) = self.window(window);
        let middle = (start + end) / 2.0;
        if self.is_upright {
            Rect {
                x: self.edge - self.depth - TICKS,
                y: middle - 8.0,
                width: TICKS - 2.0,
                height: 16.0,
            }
        } else {
            Rect {
                x: middle,
                y: self.edge + self.depth + 1.0,
                width: 0.0,
                height: 16.0,
            }
        }
    }

    /// Where a person points to go to a window.
    fn spot(&self, window: usize) -> Rect {
        let label = self.label(window);
        let step = (self.window(1).0 - self.window(0).0).min(60.0);
        let (x, y) = label.centre();
        if self.is_upright {
            Rect {
                x: label.x,
                y: y - step / 2.0,
                width: self.edge - label.x,
                height: step,
            }
        } else {
            let left = (x - step / 2.0).max(0.0);
            let right = (x + step / 2.0).min(self.grid.plane.rect().right());
            Rect {
                x: left,
                y: self.edge + 1.0,
                width: right - left,
                height: label.bottom() - self.edge,
            }
        }
    }

    /// What no window reads, on the far side of the grid: dashed brackets, and what they say.
    pub fn lost(&self, sketch: &mut Sketch, width: f32) {
        let plane = self.grid.plane.rect();
        let far = Self {
            edge: if self.is_upright { plane.right() } else { plane.y },
            ..*self
        };
        let mut d = String::new();
        let mut last = None;
        let mut at = self.ruler.first;
        for run in self.ruler.read.chunk_by(|a, b| a == b) {
            if !run[0] {
                far.bracket(&mut d, far.span(at, run.len() as i64), -8.0);
                last = Some((at, run.len() as i64));
            }
            at += run.len() as i64;
        }
        if self.is_upright && last.is_some() {
            // Room for the brackets beside the grid.
            sketch.hold(&Rect {
                width: plane.width + 9.0,
                ..plane
            });
        }
        let Some((at, cells)) = last.filter(|_| self.ruler.axis > 0) else {
            return sketch.marks.path("ruler lost", d);
        };
        let is_data = (at..at + cells).any(|at| (0..self.ruler.input as i64).contains(&at));
        let text = say(if is_data {
            WindowsKey::StrideFeedsNone
        } else {
            WindowsKey::StrideFeedsNonePadding
        });
        let (start, end) = far.span(at, cells);
        let wide = words_width(text, NOTE);
        if !self.is_upright {
            let x = ((start + end) / 2.0).min(plane.right() - wide / 2.0).max(wide / 2.0);
            sketch.words("note middle", (x, plane.y - 13.0), NOTE, text);
        } else if plane.right() + 16.0 + wide < width {
            let middle = (start + end) / 2.0;
            sketch.words("note", (plane.right() + 16.0, middle + 4.0), NOTE, text);
        } else {
            // Beneath all, and a line leads there.
            let (x, y) = (plane.right() + 8.0, sketch.bottom() + 4.0);
            trace(&mut d, "M..V.H.", &[x, end - 1.5, y + 9.0, x - 6.0]);
            let left = (x - 10.0 - wide).max(0.0);
            sketch.words("note", (left, y + NOTE + 1.0), NOTE, text);
        }
        sketch.marks.path("ruler lost", d);
    }
}
