//! Goes through groups, phases, output channels and rows.
use super::lanes::Native;
use super::padded::Padded;
use super::phase::{Line, Phase};
use super::tile::{self, PAIR, PAIRS, Window};
use crate::Plan;

/// Output channels that are computed together.
const ROWS: usize = PAIRS;

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
    let mut lines = super::lines(plan);
    lines[2].interleave();
    let padded = Padded::new(&lines, plan.channels.ins, PAIRS * PAIR);
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
            let together = if (group + 1) * outs - channel >= ROWS { ROWS } else { 1 };
            self.pack(phases, group, channel, together, weight);
            self.rows(phases, lines, channel, together);
            channel += together;
        }
    }

    /// Weights in the order in which a tile takes them: one for each of its pairs.
    fn pack(&mut self, phases: Phases<'_>, group: usize, channel: usize, together: usize, weight: &[f32]) {
        let [d, h, w] = phases;
        let ins = self.plan.channels.ins;
        let [_, height, width] = self.plan.kernel_size();
        self.weights.clear();
        for local in group * ins..(group + 1) * ins {
            let kernels = [0, 1, 2, 3].map(|pair| self.plan.weight(local, channel + pair % together, [0; 3]));
            for (d, _) in &d.taps {
                for (h, _) in &h.taps {
                    for (w, _) in &w.taps {
                        for kernel in kernels {
                            self.weights.push(weight[kernel + (d * height + h) * width + w]);
                        }
                    }
                }
            }
        }
    }

    fn rows(&mut self, phases: Phases<'_>, lines: &[Line; 3], channel: usize, together: usize) {
        let [_, height, width] = self.plan.output_size();
        let step = lines[2].output_step;
        for d in 0..phases[0].count {
            for h in 0..phases[1].count {
                let read = d * lines[0].read_step * self.padded.plane + h * lines[1].read_step * self.padded.row;
                let at_d = phases[0].first + d * lines[0].output_step;
                let at_h = phases[1].first + h * lines[1].output_step;
                let write = (at_d * height + at_h) * width + phases[2].first;
                let (wide, count) = (if together == 1 { PAIRS * PAIR } else { PAIR }, phases[2].count);
                for column in (0..count).step_by(wide) {
                    self.tile(
                        channel,
                        together,
                        read + column,
                        write + column * step,
                        count - column,
                        step,
                    );
                }
            }
        }
    }

    /// Computes a tile, and stores what of it lies in the output.
    fn tile(&mut self, channel: usize, together: usize, read: usize, write: usize, rest: usize, step: usize) {
        let window = Window {
            cells: &self.padded.cells[read..],
            channel: self.padded.channel,
            taps: &self.taps,
            weights: &self.weights,
        };
        let totals = match together {
            1 => tile::sum::<Native, PAIR>(window),
            _ => tile::sum::<Native, 0>(window),
        };
        for (pair, totals) in totals.into_iter().enumerate() {
            let (row, column) = if together == 1 { (0, pair * PAIR) } else { (pair, 0) };
            let bias = self.bias.map(|bias| bias[channel + row]);
            let first = (channel + row) * self.plan.volumes.output + write + column * step;
            for (i, total) in totals.into_iter().enumerate().take(rest.saturating_sub(column)) {
                self.output[first + i * step] = bias.map_or(total, |bias| total + bias);
            }
        }
    }
}
