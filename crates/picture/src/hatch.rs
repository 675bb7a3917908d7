//! Lines across cells and bars, which tell them apart without their colour.
use crate::coord::trace;
use crate::plane::Rect;

/// From a falling line to the next, in pixels.
const APART: f32 = 6.0;

/// Lines that rise to the right, about three to a cell's width: what nobody reads.
#[inline(never)]
pub(crate) fn rising(path: &mut String, rect: &Rect) {
    let (width, height) = (rect.width, rect.height);
    for line in 1..=32_u8 {
        // Where `x + y` is constant, from the lower or left end to the upper or right one.
        let sum = f32::from(line) * 0.35 * width;
        if sum >= width + height {
            return;
        }
        let (left, right) = ((sum - height).max(0.0), sum.min(width));
        let ends = [rect.x + left, rect.y + sum - left, rect.x + right, rect.y + sum - right];
        trace(path, "M..L..", &ends);
    }
}

/// Lines that fall to the right: what counts as minus.
pub(crate) fn falling(path: &mut String, rect: &Rect) {
    let mut at = APART / 2.0 - rect.height;
    while at < rect.width {
        let (from, to) = (at.max(0.0), (at + rect.height).min(rect.width));
        let ends = [rect.x + from, rect.y + from - at, rect.x + to, rect.y + to - at];
        trace(path, "M..L..", &ends);
        at += APART;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_inside() {
        for (width, height) in [(10.0, 8.0), (8.0, 40.0), (90.0, 12.0), (20.0, 20.0), (0.0, 5.0)] {
            for hatch in [rising, falling] {
                let mut path = String::new();
                let rect = Rect {
                    x: 0.0,
                    y: 0.0,
                    width,
                    height,
                };
                hatch(&mut path, &rect);
                let ends: Vec<f32> = path
                    .split(['M', 'L', ' '])
                    .filter_map(|number| number.parse().ok())
                    .collect();
                assert!(ends.len() >= 8 || width == 0.0, "{path}");
                for end in ends.chunks(2) {
                    assert!(
                        (0.0..=width).contains(&end[0]) && (0.0..=height + 0.01).contains(&end[1]),
                        "{path}"
                    );
                }
            }
        }
    }

    #[test]
    fn they_go_the_other_way() {
        let rect = Rect {
            x: 0.0,
            y: 0.0,
            width: 10.0,
            height: 10.0,
        };
        let [mut up, mut down] = [const { String::new() }; 2];
        rising(&mut up, &rect);
        falling(&mut down, &rect);
        assert!(up.starts_with("M0 3.5L3.5 0M0 7L7 0"), "{up}");
        assert!(down.starts_with("M0 7L3 10M0 1L9 10"), "{down}");
    }
}
