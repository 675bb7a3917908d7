//! Colours as the style sheet writes them, mixed as a browser mixes them.

/// Red, green and blue, from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// Of `#rgb` or `#rrggbb`.
    pub(crate) fn of_hex(text: &str) -> Option<Self> {
        let digits: Option<Vec<u8>> = text.strip_prefix('#')?.bytes().map(digit).collect();
        match digits?[..] {
            [r, g, b] => Some(Self([r, g, b].map(|digit| digit * 17))),
            [r, s, g, h, b, c] => Some(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => None,
        }
    }

    /// Six digits.
    pub(crate) fn hex(self) -> String {
        let mut text = String::new();
        for byte in self.0 {
            for digit in [byte / 16, byte % 16] {
                text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
            }
        }
        text
    }

    /// So much of this colour, from 0 to 1, and of another one for the rest: `color-mix(in oklab, ...)`.
    pub(crate) fn mixed(self, share: f32, other: Self) -> Self {
        let (a, b) = (oklab(self), oklab(other));
        let mut mix = [0.0; 3];
        for axis in 0..3 {
            mix[axis] = a[axis] * share + b[axis] * (1.0 - share);
        }
        of_oklab(mix)
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|digit| digit as u8)
}

/// Rows of a matrix by a vector.
fn times(rows: &[[f32; 3]; 3], vector: [f32; 3]) -> [f32; 3] {
    rows.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

// From linear light to the cones' answers, and from their cube roots to lightness and two hues; then back.
const TO_CONES: [[f32; 3]; 3] = [
    [0.412_221_47, 0.536_332_54, 0.051_445_995],
    [0.211_903_5, 0.680_699_5, 0.107_396_96],
    [0.088_302_46, 0.281_718_84, 0.629_978_7],
];
const TO_LAB: [[f32; 3]; 3] = [
    [0.210_454_26, 0.793_617_8, -0.004_072_047],
    [1.977_998_5, -2.428_592_2, 0.450_593_7],
    [0.025_904_037, 0.782_771_77, -0.808_675_77],
];
const FROM_LAB: [[f32; 3]; 3] = [
    [1.0, 0.396_337_78, 0.215_803_76],
    [1.0, -0.105_561_346, -0.063_854_17],
    [1.0, -0.089_484_18, -1.291_485_5],
];
const FROM_CONES: [[f32; 3]; 3] = [
    [4.076_741_7, -3.307_711_6, 0.230_969_94],
    [-1.268_438, 2.609_757_4, -0.341_319_4],
    [-0.004_196_086, -0.703_418_6, 1.707_614_7],
];

fn oklab(colour: Rgb) -> [f32; 3] {
    let light = colour.0.map(|byte| {
        let level = f32::from(byte) / 255.0;
        if level <= 0.040_45 {
            level / 12.92
        } else {
            ((level + 0.055) / 1.055).powf(2.4)
        }
    });
    times(&TO_LAB, times(&TO_CONES, light).map(f32::cbrt))
}

fn of_oklab(lab: [f32; 3]) -> Rgb {
    let light = times(&FROM_CONES, times(&FROM_LAB, lab).map(|root| root * root * root));
    Rgb(light.map(|light| {
        let level = if light <= 0.003_130_8 {
            light * 12.92
        } else {
            1.055 * light.powf(1.0 / 2.4) - 0.055
        };
        (level * 255.0 + 0.5).clamp(0.0, 255.0) as u8
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(Rgb::of_hex("#0b6bb0").map(Rgb::hex).as_deref(), Some("0b6bb0"));
        assert_eq!(Rgb::of_hex("#fff"), Some(Rgb([255; 3])));
        for text in ["fff", "#ff", "#fffffff", "#ggg", "#é1", ""] {
            assert_eq!(Rgb::of_hex(text), None, "{text}");
        }
    }

    /// What Chromium paints for `color-mix(in oklab, A share, B)`.
    #[test]
    fn a_mix_is_what_a_browser_paints() {
        let hex = |text| Rgb::of_hex(text).expect("a colour");
        for (a, share, b, mix) in MIXES {
            let ours = hex(a).mixed(share, hex(b));
            let theirs = hex(mix);
            let apart = (0..3).map(|axis| ours.0[axis].abs_diff(theirs.0[axis])).max();
            assert!(apart <= Some(1), "{a} {share} {b}: {} for {mix}", ours.hex());
        }
    }

    const MIXES: [(&str, f32, &str, &str); 11] = [
        ("#e3eff9", 0.55, "#fff", "#f0f6fc"),
        ("#15293a", 0.55, "#1a1e25", "#182430"),
        ("#b9d9f1", 0.4, "#e3eff9", "#d2e6f6"),
        ("#1f4a6b", 0.12, "#1a1e25", "#1b232d"),
        ("#00835f", 0.38, "#fff", "#adcfbf"),
        ("#19a97c", 0.62, "#12322a", "#1b795b"),
        ("#a8327a", 0.44, "#fff", "#dea7c3"),
        ("#f08cc4", 0.35, "#1a1e25", "#5e4258"),
        ("#b06a00", 0.22, "#fdf0d5", "#edd2ad"),
        ("#0a5793", 0.44, "#e3eff9", "#88abcd"),
        ("#006848", 0.32, "#dff3ea", "#9fc5b3"),
    ];
}
