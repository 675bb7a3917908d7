//! Four numbers side by side.

/// Four `f32` that are added and multiplied each by itself, rounded as one `f32` is. There is no fused operation, which
/// would round once where the reference rounds twice.
pub(super) trait Lanes: Copy {
    fn splat(number: f32) -> Self;
    fn load(numbers: &[f32; 4]) -> Self;
    fn numbers(self) -> [f32; 4];
    fn add(self, other: Self) -> Self;
    fn mul(self, other: Self) -> Self;
}

/// What this build computes with.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
pub(super) type Native = [f32; 4];
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
pub(super) type Native = core::arch::wasm32::v128;

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
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
    fn numbers(self) -> [f32; 4] {
        self
    }

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] + other[i])
    }

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        std::array::from_fn(|i| self[i] * other[i])
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod wasm {
    use core::arch::wasm32::{f32x4, f32x4_add, f32x4_extract_lane, f32x4_mul, f32x4_splat, v128};

    impl super::Lanes for v128 {
        #[inline(always)]
        fn splat(number: f32) -> Self {
            f32x4_splat(number)
        }

        // The compiler makes one load of this.
        #[inline(always)]
        fn load(numbers: &[f32; 4]) -> Self {
            f32x4(numbers[0], numbers[1], numbers[2], numbers[3])
        }

        #[inline(always)]
        fn numbers(self) -> [f32; 4] {
            [
                f32x4_extract_lane::<0>(self),
                f32x4_extract_lane::<1>(self),
                f32x4_extract_lane::<2>(self),
                f32x4_extract_lane::<3>(self),
            ]
        }

        #[inline(always)]
        fn add(self, other: Self) -> Self {
            f32x4_add(self, other)
        }

        #[inline(always)]
        fn mul(self, other: Self) -> Self {
            f32x4_mul(self, other)
        }
    }
}
