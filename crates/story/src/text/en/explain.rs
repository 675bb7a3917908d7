//! English, of the explaining pictures.
use super::super::ExplainKey;

pub fn explain(key: ExplainKey) -> &'static str {
    match key {
        ExplainKey::Pictures => "Explaining picture",
        ExplainKey::CloseExplain => "Close",
        ExplainKey::NotOfThis => "This picture has nothing to say of the layer as it is now.",
        ExplainKey::InputChannel => "Input channel {channel} is drawn, of {count}.",
        ExplainKey::TooManySlices => "The {count} slices of this input do not fit side by side in this width.",
        ExplainKey::OnAxis => "On the {axis}: ",
        // Channels.

        // Groups.

        // Depthwise separable.

        // 1x1.

        // Padding.
        ExplainKey::PaddingName => "Padding",
        ExplainKey::PaddingAbout => {
            "The dashed cells stand around the input, and windows read them like any other. An arrow leads to the cell \
             that a padding cell copies."
        }
        ExplainKey::PaddingNone => "There is no padding now, and so the modes do not differ.",
        ExplainKey::PaddingZeros => "zeros: each padding cell holds 0, so its product adds nothing.",
        ExplainKey::PaddingReflect => {
            "reflect: the input goes on as in a mirror that stands on the edge cell, which is not repeated."
        }
        ExplainKey::PaddingReplicate => "replicate: the edge cell is repeated.",
        ExplainKey::PaddingCircular => "circular: the input goes on from its other end.",
        ExplainKey::PaddingSameOdd => {
            "padding='same' adds d·(k − 1) = {dilation}·({kernel} − 1) = {total} cells, so that {input} stay {output}. \
             That is odd: {before} before and {after} after."
        }
        ExplainKey::PaddingSameEven => {
            "padding='same' adds d·(k − 1) = {dilation}·({kernel} − 1) = {total} cells, so that {input} stay {output}: \
             {before} before and {after} after."
        }
        ExplainKey::PaddingCells => {
            "{input} cells, {before} before and {after} after them, are {padded}; the output has {output}."
        }
        ExplainKey::PaddingRefused => "{argument} is refused here. ",
        ExplainKey::PaddingStep => "In this step {some} of {count} products read the padding.",
        ExplainKey::PaddingPoint => "Point at a padding cell to see which one it copies.",
        ExplainKey::PaddingBefore => "{count} before",
        ExplainKey::PaddingAfter => "{count} after",
        ExplainKey::PaddingLabel => "The input with its padding, mode {mode}, and what each padding cell copies",

        // Stride.
        ExplainKey::StrideName => "Stride and the floor",
        ExplainKey::StrideAbout => {
            "Each window starts stride cells after the one before. Where no whole window fits any more, cells are left \
             over: the floor in the formula."
        }
        ExplainKey::StrideFloor => {
            "⌊({input} + {padding} − {reach}) ÷ {stride}⌋ + 1 = ⌊{room} ÷ {stride}⌋ + 1 = {output} windows."
        }
        ExplainKey::StrideAllRead => "Every cell is read by some window.",
        ExplainKey::StrideLosesPadding => "Cells that feed 0 outputs: {padding} of the padding, none of the data.",
        ExplainKey::StrideLosesData => "Cells that feed 0 outputs: {count} of the data, at {places}.",
        ExplainKey::StrideLosesBoth => {
            "Cells that feed 0 outputs: {count} of the data, at {places}; {padding} of the padding."
        }
        ExplainKey::StrideAndMore => " and further",
        ExplainKey::StrideOwnSize => "No other input size gives {output}.",
        ExplainKey::StrideTwoSizes => "Input sizes {sizes} and {last} both give {output}.",
        ExplainKey::StrideSizes => "Input sizes {sizes} and {last} all give {output}.",
        ExplainKey::StrideSizeRange => "All input sizes from {sizes} to {last} give {output}.",
        ExplainKey::StrideAmbiguous => {
            "So the output size alone does not tell the input size; a transposed layer, which goes back, needs \
             output_padding for that."
        }
        ExplainKey::StrideFeedsNone => "feeds 0 outputs",
        ExplainKey::StrideFeedsNonePadding => "padding, feeds 0 outputs",
        ExplainKey::StrideWindow => "window {index}",
        ExplainKey::StrideLabel => "Where {count} windows start on the input, and which cells none of them reads",

        // Dilation.
        ExplainKey::DilationName => "Dilation",
        ExplainKey::DilationAbout => {
            "The kernel's cells lie apart, and what lies between them is passed over. A larger kernel with zeros in the \
             holes computes the same."
        }
        ExplainKey::DilationReach => "The kernel reaches over {formula}",
        ExplainKey::DilationNone => "With dilation 1 there are no holes.",
        ExplainKey::DilationCost => "Each channel's {weights} weights reach over {cells} cells.",
        ExplainKey::DilationEqual => {
            "{layer} with zeros in the holes: {some} of {count} outputs computed with both, largest difference \
             {difference}."
        }
        ExplainKey::DilationTooMany => "With zeros in the holes there would be too many weights to compute with here.",
        ExplainKey::DilationTooLarge => "A kernel that reaches over more than {count} cells is not drawn.",
        ExplainKey::DilationWindow => "under the window",
        ExplainKey::DilationOf => "dilation {dilation}",
        ExplainKey::DilationStuffed => "with zeros",
        ExplainKey::DilationLabel => {
            "The kernel with dilation {dilation} and its holes, and the larger kernel with zeros that equals it"
        }

        // Transposed.

        // Convolution or cross-correlation.
        ExplainKey::FlipName => "Convolution or cross-correlation",
        ExplainKey::FlipAbout => {
            "Convolution mirrors the kernel before it slides, which turns it by 180° in a plane. Cross-correlation slides \
             it as it is."
        }
        ExplainKey::FlipChoice => "The kernel slides",
        ExplainKey::FlipCross => "cross-correlation",
        ExplainKey::FlipConvolution => "convolution",
        ExplainKey::FlipIsCross => {
            "The kernel slides as it is: cross-correlation, which is what PyTorch's Conv layers compute in spite of their \
             name."
        }
        ExplainKey::FlipIsConvolution => {
            "The kernel is mirrored before it slides: convolution as mathematics defines it. PyTorch's Conv layers do not \
             mirror theirs."
        }
        ExplainKey::FlipSymmetric => {
            "Mirrored, the kernels are the same, and so nothing changes: {some} of {count} outputs computed in both \
             senses, largest difference {difference}."
        }
        ExplainKey::FlipApart => "Computed in both senses, {some} of {count} outputs: largest difference {difference}.",
        ExplainKey::FlipEqualsCross => {
            "Cross-correlation with the mirrored kernel gives these same numbers: {some} of {count} outputs computed, \
             largest difference {difference}."
        }
        ExplainKey::FlipEqualsConvolution => {
            "Convolution with the mirrored kernel gives these same numbers: {some} of {count} outputs computed, largest \
             difference {difference}."
        }
        ExplainKey::FlipAsItIs => "as it is",
        ExplainKey::FlipMirrored => "mirrored",
        ExplainKey::FlipProducts => "products",
        ExplainKey::FlipSum => "sum",
        ExplainKey::FlipRows => "Outputs {first} to {last} have rows here, of {count}.",
        ExplainKey::FlipPart => {
            "The sums here are of channel {channel} alone, before other channels and the bias join."
        }
        ExplainKey::FlipTooFar => {
            "The kernel is too large for its numbers in this width: there is room for {count} cells on an axis."
        }
        ExplainKey::FlipNow => "now",
        ExplainKey::FlipWindow => "window",
        ExplainKey::FlipTurned => "turned",
        ExplainKey::FlipLabelCross => "The kernel slides over the input as it is, window by window",
        ExplainKey::FlipLabelConvolution => "The mirrored kernel slides over the input, window by window",

        // Both directions.

        // The matrix.

        // Order.
        ExplainKey::OrderName => "Order does not matter",
        ExplainKey::OrderAbout => {
            "No output needs another one, so they can be computed in any order, or all at once. The number in a cell \
             is the step that fills it."
        }
        ExplainKey::OrderSame => "{count} outputs, computed step by step in each order: largest difference 0.",
        ExplainKey::OrderDiffers => "Computed step by step, {order} differs from the layer's output.",
        ExplainKey::OrderTooMany => {
            "With {count} outputs the orders are compared for the first {some} steps each: largest difference 0."
        }
        ExplainKey::OrderTooLarge => "Outputs of more than {count} cells are compared and not drawn.",
        ExplainKey::OrderChannels => "Channel 0 is drawn, of {count}.",
        ExplainKey::OrderLabel => "In which order each cell of the output is filled: {orders}",
        // Layers in a row.

        // Pooling.

        // Side by side.

        // Signals.

        // What the number means.
    }
}
