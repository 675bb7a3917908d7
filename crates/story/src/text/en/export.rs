//! English, of what is taken away.
use super::super::ExportKey;

pub const fn export(key: ExportKey) -> &'static str {
    match key {
        ExportKey::AltLayer => "{layer}: input {input}, {kernel}output {output}.",
        ExportKey::AltKernel => "kernel {sizes}, ",
        ExportKey::AltStep => "Step {step} of {steps}: {what}",
        ExportKey::AltSum => "{cell} = {sum} = {value}{rest}.",
        ExportKey::AltNone => "{cell} = {value}: each of the {count} products is 0.",
        ExportKey::AltZero => "; the other product is 0",
        ExportKey::AltZeros => "; the other {count} products are 0",
        ExportKey::StripStep => "{step}: {what}",
        ExportKey::StripFirst => "The first {shown} of {steps} steps.",
        ExportKey::Export => "Take away",
        ExportKey::ExportAbout => "This scene as a file, drawn with the same marks as the screen.",
        ExportKey::Close => "Close",
        ExportKey::ExportStill => "This step",
        ExportKey::Text => "The text",
        ExportKey::Film => "All of it",
        ExportKey::Svg => "SVG",
        ExportKey::Png => "PNG",
        ExportKey::Gif => "GIF",
        ExportKey::WebM => "WebM",
        ExportKey::Strip => "Print strip",
        ExportKey::Csv => "Numbers (CSV)",
        ExportKey::OneFile => "One file (HTML)",
        ExportKey::Tikz => "TikZ for LaTeX",
        ExportKey::Alt => "Alt text",
        ExportKey::Copy => "Copy",
        ExportKey::Copied => "Copied",
        ExportKey::Save => "Save {name} ({size} KB)",
        ExportKey::Cancel => "Cancel",
        ExportKey::Width => "Width in pixels",
        ExportKey::Dark => "Dark",
        ExportKey::Making => "Making it…",
        ExportKey::Drawing => "Drawing frame {frame} of {frames}",
        ExportKey::Frames => "The first {frames} of {steps} steps are in it.",
        ExportKey::Made => "Done.",
        ExportKey::Cancelled => "Cancelled. Nothing was saved.",
        ExportKey::NoFilm => "This layer is too large to be drawn cell by cell, so there is no picture to take away.",
        ExportKey::NoImage => {
            "This browser, or the page that this one is part of, does not draw SVG as an image. SVG, TikZ and CSV still work."
        }
        ExportKey::NoCanvas => {
            "This browser, or the page that this one is part of, does not let a drawing be read back. SVG, TikZ and CSV still \
             work."
        }
        ExportKey::NoRecorder => "This browser cannot record video here. A GIF shows the same.",
        ExportKey::NoCopy => "Copying is not allowed here. The text is selected: copy it by hand.",
        ExportKey::NoWidth => "The width is a number from 16 to 4096.",
        ExportKey::NoFormat => "There is no such format: svg, png, gif, webm, strip, csv, html, tikz or alt.",
        ExportKey::NoOneFile => {
            "What such a file is made from could not be loaded: convlens.html and onefile.js beside this page."
        }
    }
}
