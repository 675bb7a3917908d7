//! English, of the explaining pictures.
use super::super::ExplainKey;

pub fn explain(key: ExplainKey) -> &'static str {
    match key {
        ExplainKey::Pictures => "Explaining picture",
        ExplainKey::CloseExplain => "Close",
        ExplainKey::NotOfThis => "This picture has nothing to say of the layer as it is now.",
        ExplainKey::InputChannel => "Input channel {channel} is drawn, of {count}.",
        ExplainKey::TooManySlices => "The {count} depth slices do not fit side by side in this width.",
        ExplainKey::OnAxis => "On the {axis}: ",
        // Channels.
        ExplainKey::ChannelsName => "Channels",
        ExplainKey::ChannelsAbout => {
            "Each input channel has its own weights. Each gives a sum, and the sums and the bias add up to one number. \
             A filter is one such set of weights and makes one output channel."
        }
        ExplainKey::ChannelsFilters => {
            "{filters} filters make {filters} output channels. Each filter is a slab of {slab} = {weights} weights."
        }
        ExplainKey::ChannelsOneFilter => "1 filter makes 1 output channel. It is a slab of {slab} = {weights} weights.",
        ExplainKey::ChannelsImage => {
            "1-D says that the window slides along one axis, not that the input is one row. On an image of {rows} rows, \
             {image} computes the same as {line}: largest difference {largest}."
        }
        ExplainKey::ChannelsSome => "Compared are the first {some} of {all} outputs.",
        ExplainKey::ChannelsRounding => {
            "The products are the same; they are added up in another order, and so rounded differently."
        }
        ExplainKey::ChannelsNoRoom => "There is no room here for windows of {kernel} cells; their sums are drawn.",
        ExplainKey::ChannelsThis => "Here: the sum of {cell}.",
        ExplainKey::ChannelsFolded => "{sum} from {count} more channels",
        ExplainKey::ChannelsBias => "bias {bias}",
        ExplainKey::ChannelsSum => "{cell} = {terms} = {total}",
        ExplainKey::ChannelsSoFar => "{cell}, so far: {terms} = {total}",
        ExplainKey::ChannelsWindow => "window",
        ExplainKey::ChannelsFilter => "filter {index}",
        ExplainKey::ChannelsProducts => "products",
        ExplainKey::ChannelsSums => "sum",
        ExplainKey::ChannelsEach => "A filter, an output channel:",
        // Groups.
        ExplainKey::GroupsName => "Groups",
        ExplainKey::GroupsAbout => {
            "Groups split the channels into parts that do not see each other. A wire is a kernel: fewer wires, fewer \
             weights."
        }
        ExplainKey::GroupsStop => "{groups}: {name}",
        ExplainKey::GroupsAll => "all see all",
        ExplainKey::GroupsSome => "each sees {ins} of {all}",
        ExplainKey::GroupsDepthwise => "depthwise",
        ExplainKey::GroupsMultiplied => "depthwise, multiplier {multiplier}",
        ExplainKey::GroupsIn => "input channel",
        ExplainKey::GroupsOut => "output channel",
        ExplainKey::GroupsWeight => "weight.shape = [{shape}]",
        ExplainKey::GroupsSquare => "a square: {kernel} weights",
        ExplainKey::GroupsOne => "a square: 1 weight",
        ExplainKey::GroupsRows => "rows: {count} output channels",
        ExplainKey::GroupsColumns => "columns: {count} input channels",
        ExplainKey::GroupsCost => "Weights: {weights}. Parameters: {params}. Multiply–adds: {macs}.",
        ExplainKey::GroupsSaves => {
            "Weights: {weights}, not {all}. Parameters: {params}, not {all_params}. Multiply–adds: {macs}, not {all_macs}."
        }
        ExplainKey::GroupsDouble => {
            "Twice the channels on both sides: {weights} weights and {macs} multiply–adds, {times} times as many."
        }
        ExplainKey::GroupsDoubleBoth => "With twice the groups as well: {weights} and {macs}, {times} times as many.",
        ExplainKey::GroupsApart => {
            "The {groups} groups computed as {groups} layers of their own, side by side: largest difference {largest}."
        }
        ExplainKey::GroupsApartSome => {
            "The first {some} of {all} outputs computed by layers of their own, a group each: largest difference {largest}."
        }
        ExplainKey::GroupsStep => "{cell} adds up {ins} of {all} input channels: {which}.",
        ExplainKey::GroupsStamp => "{cell} reaches {ins} of {all} output channels: {which}.",
        ExplainKey::GroupsLabel => {
            "{ins} input and {outs} output channels in {groups} groups; the weight has the shape [{shape}]"
        }
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
        ExplainKey::PointwiseName => "1×1 kernel",
        ExplainKey::PointwiseAbout => {
            "A kernel of one cell mixes channels, not neighbours. At one position it is a dot product over the channels; \
             over all positions, laid in a row, it is a product of two matrices."
        }
        ExplainKey::PointwiseMatrix => {
            "W [{outs} × {ins}] times X [{ins} × {positions}], computed row by column. Outputs compared with the layer's: \
             {compared} of {all}, largest difference {largest}."
        }
        ExplainKey::PointwiseMatrixGroups => {
            "{groups} groups, a product of matrices each, computed row by column. Outputs compared with the layer's: \
             {compared} of {all}, largest difference {largest}."
        }
        ExplainKey::PointwiseLinear => "At each position it is the same as nn.Linear({arguments}).",
        ExplainKey::PointwiseStep => "{cell} is row {row} of W times column {column} of X.",
        ExplainKey::PointwiseWeight => "W [{outs} × {ins}]",
        ExplainKey::PointwiseInput => "X [{ins} × {positions}]",
        ExplainKey::PointwiseOutput => "Y [{outs} × {positions}]",
        ExplainKey::PointwiseChannels => "input channels: +{count}",
        ExplainKey::PointwiseFilters => "output channels: +{count}",
        ExplainKey::PointwisePositions => "positions: +{count}",
        ExplainKey::PointwiseLabel => "{weight} times {input} gives {output}; {sum}",
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
        ExplainKey::FeedsName => "Both directions",
        ExplainKey::FeedsAbout => {
            "An output reads a window of cells; an input cell feeds every output whose window has it. The orange numbers \
             are the weights used. Point at any cell."
        }
        ExplainKey::FeedsMany => "feeds {count} outputs",
        ExplainKey::FeedsOne => "feeds 1 output",
        ExplainKey::FeedsNone => "feeds 0 outputs",
        ExplainKey::FeedsUnread => "No window has {cell}.",
        ExplainKey::FeedsWeight => "is used for {count} outputs",
        ExplainKey::FeedsBias => "is added to {count} outputs",
        ExplainKey::FeedsReads => "reads {count} cells",
        ExplainKey::FeedsReadsOne => "reads 1 cell",
        ExplainKey::FeedsPadding => "padding",
        ExplainKey::FeedsInserted => "inserted zero",
        ExplainKey::FeedsSays => "{cell} {feeds}. {output} {reads}.",
        ExplainKey::FeedsChannels => "That is {each} in each of {count} output channels.",
        ExplainKey::FeedsOutside => "Some of them are outside of the part that is drawn.",
        ExplainKey::FeedsTwice => {
            "Where a window has the cell and a copy of it in the padding, the sum of both weights stands."
        }
        // The matrix.
        ExplainKey::MatrixName => "As a matrix",
        ExplainKey::MatrixAbout => {
            "The layer is linear: flatten the input to one column x, and a matrix M of the same few weights gives the flattened output, y = M x + b. Each row of M is one output's window, each column an input cell."
        }
        ExplainKey::MatrixLabel => {
            "The matrix of the layer: rows are output cells, columns input cells. Beneath it, every window as a column."
        }
        ExplainKey::MatrixTitle => "M: {rows} × {columns}",
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
        ExplainKey::StackDilations => "dilations of layers, kernel {kernel}",
        ExplainKey::StackSize => "receptive field, cells",
        ExplainKey::StackGrowth => {
            "How the receptive field grows with layers of kernel {kernel}: without dilation, and with dilation 1, 2, 4"
        }
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
