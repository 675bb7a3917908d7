//! English, of the pictures of tables.
use super::super::TablesKey;

pub const fn tables(key: TablesKey) -> &'static str {
    match key {
        // Transposed.
        TablesKey::TransposedLabel => {
            "A table: input cells as rows, output cells as columns, each product in its square, the sums at the foot."
        }
        TablesKey::TransposedTold => "Told",
        TablesKey::TransposedByInput => "by input: scatter, row by row",
        TablesKey::TransposedByOutput => "by output: gather, column by column",
        TablesKey::TransposedCount => "products",
        TablesKey::TransposedSum => "sum here",
        TablesKey::TransposedSumOthers => "others",
        TablesKey::TransposedBias => "bias",
        TablesKey::TransposedOutput => "output",
        TablesKey::TransposedScatter => "Scatter",
        TablesKey::TransposedGather => "Gather",
        TablesKey::TransposedNoInput => "no input reaches {cell}",
        TablesKey::TransposedTerms => "{cell} gathers {terms}",
        TablesKey::TransposedTermsOf => "{cell} gathers from input channel {channel}: {terms}",
        TablesKey::TransposedStamps => "{cell} stamps {terms}",
        TablesKey::TransposedStamp => "The input cell stamps the kernel; overlaps add up.",
        TablesKey::TransposedStampMirrored => "The input cell stamps the mirrored kernel; overlaps add up.",
        TablesKey::TransposedWindow => "Zeros between, then a window, the kernel flipped.",
        TablesKey::TransposedWindowMirrored => "Zeros between, then a window, the kernel as it is.",
        TablesKey::TransposedGridsLarge => {
            "The grids of {count} cells stand on the stage: they are too wide for this picture."
        }
        TablesKey::TransposedRows => "input cells, as rows",
        TablesKey::TransposedColumns => "output cells, as columns",
        TablesKey::TransposedPositive => "product, the deeper the larger",
        TablesKey::TransposedNegative => "negative product",
        TablesKey::TransposedWaits => "still to come",
        TablesKey::TransposedOutside => "cropped",
        TablesKey::TransposedOverlap => "Products in each output cell",
        TablesKey::TransposedOverlapPart => "The first {rows} × {columns} cells.",
        TablesKey::TransposedMade => "{made} of {all} products are made.",
        TablesKey::TransposedNothing => "no product",
        TablesKey::TransposedPair => {
            "The table is of input channel {in} (of {ins}) and output channel {out} (of {outs})."
        }
        TablesKey::TransposedOthers => " The row \"others\" has the sums of the group's other input channels.",
        TablesKey::TransposedTooLarge => {
            "The table would have {rows} rows and {columns} columns, too many for this width. It is drawn up to about 12 rows and 40 columns with numbers, and up to 16384 squares as colours."
        }
        TablesKey::TransposedSame => "By stamps and by windows: {count} outputs, largest difference {difference}.",
        TablesKey::TransposedNotCompared => {
            "Stamps and windows make the same products; for a layer of this size they are not computed twice."
        }
        TablesKey::TransposedCropped => {
            "padding crops the output: {cropped} of {all} products of a channel land outside and are dropped (dashed)."
        }
        TablesKey::TransposedAddedReal => {
            "output_padding adds cells at the end: {added}. All of them get products that padding had cropped: real sums."
        }
        TablesKey::TransposedAddedZero => {
            "output_padding adds cells at the end: {added}. No product reaches them: they hold 0."
        }
        TablesKey::TransposedAddedBias => {
            "output_padding adds cells at the end: {added}. No product reaches them: they hold the bias alone ({bias})."
        }
        TablesKey::TransposedAddedBothZero => {
            "output_padding adds cells at the end: {added}. Real sums that padding had cropped: {reached}. Reached by no product, so 0: {bare}."
        }
        TablesKey::TransposedAddedBoth => {
            "output_padding adds cells at the end: {added}. Real sums that padding had cropped: {reached}. The bias alone ({bias}): {bare}."
        }
        TablesKey::TransposedCollapse => {
            "Why output_padding exists: the ordinary layer takes {sizes} and {last} cells all to {input} (its floor, see Stride). output_padding from 0 to {most} says which of them comes back: {now} gives {output}."
        }
        TablesKey::TransposedCollapseTwo => {
            "Why output_padding exists: the ordinary layer takes {sizes} and {last} cells both to {input} (its floor, see Stride). output_padding 0 or 1 says which of them comes back: {now} gives {output}."
        }
        TablesKey::TransposedGaps => "Between the stamps nothing lands: those cells hold 0.",
        TablesKey::TransposedGapsBias => "Between the stamps nothing lands: those cells hold the bias alone.",
        TablesKey::TransposedEven => {
            "Away from the edges every output gets as many products from a channel: {most}. No checkerboard."
        }
        TablesKey::TransposedUneven => {
            "Away from the edges an output gets {least} to {most} products of a channel, in turn ({pattern} along an axis), {because}: the checkerboard."
        }
        TablesKey::TransposedShare => "as the dilated kernel's {kernel} cells fall unevenly on a stride of {stride}",
        TablesKey::TransposedDivide => "as kernel_size {kernel} cannot be divided by stride {stride}",
        TablesKey::TransposedNoInverse => {
            "The ordinary layer with the same weights does not lead back even to the input's shape."
        }
        TablesKey::TransposedShapeBack => {
            "The ordinary layer with the same weights leads back to the shape {shape}, not to the values."
        }
        TablesKey::TransposedBothBack => {
            "The ordinary layer with the same weights, on this output, gives the shape {shape} back, and here the values too: largest difference 0."
        }
        TablesKey::TransposedInverse => {
            "Transposed is not inverse: the ordinary layer with these weights, on this output, gives back the shape {shape}, not the values (largest difference {difference})."
        }
        // The matrix.
        TablesKey::MatrixLabel => {
            "The matrix of the layer: rows are output cells, columns input cells. Beneath it, every window as a column."
        }
        TablesKey::MatrixTitle => "M: {rows} × {columns}",
        TablesKey::MatrixWindows => "im2col: {rows} × {columns}, each window a column",
        TablesKey::MatrixPage => "Windows {first} to {last} of {count}, from 0.",
        TablesKey::MatrixRows => "The first {count} of {all} cells of a window.",
        TablesKey::MatrixFilter => "w is filter {filter}, of {count}.",
        TablesKey::MatrixBiasLast => "y is w times a column, plus the bias.",
        TablesKey::MatrixTooLarge => {
            "As a matrix this layer has {rows} rows and {columns} columns. It is drawn up to {most} columns (an input of 12 × 12) and {tall} rows."
        }
        TablesKey::MatrixNotCompared => "The matrix of a layer of this size is not computed here.",
        TablesKey::MatrixSize => {
            "M has {rows} × {columns} = {places} places. In {entries} of them stand weights, the layer's {weights} over and over; the rest is zero."
        }
        TablesKey::MatrixSame => {
            "Outputs computed as M x + b: {count}, largest difference {difference}. As w times each column of im2col: largest difference {again}."
        }
        TablesKey::MatrixDropped => {
            "Products that meet a zero of the padding, or between the input's cells, drop out: {count}."
        }
        TablesKey::MatrixSummed => {
            "Places that hold a sum of weights, as padding copies the input cell into the same window: {count}."
        }
        TablesKey::MatrixNoOther => {
            "M transposed belongs to no layer of PyTorch here: the padding copies cells, or is uneven."
        }
        TablesKey::MatrixOther => {
            "M transposed is the matrix of {name} with the same weights. Both applied to this output: {count} numbers, largest difference {difference}."
        }
    }
}
