//! English, of images and signals.
use super::super::ImageKey;

pub const fn image(key: ImageKey) -> &'static str {
    match key {
        ImageKey::Title => "Try on an image",
        ImageKey::About => {
            "The layer in hand, on a picture: change it above, and the picture follows. Nothing leaves this machine: the picture \
             is read and computed here."
        }
        ImageKey::AboutSignal => {
            "The layer in hand, on a signal: change it above, and the curve follows. Nothing leaves this machine: the numbers are \
             read and computed here."
        }
        ImageKey::Close => "Close",
        ImageKey::Source => "Image",
        ImageKey::Shapes => "Shapes",
        ImageKey::Noise => "Gradient and noise",
        ImageKey::Rings => "Rings",
        ImageKey::File => "Choose a file",
        ImageKey::Paste => "Paste an image, or drop one here.",
        ImageKey::Camera => "Camera",
        ImageKey::CameraStop => "Stop the camera",
        ImageKey::Side => "Longer side",
        ImageKey::Filter => "Filter",
        ImageKey::FilterChoose => "Choose a filter",
        ImageKey::ColourFilters => "Filters for colours, R G B",
        ImageKey::ColourGrey => "Grey of the colours, 1 × 1",
        ImageKey::ColourBlur => "Box blur, one filter a channel",
        ImageKey::ColourSobel => "Sobel, one filter a channel",
        ImageKey::ColourSharpen => "Sharpen, one filter a channel",
        ImageKey::ColourSwap => "Channels in another order, 1 × 1",
        ImageKey::Looks => "Output shown",
        ImageKey::AsItIs => "as it is, from 0 to 1",
        ImageKey::Stretched => "stretched",
        ImageKey::Range => "The output goes from {low} to {high}.",
        ImageKey::RangeSigned => "Grey is 0, black is {black} and white is {white}.",
        ImageKey::RangePlain => "Black is 0, white is {white}.",
        ImageKey::Time => "Computed in {ms} ms ({path}).",
        ImageKey::Input => "Input, {shape}",
        ImageKey::Output => "Output, {shape}",
        ImageKey::Colours => "channels 0, 1, 2 as red, green, blue",
        ImageKey::Channel => "channel {channel}",
        ImageKey::InputAlt => "The input image",
        ImageKey::OutputAlt => "The output image, {name}",
        ImageKey::Shown => "The first {shown} of {all} channels are shown.",
        ImageKey::Working => "Loading…",
        ImageKey::Magnifier => "Magnifier",
        ImageKey::MagnifierHint => "Magnifier: point at the output, or move through its pixels with the arrow keys.",
        ImageKey::Place => "channel {channel}, row {row}, column {column}",
        ImageKey::Position => "channel {channel}, position {column}",
        ImageKey::Red => "red",
        ImageKey::Green => "green",
        ImageKey::Blue => "blue",
        ImageKey::Grey => "grey",
        ImageKey::Sum => "Each pixel of the window times its weight, added up:",
        ImageKey::SumOfCells => "Each cell of the window times its weight, added up:",
        ImageKey::SumOf => "{name}: {sum}",
        ImageKey::Mean => "The mean of the window:",
        ImageKey::Max => "The largest of the window:",
        ImageKey::Copy => "The pixel as it is:",
        ImageKey::Relu => "The pixel, or 0 where it is negative:",
        ImageKey::Empty => "none",
        ImageKey::Wide => "This window has {count} pixels, too many to write out. What they add up to:",
        ImageKey::Signal => "Signal",
        ImageKey::SignalHint => "Numbers, with commas or spaces between them, or one a line",
        ImageKey::SignalSample => "Sine with noise",
        ImageKey::Machine => "Your machine",
        ImageKey::MachineAbout => {
            "Three layers, each computed in three ways: by plain loops in JavaScript, by the exact path of this page, and by the \
             fast kernels that draw the image above."
        }
        ImageKey::MachineAgain => "Measure again",
        ImageKey::MachinePlain => "JavaScript",
        ImageKey::MachineExact => "exact",
        ImageKey::MachineFast => "fast",
        ImageKey::MachineRate => "billion operations a second",
        ImageKey::MachineTimes => "{layer}: {plain} ms in JavaScript, {exact} ms exact, {fast} ms fast ({path}).",
        ImageKey::MachineSimd => "The fast kernels use the vectors that they found: {simd}.",
        ImageKey::MachineRunning => "Measuring…",
        ImageKey::NoLayer => "This layer takes neither images nor signals. Layers with 1-D or 2-D in their names do.",
        ImageKey::NoChannels => {
            "This layer takes {channels} channels. An image has 1 (grey) or 3 (red, green, blue), a signal has 1."
        }
        ImageKey::Nearest => "Use {layer}",
        ImageKey::Large => "This file has {size} MB. Files up to {limit} MB are read.",
        ImageKey::Pixels => {
            "This image has {width} × {height} pixels, which is {size} megapixels. Images up to {limit} megapixels are decoded."
        }
        ImageKey::Unknown => "This file is none of PNG, JPEG, GIF and WebP. Save it as one of them.",
        ImageKey::Broken => "This file is broken: it does not say how large its image is.",
        ImageKey::Decode => "This browser could not decode the image.",
        ImageKey::NoPicture => "There is no image in it.",
        ImageKey::Canvas => "This browser, or the page that this one is part of, does not let images be read.",
        ImageKey::NoCamera => "No camera can be used here. Images from files and the samples still work.",
        ImageKey::CameraDenied => "The camera was not allowed. Images from files and the samples still work.",
        ImageKey::NoKernels => {
            "What computes this could not be loaded. Check the connection and change something to try again."
        }
        ImageKey::TooSlow => {
            "This layer on an image of this size is more than is computed here. Choose a shorter side, or a smaller layer."
        }
    }
}
