//! English, of the pictures of what numbers mean.
use super::super::NumbersKey;

pub const fn numbers(key: NumbersKey) -> &'static str {
    match key {
        // Order.
        NumbersKey::OrderSame => "{count} outputs, computed step by step in each order: largest difference 0.",
        NumbersKey::OrderDiffers => "Computed step by step, {order} differs from the layer's output.",
        NumbersKey::OrderTooMany => {
            "With {count} outputs the orders are compared for the first {some} steps each: largest difference 0."
        }
        NumbersKey::OrderTooLarge => "Outputs of more than {count} cells are compared and not drawn.",
        NumbersKey::OrderChannels => "Channel 0 is drawn, of {count}.",
        NumbersKey::OrderLabel => "In which order each cell of the output is filled: {orders}",
        // Layers in a row.
        NumbersKey::StackStep => "{layer} → {shape}, {params} parameters, {macs} multiply–adds",
        NumbersKey::StackAll => "Together: {params} parameters, {macs} multiply–adds.",
        NumbersKey::StackAll1 => "Here there is no single cell to look from.",
        NumbersKey::StackTooLarge => "There are too many ways to count them at every step; the shapes are below.",
        NumbersKey::StackInput => "input",
        NumbersKey::StackField => "sees {size}, jump {jump}, start {start}",
        NumbersKey::StackFormula => {
            "Receptive field of the layer in hand: {before} + ({kernel} − 1)·{dilation}·{jump} = {size} cells; from one \
             output to the next it moves {jump}·{stride} = {next}."
        }
        NumbersKey::StackSees => "Cell [{cell}] is joined with {count} input cells, in {ways} ways.",
        NumbersKey::StackCut => "A flattened or linear layer sees everything: the picture ends before it.",
        NumbersKey::StackLabel => "What one cell sees and reaches through {layers}",
        NumbersKey::StackDilations => "dilations of layers, kernel {kernel}",
        NumbersKey::StackSize => "receptive field, cells",
        NumbersKey::StackGrowth => {
            "How the receptive field grows with layers of kernel {kernel}: without dilation, and with dilation 1, 2, 4"
        }
        NumbersKey::StackHere => "here",
        // Pooling.
        NumbersKey::PoolKind => "what it keeps",
        NumbersKey::PoolWindow => "window",
        NumbersKey::PoolWeights => "equal weights",
        NumbersKey::PoolMax => "max",
        NumbersKey::PoolEqual => {
            "The same numbers as {layer} with every weight 1/{cells} and no bias: {count} outputs compared, largest \
             difference {most}."
        }
        NumbersKey::PoolRounded => {
            "The difference is rounding: the mean adds first and divides once, the convolution multiplies every cell by \
             the rounded 1/{cells}."
        }
        NumbersKey::PoolAll => "Go step by step to see one window.",
        NumbersKey::PoolLabel => "The window's cells and what becomes of them: {sum}",
        // Side by side.
        NumbersKey::CompareNone => {
            "Nothing is pinned yet. Pin what the stage shows, then change it: both stay beside each other."
        }
        NumbersKey::CompareTooLarge => "B is too large to be drawn.",
        NumbersKey::CompareShapes => "The outputs have different shapes: A {a}, B {b}.",
        NumbersKey::CompareSame => "All {count} output cells are the same: largest difference 0.",
        NumbersKey::CompareDiffer => {
            "{some} of {count} output cells differ in all, by {most} at most. They are marked."
        }
        NumbersKey::CompareSoFar => "{some} of {count} output cells differ so far",
        NumbersKey::CompareA => "A: {layer}",
        NumbersKey::CompareB => "B: {layer}",
        NumbersKey::ComparePin => "pin what the stage shows",
        NumbersKey::CompareSwap => "swap A and B",
        NumbersKey::CompareChoice => "Compare with",
        NumbersKey::CompareWeights => "parameters",
        NumbersKey::CompareMacs => "multiply-adds",
        NumbersKey::CompareBoth => "{value} in both",
        NumbersKey::CompareLayer => "layer {number}: {layer}",
        NumbersKey::CompareAfter => "after layer {number}",
        NumbersKey::CompareInput => "input {sizes}",
        NumbersKey::CompareFlip => "true convolution",
        NumbersKey::CompareCross => "cross-correlation",
        NumbersKey::CompareNumbers => "its numbers",
        NumbersKey::CompareOtherNumbers => "other numbers",
        NumbersKey::CompareLabel => "{a}, and beside it {b}",
        // Signals.
        NumbersKey::SignalChannel => "{name}, channel {channel}",
        NumbersKey::SignalRough => {
            "From one cell to the next the input changes by {input} on average, the output by {output}."
        }
        NumbersKey::SignalRoughChannels => {
            "From one cell to the next, channel {from} of the input changes by {input} on average, channel {to} of the \
             output by {output}."
        }
        NumbersKey::SignalSum => "Each input channel gives a sum, and they add up: {cell} = {terms} = {total}",
        NumbersKey::SignalSoFar => "Each input channel gives a sum, and they add up: {cell}, so far: {terms} = {total}",
        NumbersKey::SignalMore => "{sum} from {count} more channels",
        NumbersKey::SignalFill => "Input",
        NumbersKey::SignalNumbers => "small numbers",
        NumbersKey::SignalSine => "noisy sine",
        NumbersKey::SignalLabel => "Input, kernel and output as heights over {count} input cells",
        NumbersKey::SignalCell => "{cell} = {value}",
        // What the number means.
        NumbersKey::MatchPatch => "patch",
        NumbersKey::MatchChannel => "channel {channel}",
        NumbersKey::MatchProducts => "products",
        NumbersKey::MatchPositive => "above zero",
        NumbersKey::MatchNegative => "below zero",
        NumbersKey::MatchTotal => "together",
        NumbersKey::MatchBest => "highest score",
        NumbersKey::MatchWorst => "lowest score",
        NumbersKey::MatchCovered => "?",
        NumbersKey::MatchPredict => {
            "Which window of filter {filter} scores highest? Guess, then step through, or press End, to see."
        }
        NumbersKey::MatchReach => {
            "The scale: with input values from {low} to {high}, the products of filter {filter} can add up to anything from {least} to {most}."
        }
        NumbersKey::MatchEqual => "{cell} = {total}. Added by sign: {positive} and {negative}{bias}; difference 0.",
        NumbersKey::MatchRounded => {
            "{cell} = {total}. Added by sign: {positive} and {negative}{bias}; rounding in that other order makes a \
             difference of {difference}."
        }
        NumbersKey::MatchTies => "+{count} equal",
        NumbersKey::MatchLarge => "Kernels of more than {count} cells are scored and not drawn.",
        NumbersKey::MatchOutlines => {
            "Of grids with more than {count} cells the outlines are drawn here; the stage shows their cells."
        }
        NumbersKey::MatchFilters => "One input, several questions",
        NumbersKey::MatchShapes => "Shapes",
        NumbersKey::MatchLabel => {
            "The patch under the window beside filter {filter}, and their products: {positive} and {negative}"
        }
        NumbersKey::MatchAll => "How well every window matches each filter",
    }
}
