//! What a number looks like.

const OPAQUE: u32 = 0xff00_0000;
/// From this number on the next one that there is is greater by 1: what is added to it stands in its lowest bits.
const WHOLE: f64 = 4_503_599_627_370_496.0;

/// A number's grey, which is `number * factor + start` without what is behind the point, cut to 0 to 255. What is no number
/// is black.
pub fn grey(number: f32, factor: f64, start: f64) -> u32 {
    let share = f64::from(number) * factor + start;
    // Not `clamp`, nor a cast alone: the compiler takes those one number at a time.
    let share = if share > 0.0 { share } else { 0.0 };
    let share = if share < 255.0 { share } else { 255.0 };
    let byte = (share.floor() + WHOLE).to_bits() as u32;
    OPAQUE | byte << 16 | byte << 8 | byte
}

/// The colour of three greys.
pub fn colour(red: u32, green: u32, blue: u32) -> u32 {
    OPAQUE | blue & 0xff_0000 | green & 0xff00 | red & 0xff
}
