//! What a picture's first bytes say of its size, so that one that is too large is never decoded.

/// More bytes than this are not read.
pub const LARGEST_FILE: f64 = 20e6;
/// More pixels than this are not decoded.
pub const LARGEST_PICTURE: u64 = 16_000_000;

/// A picture's size as its head has it: before a camera's note to turn it is heeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub width: u32,
    pub height: u32,
}

/// Why a file is not decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// None of PNG, JPEG, GIF and WebP.
    Unknown,
    /// It begins as one of them and does not say how large it is.
    Broken,
    Pixels(Head),
}

/// Reads the size from the first bytes of a file.
///
/// # Errors
/// Where it is of another kind, broken, or has too many pixels.
pub fn read(bytes: &[u8]) -> Result<Head, Unreadable> {
    let (width, height) = size(bytes)?.ok_or(Unreadable::Broken)?;
    let head = Head { width, height };
    match u64::from(width) * u64::from(height) {
        0 => Err(Unreadable::Broken),
        pixels if pixels > LARGEST_PICTURE => Err(Unreadable::Pixels(head)),
        _ => Ok(head),
    }
}

/// Width and height; nothing where the file ends before them.
fn size(bytes: &[u8]) -> Result<Option<(u32, u32)>, Unreadable> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(pair(bytes, 16, u32_be).filter(|_| bytes.get(12..16) == Some(b"IHDR")));
    }
    if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        return Ok(u16_le(bytes, 6).zip(u16_le(bytes, 8)));
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Ok(webp(bytes));
    }
    if bytes.starts_with(b"\xff\xd8") {
        return Ok(jpeg(bytes));
    }
    Err(Unreadable::Unknown)
}

/// Goes from segment to segment, until one describes a frame.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        // A marker may be led by any number of these.
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        let marker = *bytes.get(at)?;
        at += 1;
        match marker {
            // Those without a length.
            0x01 | 0xd0..=0xd7 => {}
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return u16_be(bytes, at + 5).zip(u16_be(bytes, at + 3));
            }
            // The image's own bytes, or its end, and there was no frame.
            0xd9 | 0xda => return None,
            _ => at += u16_be(bytes, at)?.max(2) as usize,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " if bytes.get(23..26)? == b"\x9d\x01\x2a" => {
            let side = |at| Some(u16_le(bytes, at)? & 0x3fff);
            side(26).zip(side(28))
        }
        b"VP8L" if *bytes.get(20)? == 0x2f => {
            let bits = u32_le(bytes, 21)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => {
            let side = |at| Some((u32_le(bytes, at)? & 0xff_ffff) + 1);
            // The last one is read from a byte before it, so that nothing beyond it is asked for.
            side(24).zip(Some((u32_le(bytes, 26)? >> 8) + 1))
        }
        _ => None,
    }
}

fn pair(bytes: &[u8], at: usize, read: fn(&[u8], usize) -> Option<u32>) -> Option<(u32, u32)> {
    read(bytes, at).zip(read(bytes, at + 4))
}

fn some<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..)?.first_chunk().copied()
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u32> {
    some(bytes, at).map(|two| u16::from_le_bytes(two).into())
}

fn u16_be(bytes: &[u8], at: usize) -> Option<u32> {
    some(bytes, at).map(|two| u16::from_be_bytes(two).into())
}

fn u32_le(bytes: &[u8], at: usize) -> Option<u32> {
    some(bytes, at).map(u32::from_le_bytes)
}

fn u32_be(bytes: &[u8], at: usize) -> Option<u32> {
    some(bytes, at).map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    fn riff(kind: &[u8], content: &[u8]) -> Vec<u8> {
        [b"RIFF\0\0\0\0WEBP", kind, b"\0\0\0\0", content].concat()
    }

    /// Files of one size each, with what a browser's encoder would leave out.
    fn files() -> Vec<(&'static str, Vec<u8>)> {
        let jpeg = [
            &b"\xff\xd8\xff\xe0\0\x04ab"[..],
            // A thumbnail's frame within a note counts for nothing.
            b"\xff\xe1\0\x0b\xff\xc0\0\x11\x08\0\x01\0\x01",
            b"\xff\xff\xc4\0\x03a",
            b"\xff\xc2\0\x11\x08\x01\x2c\x01\x90\x03",
        ];
        vec![
            ("png", png(400, 300)),
            ("jpeg", jpeg.concat()),
            ("gif", b"GIF89a\x90\x01\x2c\x01".to_vec()),
            ("vp8", riff(b"VP8 ", b"\0\0\0\x9d\x01\x2a\x90\x41\x2c\x81")),
            (
                "vp8l",
                riff(b"VP8L", &[&[0x2f][..], &((299 << 14) | 399_u32).to_le_bytes()].concat()),
            ),
            ("vp8x", riff(b"VP8X", b"\0\0\0\0\x8f\x01\0\x2b\x01\0")),
        ]
    }

    #[test]
    fn each_kind_says_its_size() {
        for (kind, bytes) in files() {
            assert_eq!(
                read(&bytes),
                Ok(Head {
                    width: 400,
                    height: 300
                }),
                "{kind}"
            );
        }
    }

    #[test]
    fn a_file_that_ends_early_is_broken_and_never_a_panic() {
        for (kind, bytes) in files() {
            for end in 0..bytes.len() {
                let cut = read(&bytes[..end]);
                assert!(cut.is_err() || cut == read(&bytes), "{kind} cut at {end}: {cut:?}");
            }
        }
    }

    #[test]
    fn too_many_pixels_are_refused_and_as_many_as_may_be_are_not() {
        assert!(read(&png(4000, 4000)).is_ok());
        let head = Head {
            width: 4001,
            height: 4000,
        };
        assert_eq!(read(&png(4001, 4000)), Err(Unreadable::Pixels(head)));
        assert!(matches!(read(&png(u32::MAX, u32::MAX)), Err(Unreadable::Pixels(_))));
    }

    #[test]
    fn what_is_no_picture_is_said_to_be_none() {
        assert_eq!(read(b"<svg/>"), Err(Unreadable::Unknown));
        assert_eq!(read(b""), Err(Unreadable::Unknown));
        assert_eq!(read(&png(0, 5)), Err(Unreadable::Broken));
        assert_eq!(read(b"\xff\xd8 no marker"), Err(Unreadable::Broken));
        assert_eq!(read(&riff(b"ALPH", b"")), Err(Unreadable::Broken));
    }
}
