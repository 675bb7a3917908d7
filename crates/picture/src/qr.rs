//! A text as a QR code.
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// The margin that a reader of such codes needs, in modules.
const MARGIN: i32 = 4;
/// Beyond it the modules are too small on a screen: 117 in a row, for some 1,200 letters.
const LARGEST: u8 = 25;

/// A code as one outline, in modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Of the whole square, with its margin.
    pub size: i32,
    /// The dark modules, as the `d` of a path.
    pub outline: String,
}

/// The code of a text; nothing where it is too long for one.
pub fn qr(text: &str) -> Option<Qr> {
    let segment = QrSegment::make_bytes(text.as_bytes());
    let smallest = Version::new(1);
    let code =
        QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Low, smallest, Version::new(LARGEST), None, true)
            .ok()?;
    let mut outline = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                let [x, y, run] = [x + MARGIN, y + MARGIN, run].map(|number| number.to_string());
                outline += &["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"].concat();
            }
            x += run + 1;
        }
    }
    Some(Qr {
        size: code.size() + 2 * MARGIN,
        outline,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dark modules of an outline, row by row.
    fn dark(code: &Qr) -> Vec<Vec<bool>> {
        let side = code.size as usize;
        let mut rows = vec![vec![false; side]; side];
        for run in code.outline.split('M').skip(1) {
            let numbers: Vec<usize> = run
                .split(|letter: char| !letter.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [x, y, length, ..] = numbers[..] else {
                panic!("{run}")
            };
            rows[y][x..x + length].fill(true);
        }
        rows
    }

    #[test]
    fn a_reader_of_codes_reads_the_link() {
        let long = "1,".repeat(500);
        for text in [
            "https://example.org/convlens/?layer=Conv2d%281,1,3%29&hide=facts",
            &format!("https://example.org/?input={long}"),
        ] {
            // Given a code, drawn with four dots a module
            let code = qr(text).expect("it fits");
            let rows = dark(&code);
            let side = code.size as usize * 4;
            // When a reader looks at it
            let mut picture =
                rqrr::PreparedImage::prepare_from_greyscale(
                    side,
                    side,
                    |x, y| {
                        if rows[y / 4][x / 4] { 0 } else { 255 }
                    },
                );
            let grids = picture.detect_grids();
            // Then it reads the text
            assert_eq!(grids[0].decode().expect("readable").1, text);
        }
    }

    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert_eq!(qr(&"1".repeat(2000)), None);
    }
}
