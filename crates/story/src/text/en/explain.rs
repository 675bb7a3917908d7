//! English, of the explaining pictures.
use super::super::ExplainKey;

pub fn explain(key: ExplainKey) -> &'static str {
    match key {
        ExplainKey::Pictures => "Explaining picture",
        ExplainKey::CloseExplain => "Close",
        ExplainKey::NotOfThis => "This picture has nothing to say of the layer as it is now.",
        // Channels.

        // Groups.

        // Depthwise separable.
        ExplainKey::SeparableName => "Depthwise separable",
        ExplainKey::SeparableAbout => {
            "The same shape in two steps: first each channel by itself (depthwise), then a 1x1 that mixes the channels. \
             An output carries the marks of every input channel that reached it."
        }
        ExplainKey::SeparableLayer => "Layer",
        ExplainKey::SeparableStandard => "standard",
        ExplainKey::SeparableDepthwise => "depthwise",
        ExplainKey::SeparablePointwise => "1x1",
        ExplainKey::SeparableSeparable => "separable",
        ExplainKey::SeparableHere => "This layer",
        ExplainKey::SeparableTwo => "In two steps",
        ExplainKey::SeparableChannels => "channels: {count}",
        ExplainKey::SeparableFrom => "{channel} ← {from}",
        ExplainKey::SeparableAll => "all",
        ExplainKey::SeparableNone => "none",
        ExplainKey::SeparableOf => "{some} of {all}",
        ExplainKey::SeparableMacs => "Multiply–adds",
        ExplainKey::SeparableWeights => "Weights",
        ExplainKey::SeparableCounts => {
            "Multiply–adds: the standard layer {standard}; depthwise {depthwise} and 1x1 {pointwise}, together {both}."
        }
        ExplainKey::SeparableRatio => {
            "{both} ÷ {standard} = {ratio}. By the formula: 1/C_out + 1/kernel cells = 1/{filters} + 1/{cells} = \
             {predicted}; difference 0."
        }
        ExplainKey::SeparableDiffers => {
            "{both} ÷ {standard} = {ratio}. By the formula: 1/C_out + 1/kernel cells = 1/{filters} + 1/{cells} = \
             {predicted}; difference {difference}."
        }
        ExplainKey::SeparableAlready => "A kernel of one cell is a 1x1 already: there is nothing to save.",
        ExplainKey::SeparableChart => "What the two steps cost by kernel size, with {filters} output channels",
        ExplainKey::SeparableChartX => "kernel size",
        ExplainKey::SeparableChartY => "% of the standard layer's multiply–adds",
        ExplainKey::SeparableLabel => {
            "From {ins} input channels to {outs} output channels: which reach which in this layer, and in two steps; and \
             what either costs"
        }

        // 1x1.

        // Padding.

        // Stride.

        // Dilation.

        // Transposed.

        // Convolution or cross-correlation.

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
        ExplainKey::SignalName => "Signals",
        ExplainKey::SignalAbout => {
            "Numbers as heights, one plot under the other: the kernel slides along the input, and each output stands \
             below the middle of its window."
        }
        ExplainKey::SignalChannel => "{name}, channel {channel}",
        ExplainKey::SignalRough => {
            "From one cell to the next the input changes by {input} on average, the output by {output}."
        }
        ExplainKey::SignalRoughFirst => {
            "From one cell to the next, channel 0 of the input changes by {input} on average, channel 0 of the output by \
             {output}."
        }
        ExplainKey::SignalFill => "Input",
        ExplainKey::SignalNumbers => "small numbers",
        ExplainKey::SignalSine => "noisy sine",
        ExplainKey::SignalLabel => "Input, kernel and output as heights over {count} input cells",
        ExplainKey::SignalCell => "{cell} = {value}",

        // What the number means.
        ExplainKey::MatchName => "What the number means",
        ExplainKey::MatchAbout => {
            "A filter is a pattern, and an output says how well the patch under the window matches it: products above \
             zero speak for it, products below zero against it."
        }
        ExplainKey::MatchPatch => "patch",
        ExplainKey::MatchChannel => "channel {channel}",
        ExplainKey::MatchProducts => "products",
        ExplainKey::MatchPositive => "above zero",
        ExplainKey::MatchNegative => "below zero",
        ExplainKey::MatchTotal => "together",
        ExplainKey::MatchBest => "highest score",
        ExplainKey::MatchWorst => "lowest score",
        ExplainKey::MatchCovered => "?",
        ExplainKey::MatchPredict => {
            "Which window of filter {filter} scores highest? Guess, then step through, or press End, to see."
        }
        ExplainKey::MatchReach => {
            "The scale: with input values from {low} to {high}, the products of filter {filter} can add up to anything from {least} to {most}."
        }
        ExplainKey::MatchEqual => "{cell} = {total}. Added by sign: {positive} and {negative}{bias}; difference 0.",
        ExplainKey::MatchRounded => {
            "{cell} = {total}. Added by sign: {positive} and {negative}{bias}; rounding in that other order makes a \
             difference of {difference}."
        }
        ExplainKey::MatchTies => "+{count} equal",
        ExplainKey::MatchLarge => "Kernels of more than {count} cells are scored and not drawn.",
        ExplainKey::MatchOutlines => {
            "Of grids with more than {count} cells the outlines are drawn here; the stage shows their cells."
        }
        ExplainKey::MatchFilters => "One input, several questions",
        ExplainKey::MatchShapes => "Shapes",
        ExplainKey::MatchLabel => {
            "The patch under the window beside filter {filter}, and their products: {positive} and {negative}"
        }
        ExplainKey::MatchAll => "How well every window matches each filter",
    }
}
