//! A layer as a matrix: the output, flattened, is this matrix times the flattened input, plus the bias.
use crate::Film;
use conv::{Plan, Source};

/// A sparse matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    pub rows: usize,
    pub columns: usize,
    entries: Vec<Entry>,
    /// Where each row ends among the entries.
    ends: Vec<usize>,
}

/// A place of the matrix where weights are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    pub column: usize,
    /// The weight; the sum of the weights, where padding copies the input cell into the same window.
    pub value: f32,
    /// The first of them, as a flat index, and how many there are.
    pub weight: usize,
    pub weights: usize,
}

impl Matrix {
    /// A layer's matrix: rows are output cells, columns input cells, all channels flattened. It holds one entry for a
    /// product at most; how many those are is the caller's to check.
    pub fn of(film: &Film) -> Self {
        Self::with(&film.plan, &film.weight)
    }

    /// The matrix of a plan with these weights.
    pub fn with(plan: &Plan, weights: &[f32]) -> Self {
        let mut matrix = Self::empty(volume(plan.input_shape()));
        for output in 0..volume(plan.output_shape()) {
            let first = matrix.entries.len();
            for slot in 0..plan.slots() {
                let tap = plan.tap(output, slot);
                // What padding fills with zeros has no column.
                if let Source::Input(column) | Source::Copy(column) = tap.source {
                    let value = weights.get(tap.weight).copied().unwrap_or(0.0);
                    matrix.add(first, column, value, tap.weight);
                }
            }
            matrix.end();
        }
        matrix
    }

    fn empty(columns: usize) -> Self {
        Self {
            rows: 0,
            columns,
            entries: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// Adds to the row that begins with the entry `first`, whose columns ascend.
    fn add(&mut self, first: usize, column: usize, value: f32, weight: usize) {
        let entry = Entry {
            column,
            value,
            weight,
            weights: 1,
        };
        let row = &mut self.entries[first..];
        // Windows mostly go through the input as it lies in memory.
        if row.last().is_none_or(|last| last.column < column) {
            return self.entries.push(entry);
        }
        match row.binary_search_by_key(&column, |entry| entry.column) {
            Ok(at) => {
                row[at].value += value;
                row[at].weights += 1;
            }
            Err(at) => self.entries.insert(first + at, entry),
        }
    }

    fn end(&mut self) {
        self.rows += 1;
        self.ends.push(self.entries.len());
    }

    /// A row's entries, by ascending columns.
    pub fn row(&self, row: usize) -> &[Entry] {
        let first = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.entries[first..self.ends[row]]
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Rows become columns.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let mut turned = Self::empty(self.rows);
        let mut rows: Vec<Vec<Entry>> = vec![Vec::new(); self.columns];
        for row in 0..self.rows {
            for entry in self.row(row) {
                rows[entry.column].push(Entry { column: row, ..*entry });
            }
        }
        for row in rows {
            turned.entries.extend(row);
            turned.end();
        }
        turned
    }

    /// The product with a vector whose channels have so many cells: as everywhere, each channel is summed from zero, and
    /// then the channels.
    pub fn times(&self, vector: &[f32], cells: usize) -> Vec<f32> {
        let mut product = Vec::with_capacity(self.rows);
        for row in 0..self.rows {
            let (mut total, mut sum, mut channel) = (0.0, 0.0, 0);
            for entry in self.row(row) {
                let here = entry.column / cells.max(1);
                if here != channel {
                    total += sum;
                    (sum, channel) = (0.0, here);
                }
                sum += entry.value * vector.get(entry.column).copied().unwrap_or(0.0);
            }
            product.push(total + sum);
        }
        product
    }
}

/// The film's output by its matrix: `M x + b`.
pub fn by_matrix(film: &Film, matrix: &Matrix) -> Vec<f32> {
    let mut output = matrix.times(&film.input, volume(&film.plan.input_size()));
    add_bias(film, &mut output);
    output
}

/// The film's output by its windows as columns (im2col): every window is copied out as a column, and the filter is
/// multiplied with it.
pub fn by_windows(film: &Film) -> Vec<f32> {
    let plan = &film.plan;
    let kernel = volume(&plan.kernel_size());
    let mut output = Vec::with_capacity(film.output.len());
    for cell in 0..film.output.len() {
        let (mut total, mut sum) = (0.0, 0.0);
        for slot in 0..plan.slots() {
            if slot % kernel == 0 {
                total += sum;
                sum = 0.0;
            }
            let tap = plan.tap(cell, slot);
            if tap.source != Source::Hole {
                sum += window_value(film, tap.source) * film.weight[tap.weight];
            }
        }
        output.push(total + sum);
    }
    add_bias(film, &mut output);
    output
}

/// What stands in a window's cell.
pub fn window_value(film: &Film, source: Source) -> f32 {
    match source {
        Source::Input(cell) | Source::Copy(cell) => film.input.get(cell).copied().unwrap_or(0.0),
        Source::Zero | Source::Hole => 0.0,
    }
}

fn add_bias(film: &Film, output: &mut [f32]) {
    let cells = volume(&film.plan.output_size());
    if let Some(bias) = &film.bias {
        for (at, value) in output.iter_mut().enumerate() {
            *value += bias[at / cells];
        }
    }
}

fn volume(sizes: &[usize]) -> usize {
    sizes.iter().product()
}
