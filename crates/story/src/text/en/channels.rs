//! English, of the pictures of channels.
use super::super::ChannelsKey;

pub const fn channels(key: ChannelsKey) -> &'static str {
    match key {
        // Channels.
        ChannelsKey::ChannelsFilters => {
            "{filters} filters make {filters} output channels. Each filter is a slab of {slab} = {weights} weights."
        }
        ChannelsKey::ChannelsOneFilter => {
            "1 filter makes 1 output channel. It is a slab of {slab} = {weights} weights."
        }
        ChannelsKey::ChannelsImage => {
            "1-D says that the window slides along one axis, not that the input is one row. On an image of {rows} rows, \
             {image} computes the same as {line}: largest difference {largest}."
        }
        ChannelsKey::ChannelsSome => "Compared are the first {some} of {all} outputs.",
        ChannelsKey::ChannelsRounding => {
            "The products are the same; they are added up in another order, and so rounded differently."
        }
        ChannelsKey::ChannelsNoRoom => "There is no room here for windows of {kernel} cells; their sums are drawn.",
        ChannelsKey::ChannelsThis => "Here: the sum of {cell}.",
        ChannelsKey::ChannelsFolded => "{sum} from {count} more channels",
        ChannelsKey::ChannelsBias => "bias {bias}",
        ChannelsKey::ChannelsSum => "{cell} = {terms} = {total}",
        ChannelsKey::ChannelsSoFar => "{cell}, so far: {terms} = {total}",
        ChannelsKey::ChannelsWindow => "window",
        ChannelsKey::ChannelsFilter => "filter {index}",
        ChannelsKey::ChannelsProducts => "products",
        ChannelsKey::ChannelsSums => "sum",
        ChannelsKey::ChannelsEach => "A filter, an output channel:",
        // Groups.
        ChannelsKey::GroupsStop => "{groups}: {name}",
        ChannelsKey::GroupsAll => "all see all",
        ChannelsKey::GroupsSome => "each sees {ins} of {all}",
        ChannelsKey::GroupsDepthwise => "depthwise",
        ChannelsKey::GroupsMultiplied => "depthwise, multiplier {multiplier}",
        ChannelsKey::GroupsIn => "input channel",
        ChannelsKey::GroupsOut => "output channel",
        ChannelsKey::GroupsWeight => "weight.shape = [{shape}]",
        ChannelsKey::GroupsSquare => "a square: {kernel} weights",
        ChannelsKey::GroupsRows => "rows: {count} output channels",
        ChannelsKey::GroupsColumns => "columns: {count} input channels",
        ChannelsKey::GroupsOne => "a square: 1 weight",
        ChannelsKey::GroupsCost => "Weights: {weights}. Parameters: {params}. Multiply–adds: {macs}.",
        ChannelsKey::GroupsSaves => {
            "Weights: {weights}, not {all}. Parameters: {params}, not {all_params}. Multiply–adds: {macs}, not {all_macs}."
        }
        ChannelsKey::GroupsDouble => {
            "Twice the channels on both sides: {weights} weights and {macs} multiply–adds, {times} times as many."
        }
        ChannelsKey::GroupsDoubleBoth => "With twice the groups as well: {weights} and {macs}, {times} times as many.",
        ChannelsKey::GroupsApart => {
            "The {groups} groups computed as {groups} layers of their own, side by side: largest difference {largest}."
        }
        ChannelsKey::GroupsApartSome => {
            "The first {some} of {all} outputs computed by layers of their own, a group each: largest difference {largest}."
        }
        ChannelsKey::GroupsStep => "{cell} adds up {ins} of {all} input channels: {which}.",
        ChannelsKey::GroupsStamp => "{cell} reaches {ins} of {all} output channels: {which}.",
        ChannelsKey::GroupsLabel => {
            "{ins} input and {outs} output channels in {groups} groups; the weight has the shape [{shape}]"
        }
        // Depthwise separable.
        ChannelsKey::SeparableLayer => "Layer",
        ChannelsKey::SeparableStandard => "standard",
        ChannelsKey::SeparableDepthwise => "depthwise",
        ChannelsKey::SeparablePointwise => "1×1",
        ChannelsKey::SeparableSeparable => "separable",
        ChannelsKey::SeparableThis => "this layer",
        ChannelsKey::SeparableHere => "This layer",
        ChannelsKey::SeparableTwo => "In two steps",
        ChannelsKey::SeparableChannels => "channels: {count}",
        ChannelsKey::SeparableFrom => "{channel} ← {from}",
        ChannelsKey::SeparableAll => "all",
        ChannelsKey::SeparableNone => "none",
        ChannelsKey::SeparableOf => "{some} of {all}",
        ChannelsKey::SeparableMacs => "Multiply–adds",
        ChannelsKey::SeparableWeights => "Weights",
        ChannelsKey::SeparableCounts => {
            "Multiply–adds: the standard layer {standard}; depthwise {depthwise} and 1×1 {pointwise}, together {both}."
        }
        ChannelsKey::SeparableRatio => {
            "{both} ÷ {standard} = {ratio}. By the formula: 1/C_out + 1/kernel cells = 1/{filters} + 1/{cells} = \
             {predicted}; difference 0."
        }
        ChannelsKey::SeparableDiffers => {
            "{both} ÷ {standard} = {ratio}. By the formula: 1/C_out + 1/kernel cells = 1/{filters} + 1/{cells} = \
             {predicted}; difference {difference}."
        }
        ChannelsKey::SeparableAlready => "A kernel of one cell is a 1×1 already: there is nothing to save.",
        ChannelsKey::SeparableChart => "What the two steps cost by kernel size, with {filters} output channels",
        ChannelsKey::SeparableChartX => "kernel size",
        ChannelsKey::SeparableChartY => "% of the standard layer's multiply–adds",
        ChannelsKey::SeparableLabel => {
            "From {ins} input channels to {outs} output channels: which reach which in this layer, and in two steps; and \
             what either costs"
        }
        // 1×1.
        ChannelsKey::PointwiseMatrix => {
            "W [{outs} × {ins}] times X [{ins} × {positions}], computed row by column. Outputs compared with the layer's: \
             {compared} of {all}, largest difference {largest}."
        }
        ChannelsKey::PointwiseMatrixGroups => {
            "{groups} groups, a product of matrices each, computed row by column. Outputs compared with the layer's: \
             {compared} of {all}, largest difference {largest}."
        }
        ChannelsKey::PointwiseLinear => "At each position it is the same as nn.Linear({arguments}).",
        ChannelsKey::PointwiseStep => "{cell} is row {row} of W times column {column} of X.",
        ChannelsKey::PointwiseWeight => "W [{outs} × {ins}]",
        ChannelsKey::PointwiseInput => "X [{ins} × {positions}]",
        ChannelsKey::PointwiseOutput => "Y [{outs} × {positions}]",
        ChannelsKey::PointwiseChannels => "input channels: +{count}",
        ChannelsKey::PointwiseFilters => "output channels: +{count}",
        ChannelsKey::PointwisePositions => "positions: +{count}",
        ChannelsKey::PointwiseLabel => "{weight} times {input} gives {output}; {sum}",
    }
}
