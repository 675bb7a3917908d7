//! Numbers as people write them down: in a link, typed, or pasted from a table, a program or a print-out.
use crate::tensor::Place;
use crate::{Edits, Tensor, read_number};
use conv::Op;

/// Numbers with their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    pub values: Vec<(Place, f32)>,
    /// How far they reach on each of a place's axes.
    pub extent: [u32; 5],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumbersError {
    /// Something that is no number, and the character (from 1) at which it stands.
    NotANumber {
        column: usize,
        found: String,
    },
    /// More numbers than anything on the page has room for.
    TooMany {
        limit: usize,
    },
    Empty,
}

/// More than the largest tensor that the page draws.
const LIMIT: usize = 1 << 18;

/// Of a place's axes: filter, channel, and the last, the cell in its row.
const FILTER: usize = 0;
const CHANNEL: usize = 1;
const CELL: usize = 4;

impl Numbers {
    /// Reads numbers for a tensor whose layer has this rank.
    ///
    /// `,` and white space part cells, `;` parts rows (`;;` planes), `_` channels and `__` filters. A line is a row and
    /// an empty line parts channels; nested brackets part whatever their depth says. An empty cell between two commas
    /// is left to the seed.
    pub fn parse(text: &str, rank: usize) -> Result<Self, NumbersError> {
        let mut reader = Reader::new(rank);
        let mut rest = text.char_indices().peekable();
        let mut column = 0;
        while let Some((start, first)) = rest.next() {
            column += 1;
            if !is_word(first) {
                let mut run = 1;
                while matches!(first, ';' | '_' | ']' | ')') && rest.peek().is_some_and(|(_, next)| *next == first) {
                    rest.next();
                    run += 1;
                }
                column += run - 1;
                reader.part(first, run).map_err(|()| NumbersError::NotANumber {
                    column,
                    found: first.to_string(),
                })?;
                continue;
            }
            let mut end = start + first.len_utf8();
            let begins = column;
            while let Some(&(at, next)) = rest.peek().filter(|(_, next)| is_word(*next)) {
                end = at + next.len_utf8();
                column += 1;
                rest.next();
            }
            let word = text.get(start..end).unwrap_or("");
            if matches!(word, "tensor" | "array" | "np.array" | "torch.tensor") {
                continue;
            }
            let Some(value) = read_number(word) else {
                let found = word.chars().take(16).collect();
                return Err(NumbersError::NotANumber { column: begins, found });
            };
            reader.value(value)?;
        }
        reader.finish()
    }

    pub fn edits(&self) -> Edits {
        self.values.iter().copied().collect()
    }

    /// Numbers in one row that are as many as a tensor of these axes has cells are its cells, row-major; all others
    /// stay as they are.
    #[must_use]
    pub fn spread(self, axes: [usize; 5]) -> Self {
        let cells = axes.iter().fold(1_usize, |cells, &size| cells.saturating_mul(size));
        if self.extent[..CELL] != [1; 4] || self.values.len() != cells || axes[CELL] == cells {
            return self;
        }
        let places = crate::tensor::places(axes);
        Self {
            values: places
                .zip(self.values)
                .map(|(place, (_, value))| (place, value))
                .collect(),
            extent: axes.map(|size| size as u32),
        }
    }

    /// The same numbers one after the other in one row: those of a bias, however they were written.
    #[must_use]
    pub fn in_a_row(mut self) -> Self {
        if self.extent[..CELL] == [1; 4] {
            return self;
        }
        for (cell, (place, _)) in (0..).zip(&mut self.values) {
            *place = [0, 0, 0, 0, cell];
        }
        self.extent = [1, 1, 1, 1, self.values.len() as u32];
        self
    }

    /// The same numbers at their places in a layer's tensor of these axes, however they were written: those of a bias one
    /// after the other, those of a linear layer as the matrix `[out_features, in_features]` or the row that they are.
    #[must_use]
    pub fn of_layer(self, tensor: Tensor, op: Op, axes: [usize; 5]) -> Self {
        match (tensor, op) {
            (Tensor::Bias, _) => self.in_a_row(),
            (_, Op::Linear) if self.extent[CHANNEL] == 1 && self.extent[FILTER] == 1 => self.in_rows(axes),
            _ => self.spread(axes),
        }
    }

    /// Rows as filters, and cells as channels. Exactly as many numbers as the matrix has, in one row, fill it.
    fn in_rows(mut self, axes: [usize; 5]) -> Self {
        let columns = axes[CHANNEL] as u32;
        let flat =
            self.extent[CELL - 1] == 1 && u64::from(self.extent[CELL]) == u64::from(columns) * axes[FILTER] as u64;
        for (place, _) in &mut self.values {
            let [.., row, cell] = *place;
            let at = if flat {
                [cell / columns, cell % columns]
            } else {
                [row, cell]
            };
            *place = [at[0], at[1], 0, 0, 0];
        }
        let [.., rows, cells] = self.extent;
        let extent = if flat {
            [axes[FILTER] as u32, columns]
        } else {
            [rows, cells]
        };
        self.extent = [extent[0], extent[1], 1, 1, 1];
        self
    }

    /// The extent's spatial part, as sizes of this rank.
    pub fn size(&self, rank: usize) -> Vec<usize> {
        self.extent[5 - rank.min(5)..]
            .iter()
            .map(|&size| size as usize)
            .collect()
    }
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '+' | '−')
}

struct Reader {
    numbers: Numbers,
    /// The axes that a break of each level moves along, from the innermost.
    levels: Vec<usize>,
    at: Place,
    /// Whether anything has been read: breaks before it mean nothing.
    begun: bool,
    /// The axis of the break that waits for the next cell: trailing ones mean nothing.
    pending: Option<usize>,
    /// Whether the last thing read is a value, so that a space before the next one parts cells.
    after_value: bool,
    /// Whether the last thing read is a closing bracket: the comma behind it belongs to it.
    after_bracket: bool,
    /// Line breaks since the last cell.
    lines: usize,
    /// Whether a mark has parted the numbers since the last cell: line breaks beside it are layout.
    marked: bool,
    /// Whether lines part the numbers.
    lined: bool,
}

impl Reader {
    fn new(rank: usize) -> Self {
        // What has no axes of its own is written as a matrix.
        let rank = if rank == 0 { 2 } else { rank.min(3) };
        let spatial = (5 - rank..5).rev();
        Self {
            numbers: Numbers::default(),
            levels: spatial.chain([CHANNEL, FILTER]).collect(),
            at: [0; 5],
            begun: false,
            pending: None,
            after_value: false,
            after_bracket: false,
            lines: 0,
            marked: false,
            lined: false,
        }
    }

    fn part(&mut self, mark: char, run: usize) -> Result<(), ()> {
        let level = |run: usize| self.levels[run.min(self.levels.len() - 1)];
        match mark {
            ',' => {
                if !std::mem::take(&mut self.after_bracket) {
                    self.begin_cell();
                    self.at[CELL] += 1;
                    self.after_value = false;
                }
            }
            ';' => self.mark(level(run)),
            ']' | ')' => {
                self.after_bracket = true;
                self.mark(level(run));
            }
            '_' => self.mark(if run == 1 { CHANNEL } else { FILTER }),
            '\n' if !self.marked => {
                self.lines += 1;
                let axis = self.levels[self.lines.min(2)];
                self.wait(axis);
            }
            '[' | '(' => {}
            space if space.is_whitespace() => {}
            _ => return Err(()),
        }
        Ok(())
    }

    fn mark(&mut self, axis: usize) {
        if !self.marked {
            self.pending = None;
        }
        self.marked = true;
        self.wait(axis);
    }

    /// Of several breaks before a cell the outermost counts.
    fn wait(&mut self, axis: usize) {
        if self.begun {
            self.pending = Some(self.pending.map_or(axis, |pending| pending.min(axis)));
        }
    }

    fn begin_cell(&mut self) {
        self.lined |= self.begun && self.lines > 0 && !self.marked;
        self.begun = true;
        self.marked = false;
        self.lines = 0;
        if let Some(axis) = self.pending.take() {
            self.at[axis] += 1;
            self.at[axis + 1..].fill(0);
            self.after_value = false;
        }
    }

    fn value(&mut self, value: f32) -> Result<(), NumbersError> {
        self.begin_cell();
        if self.after_value {
            self.at[CELL] += 1;
        }
        self.after_value = true;
        self.after_bracket = false;
        if self.numbers.values.len() >= LIMIT {
            return Err(NumbersError::TooMany { limit: LIMIT });
        }
        self.numbers.values.push((self.at, value));
        for (extent, at) in self.numbers.extent.iter_mut().zip(self.at) {
            *extent = (*extent).max(at + 1);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Numbers, NumbersError> {
        if self.numbers.values.is_empty() {
            return Err(NumbersError::Empty);
        }
        // A column of single numbers, where there are no rows, is a signal and not many channels of one cell.
        let extent = &mut self.numbers.extent;
        if self.levels[1] == CHANNEL && extent[CELL] == 1 && extent[FILTER] == 1 && self.lined {
            extent.swap(CHANNEL, CELL);
            for (place, _) in &mut self.numbers.values {
                place.swap(CHANNEL, CELL);
            }
        }
        Ok(self.numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, rank: usize) -> Vec<(Place, f32)> {
        Numbers::parse(text, rank)
            .map(|numbers| numbers.values)
            .unwrap_or_default()
    }

    #[test]
    fn the_same_matrix_is_read_from_every_usual_notation() {
        let expected = [
            ([0, 0, 0, 0, 0], 1.0),
            ([0, 0, 0, 0, 1], -2.5),
            ([0, 0, 0, 1, 0], 3.0),
            ([0, 0, 0, 1, 1], 4.0),
        ];
        for text in [
            "1,-2.5;3,4",
            "1 -2.5\n3 4",
            "1\t−2.5\r\n3\t4\r\n",
            "[[1, -2.5], [3, 4]]",
            "[[1 -2.5]\n [3 4]]",
            "tensor([[[[ 1.0, -2.5],\n          [ 3.0,  4.0]]]])",
            "1, -2.5,\n3, 4,",
        ] {
            assert_eq!(read(text, 2), expected, "{text}");
        }
    }

    #[test]
    fn channels_and_filters_part_by_underscores_and_by_brackets() {
        let expected = [
            ([0, 0, 0, 0, 0], 1.0),
            ([0, 1, 0, 0, 0], 2.0),
            ([1, 0, 0, 0, 0], 3.0),
            ([1, 1, 0, 0, 0], 4.0),
        ];
        assert_eq!(read("1_2__3_4", 1), expected);
        assert_eq!(read("[[[1], [2]], [[3], [4]]]", 1), expected);
        assert_eq!(read("[[[[1]], [[2]]], [[[3]], [[4]]]]", 2), expected);
        assert_eq!(read("1;;2", 3)[1].0, [0, 0, 1, 0, 0]);
    }

    #[test]
    fn empty_cells_are_left_out_and_hold_their_place() {
        assert_eq!(read(",,5", 1), [([0, 0, 0, 0, 2], 5.0)]);
        assert_eq!(read(",;,;5", 2), [([0, 0, 0, 2, 0], 5.0)]);
        assert_eq!(read("1,,3;,,6", 2)[2].0, [0, 0, 0, 1, 2]);
    }

    #[test]
    fn a_column_is_a_signal_where_there_are_no_rows() {
        let numbers = Numbers::parse("1\n2\n3\n", 1).expect("three numbers");
        assert_eq!(numbers.extent, [1, 1, 1, 1, 3]);
        let channels = Numbers::parse("1 2\n3 4", 1).expect("two channels");
        assert_eq!(channels.extent, [1, 2, 1, 1, 2]);
    }

    #[test]
    fn what_is_no_number_is_named_with_its_place() {
        let found = |column, found: &str| NumbersError::NotANumber {
            column,
            found: found.to_owned(),
        };
        assert_eq!(Numbers::parse("1, 2, x", 1), Err(found(7, "x")));
        assert_eq!(Numbers::parse("1 % 2", 1), Err(found(3, "%")));
        assert_eq!(Numbers::parse(" \n", 1), Err(NumbersError::Empty));
        assert_eq!(Numbers::parse("[]", 1), Err(NumbersError::Empty));
    }

    #[test]
    fn a_megabyte_of_anything_ends() {
        for piece in ["1,", ";", "_", "[", "x", "1 ", "é", "-"] {
            let text = piece.repeat(1 << 20);
            let _ = Numbers::parse(&text, 2);
        }
    }
}
