//! What is said of images and signals that cannot be had, and of layers that do not take them.
use super::explain;
use crate::image::{Fault, LARGEST_FILE, LARGEST_PICTURE, Unfit, Unreadable};
use crate::number;
use crate::text::{ImageKey, fill, say};
use conv::Code;

/// Why a file or a device gives no picture.
pub fn picture_fault(fault: Fault) -> String {
    let key = match fault {
        Fault::Large { bytes } => {
            let [size, limit] = [bytes, LARGEST_FILE].map(millions);
            return fill(ImageKey::Large, &[("size", &size), ("limit", &limit)]);
        }
        Fault::Head(Unreadable::Pixels(head)) => {
            let pixels = f64::from(head.width) * f64::from(head.height);
            let [size, limit] = [pixels, LARGEST_PICTURE as f64].map(millions);
            let [width, height] = [head.width, head.height].map(|side| side.to_string());
            let facts = [
                ("width", &*width),
                ("height", &height),
                ("size", &size),
                ("limit", &limit),
            ];
            return fill(ImageKey::Pixels, &facts);
        }
        Fault::Head(Unreadable::Unknown) => ImageKey::Unknown,
        Fault::Head(Unreadable::Broken) => ImageKey::Broken,
        Fault::Decode => ImageKey::Decode,
        Fault::NoPicture => ImageKey::NoPicture,
        Fault::Canvas => ImageKey::Canvas,
        Fault::NoCamera => ImageKey::NoCamera,
        Fault::CameraDenied => ImageKey::CameraDenied,
        Fault::NoKernels => ImageKey::NoKernels,
        Fault::Memory => ImageKey::TooSlow,
    };
    say(key).to_owned()
}

/// Why a layer is not tried.
pub fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Layer => say(ImageKey::NoLayer).to_owned(),
        Unfit::Channels(channels) => fill(ImageKey::NoChannels, &[("channels", &channels.to_string())]),
        Unfit::Refused(refusal) if refusal.code == Code::Bound => say(ImageKey::TooSlow).to_owned(),
        Unfit::Refused(refusal) => explain(refusal),
    }
}

/// Millions with one decimal, upwards: what is just over a limit is not written as the limit.
fn millions(count: f64) -> String {
    number(((count / 1e5).ceil() / 10.0) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Head;

    #[test]
    fn what_is_too_large_is_said_with_its_size_and_the_limit() {
        let large = picture_fault(Fault::Large { bytes: 20_000_001.0 });
        assert!(large.contains("20.1 MB") && large.contains("20 MB"), "{large}");
        let head = Head {
            width: 5000,
            height: 4000,
        };
        let pixels = picture_fault(Fault::Head(Unreadable::Pixels(head)));
        assert!(
            pixels.contains("5000 × 4000") && pixels.contains("20 megapixels"),
            "{pixels}"
        );
        assert!(pixels.contains("16 megapixels"), "{pixels}");
    }
}
