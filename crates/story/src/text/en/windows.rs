//! English, of the pictures of windows.
use super::super::WindowsKey;

pub const fn windows(key: WindowsKey) -> &'static str {
    match key {
        // Any of them.
        WindowsKey::SliderOnAxis => "{name}, {axis}",
        // Padding.
        WindowsKey::PaddingNone => "There is no padding now, and so the modes do not differ.",
        WindowsKey::PaddingZeros => "zeros: each padding cell holds 0, so its product adds nothing.",
        WindowsKey::PaddingReflect => {
            "reflect: the input goes on as in a mirror that stands on the edge cell, which is not repeated."
        }
        WindowsKey::PaddingReplicate => "replicate: the edge cell is repeated.",
        WindowsKey::PaddingCircular => "circular: the input goes on from its other end.",
        WindowsKey::PaddingSameOdd => {
            "padding='same' adds d·(k − 1) = {dilation}·({kernel} − 1) = {total} cells, so that {input} stay {output}. \
             That is odd: {before} before and {after} after."
        }
        WindowsKey::PaddingSameEven => {
            "padding='same' adds d·(k − 1) = {dilation}·({kernel} − 1) = {total} cells, so that {input} stay {output}: \
             {before} before and {after} after."
        }
        WindowsKey::PaddingCells => {
            "{input} cells, {before} before and {after} after them, are {padded}; the output has {output}."
        }
        WindowsKey::PaddingRefused => "{argument} is refused here. ",
        WindowsKey::PaddingStep => "In this step {some} of {count} products read the padding.",
        WindowsKey::PaddingPoint => "Point at a padding cell to see which one it copies.",
        WindowsKey::PaddingBefore => "{count} before",
        WindowsKey::PaddingAfter => "{count} after",
        WindowsKey::PaddingLabel => "The input with its padding, mode {mode}, and what each padding cell copies",
        // Stride.
        WindowsKey::StrideFloor => {
            "⌊({input} + {padding} − {reach}) ÷ {stride}⌋ + 1 = ⌊{room} ÷ {stride}⌋ + 1 = {output} windows."
        }
        WindowsKey::StrideAllRead => "Every cell is read by some window.",
        WindowsKey::StrideLosesPadding => "Cells that feed 0 outputs: {padding} of the padding, none of the data.",
        WindowsKey::StrideLosesData => "Cells that feed 0 outputs: {count} of the data, at {places}.",
        WindowsKey::StrideLosesBoth => {
            "Cells that feed 0 outputs: {count} of the data, at {places}; {padding} of the padding."
        }
        WindowsKey::StrideAndMore => " and further",
        WindowsKey::StrideOwnSize => "No other input size gives {output}.",
        WindowsKey::StrideTwoSizes => "Input sizes {sizes} and {last} both give {output}.",
        WindowsKey::StrideSizes => "Input sizes {sizes} and {last} all give {output}.",
        WindowsKey::StrideSizeRange => "All input sizes from {sizes} to {last} give {output}.",
        WindowsKey::StrideAmbiguous => {
            "So the output size alone does not tell the input size; a transposed layer, which goes back, needs \
             output_padding for that."
        }
        WindowsKey::StrideFeedsNone => "feeds 0 outputs",
        WindowsKey::StrideFeedsNonePadding => "padding, feeds 0 outputs",
        WindowsKey::StrideWindow => "window {index}",
        WindowsKey::StrideLabel => "Where {count} windows start on the input, and which cells none of them reads",
        // Dilation.
        WindowsKey::DilationReach => "The kernel reaches over {formula}",
        WindowsKey::DilationNone => "With dilation 1 there are no holes.",
        WindowsKey::DilationCost => "Each channel's {weights} weights reach over {cells} cells.",
        WindowsKey::DilationEqual => {
            "{layer} with zeros in the holes: {some} of {count} outputs computed with both, largest difference \
             {difference}."
        }
        WindowsKey::DilationTooMany => "With zeros in the holes there would be too many weights to compute with here.",
        WindowsKey::DilationTooLarge => "A kernel that reaches over more than {count} cells is not drawn.",
        WindowsKey::DilationWindow => "under the window",
        WindowsKey::DilationOf => "dilation {dilation}",
        WindowsKey::DilationStuffed => "with zeros",
        WindowsKey::DilationLabel => {
            "The kernel with dilation {dilation} and its holes, and the larger kernel with zeros that equals it"
        }
        // Convolution or cross-correlation.
        WindowsKey::FlipChoice => "The kernel slides",
        WindowsKey::FlipCross => "cross-correlation",
        WindowsKey::FlipConvolution => "convolution",
        WindowsKey::FlipIsCross => {
            "The kernel slides as it is: cross-correlation, which is what PyTorch's Conv layers compute in spite of their \
             name."
        }
        WindowsKey::FlipIsConvolution => {
            "The kernel is mirrored before it slides: convolution as mathematics defines it. PyTorch's Conv layers do not \
             mirror theirs."
        }
        WindowsKey::FlipSymmetric => {
            "Mirrored, the kernels are the same, and so nothing changes: {some} of {count} outputs computed in both \
             senses, largest difference {difference}."
        }
        WindowsKey::FlipApart => "Computed in both senses, {some} of {count} outputs: largest difference {difference}.",
        WindowsKey::FlipEqualsCross => {
            "Cross-correlation with the mirrored kernel gives these same numbers: {some} of {count} outputs computed, \
             largest difference {difference}."
        }
        WindowsKey::FlipEqualsConvolution => {
            "Convolution with the mirrored kernel gives these same numbers: {some} of {count} outputs computed, largest \
             difference {difference}."
        }
        WindowsKey::FlipAsItIs => "as it is",
        WindowsKey::FlipMirrored => "mirrored",
        WindowsKey::FlipProducts => "products",
        WindowsKey::FlipSum => "sum",
        WindowsKey::FlipRows => "Outputs {first} to {last} have rows here, of {count}.",
        WindowsKey::FlipPart => {
            "The sums here are of channel {channel} alone, before other channels and the bias join."
        }
        WindowsKey::FlipTooFar => {
            "The kernel is too large for its numbers in this width: there is room for {count} cells on an axis."
        }
        WindowsKey::FlipNow => "now",
        WindowsKey::FlipWindow => "window",
        WindowsKey::FlipTurned => "turned",
        WindowsKey::FlipLabelCross => "The kernel slides over the input as it is, window by window",
        WindowsKey::FlipLabelConvolution => "The mirrored kernel slides over the input, window by window",
        // Both directions.
        WindowsKey::FeedsMany => "feeds {count} outputs",
        WindowsKey::FeedsOne => "feeds 1 output",
        WindowsKey::FeedsNone => "feeds 0 outputs",
        WindowsKey::FeedsUnread => "No window has {cell}.",
        WindowsKey::FeedsWeight => "is used for {count} outputs",
        WindowsKey::FeedsBias => "is added to {count} outputs",
        WindowsKey::FeedsReads => "reads {count} cells",
        WindowsKey::FeedsReadsOne => "reads 1 cell",
        WindowsKey::FeedsPadding => "padding",
        WindowsKey::FeedsInserted => "inserted zero",
        WindowsKey::FeedsSays => "{cell} {feeds}. {output} {reads}.",
        WindowsKey::FeedsChannels => "{feeds}, {each} in each of {count} output channels",
        WindowsKey::FeedsSlices => "slices {first} to {last} of {count}",
        WindowsKey::FeedsRows => "rows {first} to {last} of {count}",
        WindowsKey::FeedsColumns => "columns {first} to {last} of {count}",
        WindowsKey::FeedsCells => "cells {first} to {last} of {count}",
        WindowsKey::FeedsOutside => "Some of them are outside of the part that is drawn.",
        WindowsKey::FeedsTwice => {
            "Where a window has the cell and a copy of it in the padding, the sum of both weights stands."
        }
    }
}
