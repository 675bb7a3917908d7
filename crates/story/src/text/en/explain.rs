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
        ExplainKey::TransposedName => "Transposed, told twice",
        ExplainKey::TransposedAbout => {
            "Every input cell is multiplied by every weight, and each product lands in one output cell. By input, row by row, that is a stamp; by output, column by column, an ordinary window over the input with zeros between."
        }
        ExplainKey::TransposedLabel => {
            "A table: input cells as rows, output cells as columns, each product in its square, the sums at the foot."
        }
        ExplainKey::TransposedTold => "Told",
        ExplainKey::TransposedByInput => "by input: scatter, row by row",
        ExplainKey::TransposedByOutput => "by output: gather, column by column",
        ExplainKey::TransposedCount => "products",
        ExplainKey::TransposedSum => "sum here",
        ExplainKey::TransposedBias => "bias",
        ExplainKey::TransposedOutput => "output",
        ExplainKey::TransposedScatter => "Scatter",
        ExplainKey::TransposedGather => "Gather",
        ExplainKey::TransposedNoInput => "no input reaches {cell}",
        ExplainKey::TransposedTerms => "{cell} gathers {terms}",
        ExplainKey::TransposedTermsOf => "{cell} gathers from input channel {channel}: {terms}",
        ExplainKey::TransposedStamps => "{cell} stamps {terms}",
        ExplainKey::TransposedNothing => "no product",
        ExplainKey::TransposedStamp => "The input cell stamps the kernel; overlaps add up.",
        ExplainKey::TransposedStampMirrored => "The input cell stamps the mirrored kernel; overlaps add up.",
        ExplainKey::TransposedWindow => "Zeros between, then a window, the kernel flipped.",
        ExplainKey::TransposedWindowMirrored => "Zeros between, then a window, the kernel as it is.",
        ExplainKey::TransposedGridsLarge => {
            "The grids of {count} cells stand on the stage: they are too wide for this picture."
        }
        ExplainKey::TransposedOverlap => "Products in each output cell",
        ExplainKey::TransposedOverlapPart => "The first {rows} × {columns} cells.",
        ExplainKey::TransposedMade => "{made} of {all} products are made.",
        ExplainKey::TransposedPair => {
            "The table is of input channel {in} (of {ins}) and output channel {out} (of {outs})."
        }
        ExplainKey::TransposedOthers => {
            "The group's other input channels have tables of their own, which add up in the same outputs."
        }
        ExplainKey::TransposedTooLarge => {
            "The table would have {rows} rows and {columns} columns, too many for this width. It is drawn up to about 12 rows and 40 columns with numbers, and up to 16384 squares as colours."
        }
        ExplainKey::TransposedSame => {
            "Outputs computed by stamps and by windows: {count}, largest difference {difference}."
        }
        ExplainKey::TransposedNotCompared => {
            "Stamps and windows make the same products; for a layer of this size they are not computed twice."
        }
        ExplainKey::TransposedCropped => {
            "padding crops the output: {cropped} of {all} products of a channel land outside and are dropped (dashed)."
        }
        ExplainKey::TransposedAddedReal => {
            "output_padding adds cells at the end: {added}. All of them get products that padding had cropped: real sums."
        }
        ExplainKey::TransposedAddedZero => {
            "output_padding adds cells at the end: {added}. No product reaches them: they hold 0."
        }
        ExplainKey::TransposedAddedBias => {
            "output_padding adds cells at the end: {added}. No product reaches them: they hold the bias alone ({bias})."
        }
        ExplainKey::TransposedAddedBothZero => {
            "output_padding adds cells at the end: {added}. Real sums that padding had cropped: {reached}. Reached by no product, so 0: {bare}."
        }
        ExplainKey::TransposedAddedBoth => {
            "output_padding adds cells at the end: {added}. Real sums that padding had cropped: {reached}. The bias alone ({bias}): {bare}."
        }
        ExplainKey::TransposedCollapse => {
            "Why output_padding exists: with this stride the ordinary layer takes inputs of {sizes} cells all to {input} (its floor, see Stride). output_padding from 0 to {most} says which of them comes back: {now} gives {output}."
        }
        ExplainKey::TransposedOneSize => {
            "With stride 1 the ordinary layer takes inputs of {sizes} cells to {input}, and no other size: output_padding has nothing to choose."
        }
        ExplainKey::TransposedEven => {
            "Away from the edges every output gets as many products from a channel: {most}. No checkerboard."
        }
        ExplainKey::TransposedUneven => {
            "Away from the edges an output gets from {least} to {most} products of a channel, in turn ({pattern} along an axis), {because}. That pattern is the checkerboard."
        }
        ExplainKey::TransposedShare => "as the dilated kernel's {kernel} cells fall unevenly on a stride of {stride}",
        ExplainKey::TransposedDivide => "as kernel_size {kernel} cannot be divided by stride {stride}",
        ExplainKey::TransposedNoInverse => {
            "The ordinary layer with the same weights does not lead back even to the input's shape."
        }
        ExplainKey::TransposedShapeBack => {
            "The ordinary layer with the same weights leads back to the shape {shape}, not to the values."
        }
        ExplainKey::TransposedBothBack => {
            "The ordinary layer with the same weights, on this output, gives the shape {shape} back, and here the values too: largest difference 0."
        }
        ExplainKey::TransposedInverse => {
            "Transposed is not inverse: the ordinary layer with the same weights, on this output, gives the shape {shape} back, but not the values. Largest difference {difference}."
        }
        // Convolution or cross-correlation.

        // Both directions.

        // The matrix.
        ExplainKey::MatrixName => "As a matrix",
        ExplainKey::MatrixAbout => {
            "The layer is linear: flatten the input to one column x, and a matrix M of the same few weights gives the flattened output, y = M x + b. Each row of M is one window."
        }
        ExplainKey::MatrixLabel => {
            "The matrix of the layer: rows are output cells, columns input cells. Beneath it, every window as a column."
        }
        ExplainKey::MatrixTitle => "M: {rows} × {columns}, outputs × inputs",
        ExplainKey::MatrixWindows => "im2col: {rows} × {columns}, each window a column",
        ExplainKey::MatrixPage => "Windows {first} to {last} of {count}, from 0.",
        ExplainKey::MatrixRows => "The first {count} of {all} cells of a window.",
        ExplainKey::MatrixFilter => "w is filter {filter}, of {count}.",
        ExplainKey::MatrixBiasLast => "y is w times a column, plus the bias.",
        ExplainKey::MatrixTooLarge => {
            "As a matrix this layer has {rows} rows and {columns} columns. It is drawn up to {most} columns (an input of 12 × 12) and {tall} rows."
        }
        ExplainKey::MatrixNotCompared => "The matrix of a layer of this size is not computed here.",
        ExplainKey::MatrixSize => {
            "M has {rows} × {columns} = {places} places. In {entries} of them stand weights, the layer's {weights} over and over; the rest is zero."
        }
        ExplainKey::MatrixSame => {
            "Outputs computed as M x + b: {count}, largest difference {difference}. As w times each column of im2col: largest difference {again}."
        }
        ExplainKey::MatrixDropped => {
            "Products that meet a zero of the padding, or between the input's cells, drop out: {count}."
        }
        ExplainKey::MatrixSummed => {
            "Places that hold a sum of weights, as padding copies the input cell into the same window: {count}."
        }
        ExplainKey::MatrixNoOther => {
            "M transposed belongs to no layer of PyTorch here: the padding copies cells, or is uneven."
        }
        ExplainKey::MatrixOther => {
            "M transposed is the matrix of {name} with the same weights. Both applied to this output: {count} numbers, largest difference {difference}."
        }
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
