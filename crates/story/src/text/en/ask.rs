//! English, of the questions of lessons.
use super::super::AskKey;

pub const fn ask(key: AskKey) -> &'static str {
    match key {
        AskKey::PromptClaim => "Is the claim right?",
        AskKey::PromptFeeds => "How many output cells read {cell}?",
        AskKey::PromptFeedsOne => "How many output cells read {cell}? Count those of one output channel.",
        AskKey::PromptField => {
            "How many input cells does one output of the last layer look at? Count from the first to the last of \
             them."
        }
        AskKey::PromptFieldAxis => {
            "Along the {axis}, how many input cells does one output of the last layer look at? Count from the first \
             to the last of them."
        }
        AskKey::PromptLayer => "Which layer is on the stage?",
        AskKey::PromptMacs => "How many multiplications does {layer} take on an input of shape {input}?",
        AskKey::PromptParams => "How many parameters does {layer} have?",
        AskKey::PromptShape => "{layer} gets an input of shape {input}. What shape comes out?",
        AskKey::PromptStamp => "One step on, the next stamp falls on {cell}. What stands there then?",
        AskKey::PromptValue => "One step on: what will {cell} be?",
        AskKey::PromptWindow => "One step on: which input cells does the window of {cell} read?",
        AskKey::ClaimRight => "It is right",
        AskKey::ClaimWrong => "It is wrong",
        AskKey::NoCells => "none: the window lies outside the input",
        AskKey::HintAxis => "{axis}: {text}",
        AskKey::HintClaim => {
            "Work out one case with small numbers. Or press “Try it yourself”, change what the claim is about, see what \
             follows, and come back."
        }
        AskKey::HintCopy => "The number stays as it is. Find the cell that it comes from.",
        AskKey::HintFeeds => {
            "Let a window of {kernel} cells (dilation {dilation}) move on by {stride} at a time, from the edge of \
             the padded input. At how many of its places does one of its cells lie on {cell}?"
        }
        AskKey::HintFeedsStamp => {
            "{cell} stamps the whole kernel, {kernel} cells, onto the output. Count those that the padding does not \
             crop."
        }
        AskKey::HintField => {
            "Begin with 1. Each layer adds (kernel_size − 1) · dilation · the strides of all layers before it: {terms}."
        }
        AskKey::HintFieldAll => "One of the layers sees its whole input. Then the last output sees all of it too.",
        AskKey::HintFlatten => "All cells of all channels come to stand in one row: multiply the sizes.",
        AskKey::HintLayer => {
            "Compare the sizes first, then which input cells the window reads, then one number that you work out \
             yourself."
        }
        AskKey::HintLinear => "As many numbers come out as out_features says.",
        AskKey::HintMacs => "Each of the {weights} weights is used once at each of the {positions} output positions.",
        AskKey::HintMacsOnce => "Each of the {weights} weights is used once.",
        AskKey::HintMacsStamp => {
            "Each of the {weights} weights is used once for each of the {positions} input positions."
        }
        AskKey::HintMax => "Take the largest of {terms}.",
        AskKey::HintMean => "Add {terms}, then divide by {count}.",
        AskKey::HintNoWeights => "Does this layer have numbers that it learns?",
        AskKey::HintParams => {
            "A weight for each output channel, each input channel of its group and each cell of the kernel; there \
             is no bias: {terms}."
        }
        AskKey::HintParamsBias => {
            "A weight for each output channel, each input channel of its group and each cell of the kernel, and a \
             bias for each output channel: {terms} + {biases}."
        }
        AskKey::HintRelu => "{terms} comes in. What is negative becomes 0, everything else stays.",
        AskKey::HintSame => "Each cell gives one cell.",
        AskKey::HintShape => "First the channels: as many as the layer has filters. Then {sizes}.",
        AskKey::HintShapeKept => "First the channels, which stay as they are. Then {sizes}.",
        AskKey::HintStamp => "{held} stands there so far; the stamp adds {term}.",
        AskKey::HintStampLast => {
            "{held} stands there so far; the stamp adds {term}. It is the last one there, and so the bias comes \
             too: {bias}."
        }
        AskKey::HintSum => "{cell} = {terms} = ?",
        AskKey::HintWindow => "from cell {start} on, {kernel} cells, {dilation} apart",
        AskKey::HintWindowOf => "{cell}: {axes}.",
        AskKey::HintWindowPadding => {
            " What lies before cell 0 or behind the last one is padding, and no cell of the input."
        }
        AskKey::HintWindowChannels => " It reads the same places in every channel of its group.",
        AskKey::HintWindowAll => "This window is as long as the input.",
        AskKey::HintWindowStamp => {
            "input cell i reaches output cells i·{stride} − {padding} + j·{dilation}, with j from 0 to {last}; \
             which i reach {at}"
        }
        AskKey::NotCeil => "You rounded up. A window that does not fit whole is not used: round down.",
        AskKey::NotHangOver => {
            "You counted windows that hang over the end. Count only those that fit whole into the padded input."
        }
        AskKey::NotOneSidePadded => {
            "You padded one side only. Padding stands on both sides of each axis: add it twice."
        }
        AskKey::NotDilationTimesKernel => {
            "You took the dilated kernel as dilation × kernel_size long. It reaches over dilation × (kernel_size − \
             1) + 1 cells: the holes lie only between its cells."
        }
        AskKey::NotWithoutDilation => {
            "You left out the dilation. The kernel's cells lie that far apart, so it reaches further."
        }
        AskKey::NotWithoutStride => "You left out the stride. From one window to the next it is stride cells, not 1.",
        AskKey::NotWithoutPadding => {
            "You left out the padding. It moves the first window, and what happens at the edges."
        }
        AskKey::NotWithoutOne => {
            "The + 1 at the end is missing. The formula counts moves, and one window is there before the first move."
        }
        AskKey::NotKept => {
            "You kept the size of the input. Work out along each axis how many windows there is room for."
        }
        AskKey::NotAsConv => {
            "You took it as an ordinary convolution. A transposed one goes the other way: each input cell stamps \
             the kernel onto the output, stride cells apart."
        }
        AskKey::NotWithoutOutputPadding => "You left out output_padding. It adds cells at the end of each axis.",
        AskKey::NotTimesStride => {
            "You multiplied the size by the stride. That holds only where the other arguments fit it: the stamps' \
             reach and the padding count too."
        }
        AskKey::NotPaddingAdded => {
            "You added the padding. In a transposed layer it crops that many cells from both ends of the output."
        }
        AskKey::NotInChannelsOut => {
            "You kept the input's channels. The output has one channel for each filter: out_channels."
        }
        AskKey::NotChannelsMixed => {
            "You put input and output channels together. A filter adds up all of its input channels into one, so \
             there are out_channels."
        }
        AskKey::NotWithoutChannels => "You flattened one channel only. All channels go into the row.",
        AskKey::NotSwapped => "You swapped the axes. PyTorch writes channels, then height, then width.",
        AskKey::NotStepBehind => {
            "That belongs to the step now on the stage. In your mind, move the window one step on first."
        }
        AskKey::NotFilledHoles => {
            "You counted the holes too. A dilated kernel has no weights in them, and reads nothing there."
        }
        AskKey::NotFirstChannel => {
            "You took one input channel only. A filter reads all channels of its group, and adds them up."
        }
        AskKey::NotOtherGroups => {
            "You took all input channels. With groups a filter reads only those of its own group."
        }
        AskKey::NotBeyondEdge => {
            "You counted windows beyond the edge. Near an end of the input fewer windows reach a cell."
        }
        AskKey::NotOneReader => {
            "You let each cell feed one output. Windows overlap, so a cell can be read by several of them."
        }
        AskKey::NotAllChannels => "You counted all output channels. Only those of one are asked for.",
        AskKey::NotCountedKernel => {
            "You counted the kernel's cells. Whether each of them meets this cell depends on the stride and the \
             edges."
        }
        AskKey::NotFlipped => "You turned the kernel round. Here, as in PyTorch, it lies as it is: cross-correlation.",
        AskKey::NotUnflipped => {
            "You took the kernel as it is. Seen from an output it is turned round here: its last weight meets the \
             first cell."
        }
        AskKey::NotOneKernel => {
            "You used one kernel for all input channels. A filter has weights of its own for each of them."
        }
        AskKey::NotWithoutBias => "You left out the bias. Each output channel has one, added at the end.",
        AskKey::NotOtherFilter => {
            "That is another channel's number. Each output channel has a filter of its own: look which one is in \
             hand."
        }
        AskKey::NotWithoutWeights => "You added up the input alone. Multiply each cell by its weight first.",
        AskKey::NotAdded => "You added where it multiplies. Multiply first; only the products are added.",
        AskKey::NotOneStamp => "You took each stamp by itself. Where stamps overlap, their numbers are added.",
        AskKey::NotStampMultiplied => "You multiplied with what stood there. A stamp is added to it.",
        AskKey::NotMean => "You took the mean. Max pooling keeps the largest cell alone.",
        AskKey::NotSumForMax => "You added the cells up. Max pooling keeps the largest one alone.",
        AskKey::NotSumForMean => {
            "You did not divide. Average pooling divides the sum by the number of cells in the window."
        }
        AskKey::NotMax => "You took the largest. Average pooling adds all cells and divides by their number.",
        AskKey::NotInsideOnly => {
            "You divided by the cells within the input. PyTorch counts the window's padding cells too, unless told \
             not to."
        }
        AskKey::NotNegative => "You let a negative number through. ReLU makes it 0.",
        AskKey::NotSignDropped => "You changed the sign. ReLU keeps what is not negative and makes everything else 0.",
        AskKey::NotWithoutGroups => {
            "You left out the groups. A filter has weights only for the in_channels ÷ groups channels of its own \
             group."
        }
        AskKey::NotTimesGroups => {
            "You multiplied by the groups. All filters are counted in out_channels already, and groups make each of \
             them smaller: divide."
        }
        AskKey::NotOneFilter => "You counted one filter. There are out_channels of them.",
        AskKey::NotOneBias => "You counted one bias. There is one for each output channel.",
        AskKey::NotNoBias => "You counted biases, but this layer has none: bias=False.",
        AskKey::NotOneSide => "You did not multiply the kernel's sides. A kernel of 3 by 3 has 9 weights.",
        AskKey::NotNoWeights => "This layer has no weights: it learns nothing and multiplies nothing.",
        AskKey::NotParamsAsMacs => {
            "You counted every use of a weight. All positions share the same weights, so each counts once."
        }
        AskKey::NotMacsAsParams => "You counted the weights. Each of them is used again at every position.",
        AskKey::NotOneOutputChannel => "You counted one output channel. Every one of out_channels takes as many.",
        AskKey::NotOtherPositions => {
            "You took the positions of the wrong side. A convolution multiplies for each output position, a \
             transposed one for each input position."
        }
        AskKey::NotBiasMultiplied => "You counted the bias. It is added, not multiplied.",
        AskKey::NotAddsToo => "You counted additions too. Only the multiplications are asked for.",
        AskKey::NotFieldWithoutStride => {
            "You left out the strides. After a layer with a stride, neighbouring cells lie that many input cells \
             apart, so later windows reach further."
        }
        AskKey::NotOwnStride => {
            "You let a layer's stride widen its own window. It only spreads the windows of the layers after it."
        }
        AskKey::NotSumOfKernels => {
            "You added the kernels up. Windows overlap: each layer adds one cell less than its kernel has."
        }
        AskKey::NotProductOfKernels => {
            "You multiplied the kernels. Each layer adds to what is seen; only strides multiply."
        }
        AskKey::NotFieldWithoutOne => "The first cell is missing: begin with 1, then add for each layer.",
        AskKey::NotLastLayer => "You took the last window alone. Go back through all layers to the first input.",
        AskKey::NotOtherArgument => {
            "Look at {argument} again: because of it, the layer you chose would make another picture."
        }
        AskKey::NotOtherKind => "That is another kind of layer. See how the numbers in the window become one.",
    }
}
