//! English, of the explaining pictures.
use super::super::ExplainKey;

pub const fn explain(key: ExplainKey) -> &'static str {
    match key {
        ExplainKey::Pictures => "Explaining picture",
        ExplainKey::CloseExplain => "Close",
        ExplainKey::NoFilm => {
            "The layer is too large to be drawn, and so is its picture. Its shapes are above, with a way to a size that fits."
        }
        ExplainKey::NotOfThis => "This picture has nothing to say of the layer as it is now.",
        ExplainKey::InputChannel => "Input channel {channel} is drawn, of {count}.",
        ExplainKey::OnAxis => "On the {axis}: ",
        ExplainKey::TooManySlices => "The {count} depth slices do not fit side by side in this width.",
        ExplainKey::ChannelsName => "Channels",
        ExplainKey::ChannelsAbout => {
            "Each input channel has its own weights. Each gives a sum, and the sums and the bias add up to one number. \
             A filter is one such set of weights and makes one output channel."
        }
        ExplainKey::GroupsName => "Groups",
        ExplainKey::GroupsAbout => {
            "Groups split the channels into parts that do not see each other. A wire is a kernel: fewer wires, fewer \
             weights."
        }
        ExplainKey::SeparableName => "Depthwise separable",
        ExplainKey::SeparableAbout => {
            "The same shape in two steps: first each channel by itself (depthwise), then a 1×1 that mixes the channels. \
             An output carries the marks of every input channel that reached it."
        }
        ExplainKey::PointwiseName => "1×1 kernel",
        ExplainKey::PointwiseAbout => {
            "A kernel of one cell mixes channels, not neighbours. At one position it is a dot product over the channels; \
             over all positions, laid in a row, it is a product of two matrices."
        }
        ExplainKey::PaddingName => "Padding",
        ExplainKey::PaddingAbout => {
            "The dashed cells stand around the input, and windows read them like any other. An arrow leads to the cell \
             that a padding cell copies."
        }
        ExplainKey::StrideName => "Stride and floor",
        ExplainKey::StrideAbout => {
            "Each window starts stride cells after the one before. Where no whole window fits any more, cells are left \
             over: the floor in the formula."
        }
        ExplainKey::DilationName => "Dilation",
        ExplainKey::DilationAbout => {
            "The kernel's cells lie apart, and what lies between them is passed over. A larger kernel with zeros in the \
             holes computes the same."
        }
        ExplainKey::TransposedName => "Transposed, two ways",
        ExplainKey::TransposedAbout => {
            "Every input cell is multiplied by every weight, and each product lands in one output cell. By input, row by row, that is a stamp; by output, column by column, an ordinary window over the input with zeros between."
        }
        ExplainKey::FlipName => "Mirrored kernel or not",
        ExplainKey::FlipAbout => {
            "Convolution mirrors the kernel before it slides, which turns it by 180° in a plane. Cross-correlation slides \
             it as it is."
        }
        ExplainKey::FeedsName => "Both directions",
        ExplainKey::FeedsAbout => {
            "An output reads a window of cells; an input cell feeds every output whose window has it. The orange numbers \
             are the weights used. Point at any cell."
        }
        ExplainKey::MatrixName => "As a matrix",
        ExplainKey::MatrixAbout => {
            "The layer is linear: flatten the input to one column x, and a matrix M of the same few weights gives the flattened output, y = M x + b. Each row of M is one output's window, each column an input cell."
        }
        ExplainKey::OrderName => "Any order will do",
        ExplainKey::OrderAbout => {
            "No output needs another one, so they can be computed in any order, or all at once. The number in a cell \
             is the step that fills it."
        }
        ExplainKey::StackName => "What an output sees",
        ExplainKey::StackAbout => {
            "The receptive field: which cells of every layer are joined with one cell, and in how many ways. Before it, \
             what it sees; after it, what it reaches. Point at a cell to look from there."
        }
        ExplainKey::PoolName => "Pooling",
        ExplainKey::PoolAbout => {
            "A window that slides over each channel by itself and has nothing to learn: it keeps the largest of its \
             cells, or their average."
        }
        ExplainKey::CompareName => "Side by side",
        ExplainKey::CompareAbout => "Two layers on the same steps: A is the stage's, B the one that was pinned.",
        ExplainKey::SignalName => "Signals",
        ExplainKey::SignalAbout => {
            "Numbers as heights, one plot under the other: the kernel slides along the input, and each output stands \
             below the middle of its window."
        }
        ExplainKey::MatchName => "What a number means",
        ExplainKey::MatchAbout => {
            "A filter is a pattern, and an output says how well the patch under the window matches it: products above \
             zero speak for it, products below zero against it."
        }
    }
}
