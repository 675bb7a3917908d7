//! The paths of marks, read: what writes another language than SVG needs their points.

/// One piece of a path, its points absolute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    Move([f32; 2]),
    Line([f32; 2]),
    Curve([[f32; 2]; 3]),
    Close,
}

/// The pieces of a path as [`crate::mark::Mark::Path`] has them; it ends where something is written that marks do not use.
pub(super) fn pieces(d: &str) -> Vec<Piece> {
    let mut reader = Reader {
        rest: d,
        at: [0.0; 2],
        start: [0.0; 2],
        found: Vec::new(),
    };
    let mut letter = ' ';
    while let Some(next) = reader.next_letter(letter) {
        letter = next;
        if reader.piece(letter).is_none() {
            break;
        }
    }
    reader.found
}

struct Reader<'a> {
    rest: &'a str,
    at: [f32; 2],
    start: [f32; 2],
    found: Vec<Piece>,
}

impl Reader<'_> {
    /// The next command: the same again where numbers follow at once.
    fn next_letter(&mut self, last: char) -> Option<char> {
        self.rest = self.rest.trim_start_matches([' ', ',']);
        let letter = self.rest.chars().next()?;
        if letter.is_ascii_alphabetic() {
            self.rest = &self.rest[1..];
            return Some(letter);
        }
        match last {
            'M' => Some('L'),
            'm' => Some('l'),
            ' ' | 'z' | 'Z' => None,
            _ => Some(last),
        }
    }

    fn number(&mut self) -> Option<f32> {
        self.rest = self.rest.trim_start_matches([' ', ',']);
        let sign = usize::from(self.rest.starts_with('-'));
        let end = self.rest[sign..].find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (number, rest) = self.rest.split_at(end.map_or(self.rest.len(), |end| end + sign));
        self.rest = rest;
        story::read_number(number)
    }

    /// A point, counted from where the path is if the command is a small letter.
    fn point(&mut self, from: [f32; 2]) -> Option<[f32; 2]> {
        Some([from[0] + self.number()?, from[1] + self.number()?])
    }

    fn piece(&mut self, letter: char) -> Option<()> {
        let from = if letter.is_ascii_lowercase() { self.at } else { [0.0; 2] };
        let [x, y] = self.at;
        match letter.to_ascii_uppercase() {
            'M' => {
                let to = self.point(from)?;
                self.start = to;
                self.put(Piece::Move(to), to);
            }
            'L' => {
                let to = self.point(from)?;
                self.put(Piece::Line(to), to);
            }
            'H' => {
                let to = [from[0] + self.number()?, y];
                self.put(Piece::Line(to), to);
            }
            'V' => {
                let to = [x, from[1] + self.number()?];
                self.put(Piece::Line(to), to);
            }
            'C' => {
                let curve = [self.point(from)?, self.point(from)?, self.point(from)?];
                self.put(Piece::Curve(curve), curve[2]);
            }
            'Q' => {
                let [bend, to] = [self.point(from)?, self.point(from)?];
                // The same curve with two handles.
                let handle = |end: [f32; 2]| [0, 1].map(|axis| end[axis] + (bend[axis] - end[axis]) * 2.0 / 3.0);
                self.put(Piece::Curve([handle([x, y]), handle(to), to]), to);
            }
            'A' => self.half_circle(from)?,
            'Z' => self.put(Piece::Close, self.start),
            _ => return None,
        }
        Some(())
    }

    fn put(&mut self, piece: Piece, to: [f32; 2]) {
        self.found.push(piece);
        self.at = to;
    }

    /// Marks have no other arcs: a half circle in two curves, on the side that its angle grows to.
    fn half_circle(&mut self, from: [f32; 2]) -> Option<()> {
        let _radii = self.point([0.0; 2])?;
        let _flags = [self.number()?, self.number()?, self.number()?];
        let to = self.point(from)?;
        // From the middle to where the arc begins, and to its top.
        let middle = [0, 1].map(|axis| (self.at[axis] + to[axis]) / 2.0);
        let begin = [0, 1].map(|axis| self.at[axis] - middle[axis]);
        let top = [begin[1], -begin[0]];
        let bend = 0.552_28;
        for (one, two) in [(begin, top), (top, begin.map(|length| -length))] {
            let at = |a: f32, b: f32| [0, 1].map(|axis| middle[axis] + one[axis] * a + two[axis] * b);
            self.put(Piece::Curve([at(1.0, bend), at(bend, 1.0), at(0.0, 1.0)]), at(0.0, 1.0));
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_letters_count_from_where_the_path_is() {
        let [a, b, c] = [[1.0, 2.0], [4.0, 2.0], [4.0, 0.0]];
        let pieces = pieces("M1 2h3v-2zM0 0L4 2");
        let wanted = [
            Piece::Move(a),
            Piece::Line(b),
            Piece::Line(c),
            Piece::Close,
            Piece::Move([0.0, 0.0]),
            Piece::Line(b),
        ];
        assert_eq!(pieces, wanted);
    }

    #[test]
    fn a_half_circle_ends_where_it_is_said_to() {
        let pieces = pieces("M0 5a5 5 0 1 0 10 0");
        assert_eq!(pieces.len(), 3);
        assert!(matches!(pieces[1], Piece::Curve([.., [x, y]]) if (x - 5.0).abs() < 1e-4 && (y - 10.0).abs() < 1e-4));
        assert!(matches!(pieces[2], Piece::Curve([.., [x, y]]) if (x - 10.0).abs() < 1e-4 && (y - 5.0).abs() < 1e-4));
    }

    #[test]
    fn what_is_no_path_ends_it() {
        for d in ["", "x", "M1", "5 5", "M0 0 L", "Mé"] {
            assert!(pieces(d).len() < 2, "{d}");
        }
    }
}
