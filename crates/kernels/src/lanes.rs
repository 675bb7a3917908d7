//! Four numbers side by side.
// A load made of four numbers the compiler takes apart again where two overlap. These are whole: what they read and write is
// what the references are of, and a vector may lie anywhere.
#![allow(unsafe_code)]

use std::ops::Range;

/// Four `f32`. Unlike those of the exact path they may round a product and its sum once.
pub(crate) trait Lanes: Copy {
    fn splat(number: f32) -> Self;
    fn load(numbers: &[f32; 4]) -> Self;
    fn store(self, to: &mut [f32; 4]);
    fn add(self, other: Self) -> Self;
    fn sub(self, other: Self) -> Self;
    fn mul(self, other: Self) -> Self;
    /// `self + a * b`
    fn madd(self, a: Self, b: Self) -> Self;
    /// Keeps the lanes where `mask` has all bits, and makes the others 0, whatever they hold.
    fn and(self, mask: Self) -> Self;
    /// These lanes where `mask` has all bits, the other's elsewhere.
    fn select(self, other: Self, mask: Self) -> Self;
    /// The first and third of each.
    fn evens(self, other: Self) -> Self;
    /// The first two of each, in turn.
    fn zip_low(self, other: Self) -> Self;
    /// The last two of each, in turn.
    fn zip_high(self, other: Self) -> Self;
}

/// What this build computes with.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(crate) type Native = [f32; 4];
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(crate) type Native = core::arch::wasm32::v128;

/// Whether a product and its sum are one instruction, which leaves a register more for sums.
pub(crate) const FUSED: bool = cfg!(target_feature = "relaxed-simd");

/// Rows of cells and the rows of outputs that they finish, of one column and those to its right.
pub(crate) struct Columns<'a, const N: usize, const M: usize> {
    cells: &'a [f32],
    output: &'a mut [f32],
    /// From a row to the next, of cells and of outputs.
    steps: [usize; 2],
    count: usize,
    last: usize,
}

impl<'a, const N: usize, const M: usize> Columns<'a, N, M> {
    /// So many rows, whose windows begin at `last` at most.
    ///
    /// # Panics
    /// If those of `last` reach beyond the cells or the output.
    pub fn new(cells: &'a [f32], output: &'a mut [f32], steps: [usize; 2], count: usize, last: usize) -> Self {
        let is_within =
            count == 0 || end(count, steps[0], last, N) <= cells.len() && end(count, steps[1], last, M) <= output.len();
        assert!(is_within);
        Self {
            cells,
            output,
            steps,
            count,
            last,
        }
    }

    /// Calls for the windows of each row.
    ///
    /// # Panics
    /// If the column is beyond the last.
    #[inline(always)]
    pub fn down(&mut self, column: usize, mut act: impl FnMut(&[f32; N], &mut [f32; M])) {
        assert!(column <= self.last);
        let (cells, output) = (self.cells.as_ptr(), self.output.as_mut_ptr());
        let (mut cells, mut output) = (cells.wrapping_add(column), output.wrapping_add(column));
        for _ in 0..self.count {
            // SAFETY: those of the last column are within, and are the furthest.
            act(unsafe { &*cells.cast() }, unsafe { &mut *output.cast() });
            (cells, output) = (cells.wrapping_add(self.steps[0]), output.wrapping_add(self.steps[1]));
        }
    }
}

/// Some rows of cells, and rows of outputs that are made from them four at a time.
pub(crate) struct Block<'a, const R: usize, const M: usize> {
    cells: &'a [f32],
    output: &'a mut [f32],
    steps: [usize; 2],
    last: [usize; 2],
}

impl<'a, const R: usize, const M: usize> Block<'a, R, M> {
    /// From a row to the next it is so many cells, and outputs. Of the outputs' columns the last is given, and how much
    /// further to the right cells are read at most.
    ///
    /// # Panics
    /// If four of the last columns reach beyond the cells or the output, or rows overlap.
    pub fn new(cells: &'a [f32], output: &'a mut [f32], steps: [usize; 2], last: [usize; 2]) -> Self {
        let [column, further] = last;
        assert!(end(R, steps[0], column.saturating_add(further), 4) <= cells.len());
        assert!(end(M, steps[1], column, 4) <= output.len() && steps[1] >= 4);
        Self {
            cells,
            output,
            steps,
            last,
        }
    }

    /// Calls so many times for four cells of each row, each time for those one cell further to the right.
    ///
    /// # Panics
    /// If these columns are beyond the last.
    #[inline(always)]
    pub fn across(&self, column: usize, count: usize, mut act: impl FnMut(usize, [&[f32; 4]; R])) {
        assert!(column <= self.last[0] && count <= self.last[1] + 1);
        let first = self.cells.as_ptr().wrapping_add(column);
        for further in 0..count {
            // SAFETY: those of the last columns are within, and are the furthest.
            let cells = |row| unsafe { &*first.wrapping_add(further + row * self.steps[0]).cast() };
            act(further, std::array::from_fn(cells));
        }
    }

    /// Four outputs of each row.
    ///
    /// # Panics
    /// If the column is beyond the last.
    #[inline(always)]
    pub fn outputs(&mut self, column: usize) -> [&mut [f32; 4]; M] {
        assert!(column <= self.last[0]);
        let first = self.output.as_mut_ptr().wrapping_add(column);
        // SAFETY: as above; and rows are apart.
        std::array::from_fn(|row| unsafe { &mut *first.wrapping_add(row * self.steps[1]).cast() })
    }
}

/// So many numbers, or fours of them, or rows of fours, that lie `step` apart, from `first` on.
///
/// # Panics
/// If the last reaches beyond the cells.
#[inline(always)]
pub(crate) fn load_apart<T: Plain, const N: usize>(cells: &[f32], first: usize, step: usize) -> [T; N] {
    assert!(end(N, step, first, size_of::<T>() / size_of::<f32>()) <= cells.len());
    let first = cells.as_ptr().wrapping_add(first);
    // SAFETY: the last is within, and is the furthest; any bits are numbers.
    std::array::from_fn(|at| unsafe { first.wrapping_add(at * step).cast::<T>().read_unaligned() })
}

/// Writes them there.
///
/// # Panics
/// As [`load_apart`].
#[inline(always)]
pub(crate) fn store_apart<T: Plain, const N: usize>(numbers: [T; N], cells: &mut [f32], first: usize, step: usize) {
    assert!(end(N, step, first, size_of::<T>() / size_of::<f32>()) <= cells.len());
    let mut to = cells.as_mut_ptr().wrapping_add(first);
    for number in numbers {
        // SAFETY: as above.
        unsafe { to.cast::<T>().write_unaligned(number) };
        to = to.wrapping_add(step);
    }
}

/// A number, four of them, or a row of fours.
///
/// # Safety
/// It is made of numbers alone, so that any bits are one.
pub(crate) unsafe trait Plain: Copy {}
// SAFETY: these are.
unsafe impl Plain for f32 {}
unsafe impl Plain for Native {}
unsafe impl<const N: usize> Plain for [Native; N] {}

/// Tiles of so many rows of eight cells, in the lanes of a vector.
pub(crate) struct Tiles<'a, const N: usize> {
    cells: &'a [f32],
    begins: [usize; 4],
    step: usize,
}

impl<'a, const N: usize> Tiles<'a, N> {
    /// # Panics
    /// If one of them reaches beyond the cells.
    #[inline(always)]
    pub fn new(cells: &'a [f32], begins: [usize; 4], step: usize) -> Self {
        assert!(begins.iter().all(|begin| end(N, step, *begin, 8) <= cells.len()));
        Self { cells, begins, step }
    }

    /// A row of each.
    ///
    /// # Panics
    /// If there is none.
    #[inline(always)]
    pub fn row(&self, row: usize) -> [[Native; 2]; 4] {
        assert!(row < N);
        let first = self.cells.as_ptr().wrapping_add(row * self.step);
        self.begins.map(|begin| {
            // SAFETY: the last row is within, and is the furthest.
            let [a, b]: &[[f32; 4]; 2] = unsafe { &*first.wrapping_add(begin).cast() };
            [Native::load(a), Native::load(b)]
        })
    }
}

/// Where so wide a window at `last` ends on the last of some rows that are `step` apart.
#[inline(always)]
fn end(rows: usize, step: usize, last: usize, wide: usize) -> usize {
    let below = (rows.saturating_sub(1) as u64).saturating_mul(step as u64);
    usize::try_from(below.saturating_add(last as u64).saturating_add(wide as u64)).unwrap_or(usize::MAX)
}

/// Places that are read relative to one that moves, so that one check lets all of them be read.
#[derive(Clone, Default)]
pub(crate) struct Offsets {
    offsets: Vec<usize>,
    furthest: usize,
}

impl Offsets {
    pub fn new(offsets: Vec<usize>) -> Self {
        let furthest = offsets.iter().copied().max().unwrap_or(0);
        Self { offsets, furthest }
    }

    pub fn len(&self) -> usize {
        self.offsets.len()
    }

    /// So many cells at each offset from `base`.
    ///
    /// # Panics
    /// If the furthest of them reach beyond the cells.
    #[inline(always)]
    pub fn windows<'a, const N: usize>(&'a self, cells: &'a [f32], base: usize) -> impl Iterator<Item = &'a [f32; N]> {
        self.some(0..self.len(), cells, base)
    }

    /// The same for some of the offsets.
    ///
    /// # Panics
    /// As [`windows`](Self::windows), or if there are not as many offsets.
    #[inline(always)]
    pub fn some<'a, const N: usize>(
        &'a self,
        which: Range<usize>,
        cells: &'a [f32],
        base: usize,
    ) -> impl Iterator<Item = &'a [f32; N]> {
        assert!(base < cells.len() && self.furthest < cells.len() && base + self.furthest + N <= cells.len());
        let first = &cells[base..];
        // SAFETY: no offset is larger than the furthest.
        self.offsets[which]
            .iter()
            .map(|offset| unsafe { &*first.as_ptr().add(*offset).cast() })
    }
}

impl Lanes for [f32; 4] {
    #[inline(always)]
    fn splat(number: f32) -> Self {
        [number; 4]
    }

    #[inline(always)]
    fn load(numbers: &[f32; 4]) -> Self {
        *numbers
    }

    #[inline(always)]
    fn store(self, to: &mut [f32; 4]) {
        *to = self;
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] + other[i])
    }

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] - other[i])
    }

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] * other[i])
    }

    #[inline(always)]
    fn madd(self, a: Self, b: Self) -> Self {
        self.add(a.mul(b))
    }

    #[inline(always)]
    fn and(self, mask: Self) -> Self {
        std::array::from_fn(|i| f32::from_bits(self[i].to_bits() & mask[i].to_bits()))
    }

    #[inline(always)]
    fn select(self, other: Self, mask: Self) -> Self {
        std::array::from_fn(|i| if mask[i].to_bits() == 0 { other[i] } else { self[i] })
    }

    #[inline(always)]
    fn evens(self, other: Self) -> Self {
        [self[0], self[2], other[0], other[2]]
    }

    #[inline(always)]
    fn zip_low(self, other: Self) -> Self {
        [self[0], other[0], self[1], other[1]]
    }

    #[inline(always)]
    fn zip_high(self, other: Self) -> Self {
        [self[2], other[2], self[3], other[3]]
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm {
    use core::arch::wasm32::{
        f32x4_add, f32x4_mul, f32x4_splat, f32x4_sub, i32x4_shuffle, v128, v128_and, v128_bitselect, v128_load,
        v128_store,
    };

    impl super::Lanes for v128 {
        #[inline(always)]
        fn splat(number: f32) -> Self {
            f32x4_splat(number)
        }

        #[inline(always)]
        fn load(numbers: &[f32; 4]) -> Self {
            // SAFETY: 16 bytes that may be read, as a reference's are.
            unsafe { v128_load(numbers.as_ptr().cast()) }
        }

        #[inline(always)]
        fn store(self, to: &mut [f32; 4]) {
            // SAFETY: 16 bytes that nobody else reads or writes, as a unique reference's are; any bits are numbers.
            unsafe { v128_store(to.as_mut_ptr().cast(), self) }
        }

        #[inline(always)]
        fn add(self, other: Self) -> Self {
            f32x4_add(self, other)
        }

        #[inline(always)]
        fn sub(self, other: Self) -> Self {
            f32x4_sub(self, other)
        }

        #[inline(always)]
        fn mul(self, other: Self) -> Self {
            f32x4_mul(self, other)
        }

        #[cfg(target_feature = "relaxed-simd")]
        #[inline(always)]
        fn madd(self, a: Self, b: Self) -> Self {
            core::arch::wasm32::f32x4_relaxed_madd(a, b, self)
        }

        #[cfg(not(target_feature = "relaxed-simd"))]
        #[inline(always)]
        fn madd(self, a: Self, b: Self) -> Self {
            f32x4_add(self, f32x4_mul(a, b))
        }

        #[inline(always)]
        fn and(self, mask: Self) -> Self {
            v128_and(self, mask)
        }

        #[inline(always)]
        fn select(self, other: Self, mask: Self) -> Self {
            v128_bitselect(self, other, mask)
        }

        #[inline(always)]
        fn evens(self, other: Self) -> Self {
            i32x4_shuffle::<0, 2, 4, 6>(self, other)
        }

        #[inline(always)]
        fn zip_low(self, other: Self) -> Self {
            i32x4_shuffle::<0, 4, 1, 5>(self, other)
        }

        #[inline(always)]
        fn zip_high(self, other: Self) -> Self {
            i32x4_shuffle::<2, 6, 3, 7>(self, other)
        }
    }
}
