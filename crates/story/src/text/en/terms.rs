//! English, of the terms of the glossary.
use super::super::TermKey;

pub const fn terms(key: TermKey) -> &'static str {
    match key {
        TermKey::TensorName => "tensor",
        TermKey::TensorAbout => "Numbers in a grid with any number of axes: a row, a table, a stack of tables.",
        TermKey::ShapeName => "shape",
        TermKey::ShapeAbout => {
            "How many cells a tensor has along each axis. PyTorch writes [N, C, L] for signals and [N, C, H, W] for \
             images."
        }
        TermKey::BatchName => "batch",
        TermKey::BatchAbout => {
            "Several inputs that go through a layer at once. Each is computed by itself; N says how many there are."
        }
        TermKey::ChannelName => "channel",
        TermKey::ChannelAbout => {
            "One grid of numbers among several of the same size: the red of an image, or what one filter found."
        }
        TermKey::FeatureMapName => "feature map",
        TermKey::FeatureMapAbout => {
            "An output channel, seen as a map: how strongly what its filter looks for is there, place by place."
        }
        TermKey::ConvolutionName => "convolution",
        TermKey::ConvolutionAbout => {
            "A kernel slides over the input; at each place cell and weight are multiplied and the products added. \
             Mathematics turns the kernel round first, PyTorch's layers do not."
        }
        TermKey::CrossCorrelationName => "cross-correlation",
        TermKey::CrossCorrelationAbout => {
            "Sliding, multiplying and adding with the kernel as it is, not turned round. It is what nn.Conv1d and \
             its like compute."
        }
        TermKey::KernelName => "kernel",
        TermKey::KernelAbout => {
            "The small grid of weights that slides over the input. kernel_size says how many cells it has along \
             each axis."
        }
        TermKey::FilterName => "filter",
        TermKey::FilterAbout => {
            "All weights that make one output channel: a kernel for each input channel of its group."
        }
        TermKey::WeightName => "weight",
        TermKey::WeightAbout => "A number of a kernel, by which an input cell is multiplied. Training finds it.",
        TermKey::BiasName => "bias",
        TermKey::BiasAbout => {
            "A number that is added to every cell of an output channel; each output channel has its own."
        }
        TermKey::WindowName => "window",
        TermKey::WindowAbout => "The input cells that lie under the kernel at one place. They make one output cell.",
        TermKey::StrideName => "stride",
        TermKey::StrideAbout => {
            "How many cells the window moves on from one output to the next. A transposed layer puts its stamps \
             that far apart."
        }
        TermKey::FloorName => "floor",
        TermKey::FloorAbout => "Rounding down, ⌊ ⌋: a window that does not fit whole at the end is left out.",
        TermKey::PaddingName => "padding",
        TermKey::PaddingAbout => {
            "Cells put around the input so that windows can begin outside of it, mostly zeros. In a transposed \
             layer it crops the output instead."
        }
        TermKey::SameName => "same",
        TermKey::SameAbout => "padding='same' adds as much as keeps the size. It takes a stride of 1.",
        TermKey::ValidName => "valid",
        TermKey::ValidAbout => "padding='valid' adds nothing: only windows that lie whole within the input count.",
        TermKey::DilationName => "dilation",
        TermKey::DilationAbout => {
            "How far apart the kernel's cells lie. 1 is the ordinary kernel; 2 leaves a hole of one cell between \
             them."
        }
        TermKey::GroupsName => "groups",
        TermKey::GroupsAbout => {
            "Parts into which the channels are split. Each output channel reads only the input channels of its own \
             part."
        }
        TermKey::DepthwiseName => "depthwise convolution",
        TermKey::DepthwiseAbout => "As many groups as input channels: each channel is filtered by itself.",
        TermKey::PointwiseName => "pointwise convolution",
        TermKey::PointwiseAbout => {
            "A kernel of one cell, 1×1: it mixes the channels at each place and looks at no neighbours."
        }
        TermKey::SeparableName => "depthwise separable convolution",
        TermKey::SeparableAbout => {
            "A depthwise convolution and then a pointwise one: first within each channel, then across them, for far \
             fewer multiplications."
        }
        TermKey::TransposedName => "transposed convolution",
        TermKey::TransposedAbout => {
            "A convolution turned the other way: each input cell stamps the kernel onto the output, and stamps that \
             overlap add up. It gives back the shape, not the numbers."
        }
        TermKey::OutputPaddingName => "output_padding",
        TermKey::OutputPaddingAbout => {
            "Cells that a transposed layer adds at the end of each axis, to say which of several possible sizes is \
             meant."
        }
        TermKey::CheckerboardName => "checkerboard",
        TermKey::CheckerboardAbout => {
            "A pattern of unevenly filled cells: it comes where the stamps of a transposed layer overlap unevenly."
        }
        TermKey::ReceptiveFieldName => "receptive field",
        TermKey::ReceptiveFieldAbout => {
            "The part of the first input on which one output of a layer depends. It grows from layer to \
             layer, except where a kernel has one cell."
        }
        TermKey::PoolingName => "pooling",
        TermKey::PoolingAbout => "A window without weights: it keeps the largest of its cells, or their mean.",
        TermKey::ActivationName => "activation",
        TermKey::ActivationAbout => {
            "A function applied to each cell by itself after a layer, such as ReLU, which makes negative numbers 0."
        }
        TermKey::FullyConnectedName => "fully connected layer",
        TermKey::FullyConnectedAbout => "A layer in which each output has a weight for every input: nn.Linear.",
        TermKey::ParametersName => "parameters",
        TermKey::ParametersAbout => "The numbers that a layer learns: its weights and its biases.",
        TermKey::MacsName => "MACs",
        TermKey::MacsAbout => {
            "Multiply–adds: how many times an input number is multiplied by a weight and added to a sum. It \
             measures the work."
        }
        TermKey::Im2colName => "im2col",
        TermKey::Im2colAbout => {
            "Writing each window as a column (or row) of a matrix, so that one product of matrices computes the \
             whole layer."
        }
    }
}
