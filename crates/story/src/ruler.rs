//! Where a convolution's windows start along one axis, and which cells none of them reads.
use crate::Cursor;
use crate::timeline::Timeline;
use conv::{Plan, Source};

/// One axis of a convolution as its windows pass over it. Places count from the input's first cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruler {
    /// Which of the plan's three axes it is.
    pub axis: usize,
    /// The first place: below 0 where there is padding.
    pub first: i64,
    /// Whether some window reads each place, from the first on. A cell of the input is also read by its copies.
    pub read: Vec<bool>,
    /// Cells of the input.
    pub input: usize,
    /// How many windows there are: the output's size.
    pub windows: usize,
    /// From a window's first cell to its last, both included: `dilation·(kernel − 1) + 1`.
    pub reach: i64,
    /// The place where the first window starts, and from each to the next.
    start: i64,
    stride: i64,
    dilation: i64,
    kernel: usize,
}

impl Ruler {
    pub fn of(plan: &Plan, axis: usize) -> Self {
        let (before, after) = plan.pads()[axis];
        let input = plan.input_size()[axis];
        let first = -before.max(0);
        let cells = usize::try_from(input as i64 - first + after.max(0)).unwrap_or(0);
        let (kernel, dilation) = (plan.kernel_size()[axis], plan.dilation()[axis] as i64);
        let mut ruler = Self {
            axis,
            first,
            read: vec![false; cells],
            input,
            windows: plan.output_size()[axis],
            reach: dilation * (kernel as i64 - 1) + 1,
            start: -before,
            stride: plan.stride()[axis] as i64,
            dilation,
            kernel,
        };
        for window in 0..ruler.windows {
            for cell in 0..kernel as i64 {
                let at = ruler.start(window) + cell * dilation;
                ruler.mark(at);
                if let Source::Copy(copied) = plan.source(along(axis, at)) {
                    ruler.mark(coordinate(plan, axis, copied));
                }
            }
        }
        ruler
    }

    fn mark(&mut self, at: i64) {
        if let Some(read) = usize::try_from(at - self.first)
            .ok()
            .and_then(|at| self.read.get_mut(at))
        {
            *read = true;
        }
    }

    /// The place of a window's first cell.
    pub fn start(&self, window: usize) -> i64 {
        self.start + window as i64 * self.stride
    }

    /// Whether a window reads a place, rather than passing over it.
    pub fn reads(&self, window: usize, at: i64) -> bool {
        let from_start = at - self.start(window);
        from_start >= 0 && from_start % self.dilation == 0 && from_start / self.dilation < self.kernel as i64
    }

    /// Whether some window reads a place.
    pub fn is_read(&self, at: i64) -> bool {
        usize::try_from(at - self.first).is_ok_and(|at| self.read.get(at) == Some(&true))
    }

    /// How many windows lie over one place at most: so many rows keep their brackets apart.
    pub fn overlap(&self) -> usize {
        let overlap = (self.reach + self.stride - 1) / self.stride.max(1);
        usize::try_from(overlap).unwrap_or(1).clamp(1, self.windows.max(1))
    }

    /// The cells of the input that no window reads.
    pub fn lost(&self) -> Vec<usize> {
        (0..self.input).filter(|&at| !self.is_read(at as i64)).collect()
    }

    /// How many cells of the padding no window reads.
    pub fn lost_padding(&self) -> usize {
        let unread = self.read.iter().filter(|&&read| !read).count();
        unread - self.lost().len()
    }
}

/// A place on one axis, at the input's first cell on the others.
pub fn along(axis: usize, at: i64) -> [i64; 3] {
    let mut place = [0; 3];
    place[axis] = at;
    place
}

/// Where on an axis an input cell lies, given its spatial index.
pub fn coordinate(plan: &Plan, axis: usize, spatial: usize) -> i64 {
    let size = plan.input_size();
    let inner: usize = size[axis + 1..].iter().product();
    (spatial / inner.max(1) % size[axis].max(1)) as i64
}

/// The place of an output cell on the three axes.
pub fn output_place(plan: &Plan, output: usize) -> [usize; 3] {
    let [depth, height, width] = plan.output_size().map(|size| size.max(1));
    [
        output / (height * width) % depth,
        output / width % height,
        output % width,
    ]
}

/// The step at which a film comes to a window: that of the output cell beside `output` at this place on an axis.
pub fn step_at(timeline: &Timeline, output: usize, axis: usize, window: usize) -> Cursor {
    let plan = &timeline.film().plan;
    let here = output_place(plan, output)[axis];
    let inner: usize = plan.output_size()[axis + 1..].iter().product();
    Cursor::whole(timeline.step_of(output - here * inner + window * inner))
}

#[cfg(test)]
mod tests {
    use super::*;
    use conv::LayerSpec;
    use proptest::prelude::*;

    fn ruler(line: &str, size: usize) -> Ruler {
        let layer = LayerSpec::parse(line).expect("a line").layer().expect("a layer");
        Ruler::of(&layer.plan(&[1, size], false).expect("a plan"), 2)
    }

    #[test]
    fn what_the_floor_drops_is_padding_or_data() {
        for (line, size, windows, lost, lost_padding) in [
            ("Conv1d(1, 1, 2, stride=2, padding=1)", 5, 3, vec![], 1),
            ("Conv1d(1, 1, 3, stride=2)", 6, 2, vec![5], 0),
            ("Conv1d(1, 1, 3, stride=3)", 8, 2, vec![6, 7], 0),
            ("Conv1d(1, 1, 3, stride=4, padding=1)", 8, 2, vec![2, 6, 7], 1),
            // Every second cell falls into the holes.
            ("Conv1d(1, 1, 2, stride=2, dilation=2)", 6, 2, vec![1, 3, 5], 0),
            // The last cell is read at the other end.
            (
                "Conv1d(1, 1, 2, stride=3, padding=1, padding_mode='circular')",
                6,
                3,
                vec![1, 4],
                0,
            ),
            ("Conv1d(1, 1, 3, padding=1)", 4, 4, vec![], 0),
        ] {
            let ruler = ruler(line, size);
            assert_eq!(ruler.windows, windows, "{line}");
            assert_eq!(ruler.lost(), lost, "{line}");
            assert_eq!(ruler.lost_padding(), lost_padding, "{line}");
        }
    }

    #[test]
    fn overlapping_windows_are_counted() {
        for (line, overlap) in [
            ("Conv1d(1, 1, 3)", 3),
            ("Conv1d(1, 1, 3, stride=2)", 2),
            ("Conv1d(1, 1, 3, stride=3)", 1),
            ("Conv1d(1, 1, 3, stride=5)", 1),
            ("Conv1d(1, 1, 3, dilation=3)", 2),
        ] {
            assert_eq!(ruler(line, 8).overlap(), overlap, "{line}");
        }
    }

    #[test]
    fn a_window_reads_its_cells_and_passes_over_the_holes() {
        let ruler = ruler("Conv1d(1, 1, 3, stride=2, padding=2, dilation=2)", 7);
        assert_eq!((ruler.first, ruler.reach, ruler.start(2)), (-2, 5, 2));
        let read: Vec<i64> = (-3..12).filter(|&at| ruler.reads(2, at)).collect();
        assert_eq!(read, [2, 4, 6]);
    }

    #[test]
    fn a_place_is_found_again_on_every_axis() {
        let spec = LayerSpec::new(conv::Op::Conv, 3, 1, 2, 1);
        let plan = spec
            .layer()
            .expect("a layer")
            .plan(&[1, 2, 3, 4], false)
            .expect("a plan");
        for cell in 0..24 {
            let place = output_place(&plan, cell);
            let input = [0, 1, 2].map(|axis| coordinate(&plan, axis, cell) as usize);
            assert_eq!((place[0] * 3 + place[1]) * 4 + place[2], cell);
            assert_eq!((input, output_place(&plan, 24 + cell)), (place, place));
        }
    }

    #[test]
    fn a_film_comes_to_the_window_beside_an_output() {
        let scene = crate::Scene::default()
            .with(crate::Change::Layer(
                LayerSpec::parse("Conv2d(1, 2, 2)").expect("a line"),
            ))
            .with(crate::Change::Size(vec![4, 5]));
        let Ok(crate::Showing::Film(film)) = scene.show() else {
            panic!("a film")
        };
        // Of two channels of 3x4, the cell in row 1 and column 2 of the second
        let timeline = Timeline::new(film, crate::Order::Rows, 0);
        let output = |axis, window| {
            let step = step_at(&timeline, 12 + 4 + 2, axis, window).step;
            timeline.cell(step)
        };
        assert_eq!([0, 1, 2].map(|row| output(1, row)), [14, 18, 22].map(Some));
        assert_eq!([0, 1, 3].map(|column| output(2, column)), [16, 17, 19].map(Some));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

        /// Given any axis, then a cell of the input is read just where the core finds readers of it.
        #[test]
        fn what_is_read_has_readers(
            (kernel, stride, dilation, padding) in (1_i64..4, 1_i64..5, 1_i64..4, 0_i64..4),
            size in 1_usize..12,
            mode in 0_usize..4,
        ) {
            let mut spec = LayerSpec::new(conv::Op::Conv, 1, 1, 1, kernel);
            (spec.stride, spec.dilation) = (vec![stride], vec![dilation]);
            spec.padding = conv::Padding::Cells(vec![padding]);
            spec.padding_mode = conv::PaddingMode::ALL[mode];
            if let Ok(plan) = spec.layer().expect("a layer").plan(&[1, size], false) {
                let ruler = Ruler::of(&plan, 2);
                for at in 0..size {
                    prop_assert_eq!(ruler.is_read(at as i64), !plan.readers(at).is_empty(), "{}", at);
                }
            }
        }
    }
}
