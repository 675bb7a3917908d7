//! Goes through groups, phases, output channels and rows.
use super::lanes::{Lanes, Native};
use super::padded::Padded;
use super::phase::{Line, Phase};
use super::tile::{self, Window};
use crate::Plan;

/// Output channels that are computed together.
const ROWS: usize = 4;
/// The widest tile, in columns.
const WIDEST: usize = 16;

struct Job<'a> {
    plan: &'a Plan,
    lines: [Line; 3],
    padded: Padded,
    bias: Option<&'a [f32]>,
    output: Vec<f32>,
    /// Refilled for each phase, group and block of channels.
    taps: Vec<usize>,
    weights: Vec<f32>,
}

pub(super) fn run(plan: &Plan, input: &[f32], weight: &[f32], bias: Option<&[f32]>) -> Vec<f32> {
    let mut lines = [0, 1, 2].map(|i| Line::new(&plan.axes[i], plan.flip()));
    lines[2].interleave();
    let padded = Padded::new(&lines, plan.channels.ins, WIDEST);
    let output = vec![0.0; plan.output_shape().iter().product()];
    let mut job = Job {
        plan,
        lines,
        padded,
        bias,
        output,
        taps: vec![],
        weights: vec![],
    };
    let size = plan.input_size();
    let per_group = plan.channels.ins * size.iter().product::<usize>();
    for (group, input) in input.chunks_exact(per_group).enumerate() {
        job.padded.fill(input, size, &job.lines);
        job.group(group, weight);
    }
    job.output
}

/// One phase of each axis.
type Phases<'a> = [&'a Phase; 3];

impl Job<'_> {
    fn group(&mut self, group: usize, weight: &[f32]) {
        let lines = std::mem::replace(&mut self.lines, [const { Line::EMPTY }; 3]);
        for d in &lines[0].phases {
            for h in &lines[1].phases {
                for w in &lines[2].phases {
                    self.phases([d, h, w], &lines, group, weight);
                }
            }
        }
        self.lines = lines;
    }

    fn phases(&mut self, phases: Phases<'_>, lines: &[Line; 3], group: usize, weight: &[f32]) {
        let [d, h, w] = phases;
        self.taps.clear();
        for (_, d) in &d.taps {
            for (_, h) in &h.taps {
                let start = d * self.padded.plane + h * self.padded.row;
                self.taps.extend(w.taps.iter().map(|(_, w)| start + w));
            }
        }
        if let [tap] = self.taps[..] {
            // One product a channel: the channels' sums are the products, so they can be taken as taps of one channel.
            self.taps = (0..self.plan.channels.ins)
                .map(|local| local * self.padded.channel + tap)
                .collect();
        }
        let outs = self.plan.channels.outs;
        let mut channel = group * outs;
        while channel < (group + 1) * outs {
            if (group + 1) * outs - channel >= ROWS {
                self.pack::<ROWS>(phases, group, channel, weight);
                self.rows::<ROWS>(phases, lines, channel);
                channel += ROWS;
            } else {
                self.pack::<1>(phases, group, channel, weight);
                self.rows::<1>(phases, lines, channel);
                channel += 1;
            }
        }
    }

    /// Weights in the order in which a tile takes them.
    fn pack<const R: usize>(&mut self, phases: Phases<'_>, group: usize, channel: usize, weight: &[f32]) {
        let [d, h, w] = phases;
        let ins = self.plan.channels.ins;
        self.weights.clear();
        for local in 0..ins {
            let firsts: [usize; R] =
                std::array::from_fn(|r| self.plan.weight(group * ins + local, channel + r, [0; 3]));
            let [_, height, width] = self.plan.kernel_size();
            for (d, _) in &d.taps {
                for (h, _) in &h.taps {
                    for (w, _) in &w.taps {
                        let at = (d * height + h) * width + w;
                        self.weights.extend(firsts.iter().map(|first| weight[first + at]));
                    }
                }
            }
        }
    }

    fn rows<const R: usize>(&mut self, phases: Phases<'_>, lines: &[Line; 3], channel: usize) {
        let [_, height, width] = self.plan.output_size();
        for d in 0..phases[0].count {
            for h in 0..phases[1].count {
                let read = d * lines[0].read_step * self.padded.plane + h * lines[1].read_step * self.padded.row;
                let at_d = phases[0].first + d * lines[0].output_step;
                let at_h = phases[1].first + h * lines[1].output_step;
                let write = (at_d * height + at_h) * width + phases[2].first;
                self.row::<R>(channel, read, write, phases[2].count, lines[2].output_step);
            }
        }
    }

    fn row<const R: usize>(&mut self, channel: usize, read: usize, write: usize, count: usize, step: usize) {
        let mut column = 0;
        while column < count {
            let rest = count - column;
            let (read, write) = (read + column, write + column * step);
            column += match (R, rest) {
                (1, 5..) => self.tile::<R, 4>(channel, read, write, rest, step),
                (1, _) | (_, ..5) => self.tile::<R, 1>(channel, read, write, rest, step),
                _ => self.tile::<R, 2>(channel, read, write, rest, step),
            };
        }
    }

    /// Computes and stores a tile; its number of columns.
    fn tile<const R: usize, const C: usize>(
        &mut self,
        channel: usize,
        read: usize,
        write: usize,
        rest: usize,
        step: usize,
    ) -> usize {
        let window = Window {
            cells: &self.padded.cells[read..],
            channel: self.padded.channel,
            taps: &self.taps,
            weights: &self.weights,
        };
        let totals = tile::sum::<Native, R, C>(window);
        let per_channel: usize = self.plan.output_size().iter().product();
        for (r, totals) in totals.iter().enumerate() {
            let bias = self.bias.map(|bias| Native::splat(bias[channel + r]));
            let to = &mut self.output[(channel + r) * per_channel + write..];
            for (c, &total) in totals.iter().enumerate() {
                let numbers = bias.map_or(total, |bias| total.add(bias)).numbers();
                let left = rest.saturating_sub(4 * c);
                if left == 0 {
                    break;
                }
                let to = &mut to[4 * c * step..];
                match to.first_chunk_mut::<4>() {
                    Some(to) if step == 1 && left >= 4 => *to = numbers,
                    _ => {
                        for (i, number) in numbers.into_iter().enumerate().take(left) {
                            to[i * step] = number;
                        }
                    }
                }
            }
        }
        4 * C
    }
}
