//! Compression as hard as it goes: what a publisher does once.

use std::io::Write;

use anyhow::Result;
use zopfli::{Format, Options};

/// Without a header, as a browser's `DecompressionStream("deflate-raw")` reads it.
pub fn deflate(plain: &[u8]) -> Result<Vec<u8>> {
    zopfli(plain, Format::Deflate)
}

pub fn gzip(plain: &[u8]) -> Result<Vec<u8>> {
    zopfli(plain, Format::Gzip)
}

fn zopfli(plain: &[u8], format: Format) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    // Large files change their kind more often than the library would look for it.
    let options = Options {
        maximum_block_splits: 40,
        ..Options::default()
    };
    zopfli::compress(options, format, plain, &mut small)?;
    Ok(small)
}

pub fn brotli(plain: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(plain)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_small() -> Result<()> {
        let text = b"again and again and again and again".repeat(9);
        for small in [deflate(&text)?, gzip(&text)?, brotli(&text, 11)?] {
            assert!(small.len() < text.len() / 4);
        }
        Ok(())
    }
}
