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
        ExplainKey::StackName => "Layers in a row: what an output sees",
        ExplainKey::StackAbout => {
            "The receptive field: which cells of every layer are joined with one cell, and in how many ways. Above it, \
             what it sees; below it, what it reaches. Point at a cell to look from there."
        }
        ExplainKey::StackStep => "{layer} → {shape}, {params} parameters, {macs} multiply–adds",
        ExplainKey::StackAll => "Together: {params} parameters, {macs} multiply–adds.",
        ExplainKey::StackAll1 => "Here there is no single cell to look from.",
        ExplainKey::StackTooLarge => "There are too many ways to count them at every step; the shapes are below.",
        ExplainKey::StackInput => "input",
        ExplainKey::StackField => "sees {size}, jump {jump}, start {start}",
        ExplainKey::StackFormula => {
            "Receptive field of the layer in hand: {before} + ({kernel} − 1)·{dilation}·{jump} = {size} cells; from one \
             output to the next it moves {jump}·{stride} = {next}."
        }
        ExplainKey::StackSees => "Cell [{cell}] is joined with {count} input cells, in {ways} ways.",
        ExplainKey::StackCut => "A flattened or linear layer sees everything: the picture ends before it.",
        ExplainKey::StackLabel => "What one cell sees and reaches through {layers}",

        // Pooling.
        ExplainKey::PoolName => "Pooling",
        ExplainKey::PoolAbout => {
            "A window that slides over each channel by itself and has nothing to learn: it keeps the largest of its \
             cells, or their average."
        }
        ExplainKey::PoolKind => "what it keeps",
        ExplainKey::PoolWindow => "window",
        ExplainKey::PoolWeights => "equal weights",
        ExplainKey::PoolEqual => {
            "The same numbers as {layer} with every weight 1/{cells} and no bias: {count} outputs compared, largest \
             difference {most}."
        }
        ExplainKey::PoolAll => "Go step by step to see one window.",
        ExplainKey::PoolLabel => "The window's cells and what becomes of them: {sum}",

        // Side by side.
        ExplainKey::CompareName => "Side by side",
        ExplainKey::CompareAbout => "Two layers on the same steps: A is the stage's, B the one that was pinned.",
        ExplainKey::CompareNone => {
            "Nothing is pinned yet. Pin what the stage shows, then change it: both stay beside each other."
        }
        ExplainKey::CompareTooLarge => "B is too large to be drawn.",
        ExplainKey::CompareShapes => "The outputs have different shapes: A {a}, B {b}.",
        ExplainKey::CompareSame => "All {count} output cells are the same: largest difference 0.",
        ExplainKey::CompareDiffer => "{some} of {count} output cells differ, by {most} at most. They are marked.",
        ExplainKey::CompareA => "A: {layer}",
        ExplainKey::CompareB => "B: {layer}",
        ExplainKey::ComparePin => "pin what the stage shows",
        ExplainKey::CompareSwap => "swap A and B",
        ExplainKey::CompareChoice => "B",
        ExplainKey::CompareWeights => "parameters",
        ExplainKey::CompareMacs => "multiply-adds",
        ExplainKey::CompareFlip => "{layer}, true convolution",
        ExplainKey::CompareLabel => "{a}, and beside it {b}",
        // Signals.

        // What the number means.
    }
}
