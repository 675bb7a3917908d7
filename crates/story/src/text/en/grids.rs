//! English, of the tables of a frame.
use super::super::GridKey;

pub const fn grids(key: GridKey) -> &'static str {
    match key {
        GridKey::Products => "The products of this step",
        GridKey::Window => "The window of this step",
        GridKey::InputCell => "input cell",
        GridKey::Value => "value",
        GridKey::WeightCell => "weight cell",
        GridKey::Weight => "weight",
        GridKey::Product => "product",
        GridKey::AddsTo => "adds to",
        GridKey::Padding => "padding",
        GridKey::PaddingCopy => "padding, a copy of {cell}",
        GridKey::Hole => "inserted zero",
        GridKey::Skipped => "skipped",
        GridKey::Ahead => "to come",
        GridKey::CutOff => "nothing: padding cuts it off",
        GridKey::CutProducts => "These are the first {shown} of {all} products; the sums are of all of them.",
        GridKey::Sums => "What the products add up to",
        GridKey::Mean => "The mean of the window",
        GridKey::Max => "The largest of the window",
        GridKey::Relu => "The cell, or 0 where it is negative",
        GridKey::Copy => "The cell as it is",
        GridKey::Part => "part",
        GridKey::ChannelSum => "sum of channel {channel}",
        GridKey::Bias => "bias",
        GridKey::SoFar => "{cell} so far",
        GridKey::Of => "{name} of shape {shape}",
        GridKey::CornerPlane => "row, column",
        GridKey::CornerLine => "channel, position",
        GridKey::CornerMatrix => "output, input",
        GridKey::CornerFlat => "row, position",
        GridKey::Empty => "not yet",
        GridKey::Cut => "Of {tensor}, {shape}, only what is around this step is shown: {shown} of {all} numbers.",
    }
}
