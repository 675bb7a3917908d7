//! What the things to choose from are called.
use crate::text::{LaterKey, fill, say};
use crate::{Formula, Order, Theme};
use conv::{Field, Op};

pub fn order_name(order: Order) -> LaterKey {
    match order {
        Order::Rows => LaterKey::OrderRows,
        Order::Columns => LaterKey::OrderColumns,
        Order::Shuffle => LaterKey::OrderShuffle,
        Order::All => LaterKey::OrderAll,
        Order::Scatter => LaterKey::OrderScatter,
    }
}

pub fn theme_name(theme: Theme) -> LaterKey {
    match theme {
        Theme::Auto => LaterKey::ThemeAuto,
        Theme::Light => LaterKey::ThemeLight,
        Theme::Dark => LaterKey::ThemeDark,
    }
}

/// What an argument means.
pub fn about(field: Field, op: Op) -> LaterKey {
    match field {
        Field::InChannels if op == Op::Linear => LaterKey::AboutInFeatures,
        Field::OutChannels if op == Op::Linear => LaterKey::AboutOutFeatures,
        Field::KernelSize if op.is_pool() => LaterKey::AboutPool,
        Field::Stride if op.is_pool() => LaterKey::AboutPoolStride,
        Field::Padding if op.is_pool() => LaterKey::AboutPoolPadding,
        Field::Padding if op == Op::Pad => LaterKey::AboutSides,
        Field::InChannels => LaterKey::AboutInChannels,
        Field::OutChannels => LaterKey::AboutOutChannels,
        Field::KernelSize => LaterKey::AboutKernelSize,
        Field::Stride => LaterKey::AboutStride,
        Field::Padding => LaterKey::AboutPadding,
        Field::OutputPadding => LaterKey::AboutOutputPadding,
        Field::Dilation => LaterKey::AboutDilation,
        Field::Groups => LaterKey::AboutGroups,
        Field::Bias => LaterKey::AboutBias,
        // Those without a place in the line have no words of their own.
        Field::PaddingMode | Field::Op | Field::Input | Field::Weight => LaterKey::AboutPaddingMode,
    }
}

/// What an axis is called, of those that a layer of this rank slides along.
pub fn axis_name(axis: usize, rank: usize) -> LaterKey {
    match (rank, rank - axis) {
        (1, _) => LaterKey::AxisLength,
        (_, 1) => LaterKey::AxisWidth,
        (_, 2) => LaterKey::AxisHeight,
        _ => LaterKey::AxisDepth,
    }
}

/// What a side is called, of those of a padding layer in PyTorch's order: the last axis first.
pub fn side_name(side: usize) -> LaterKey {
    match side {
        0 => LaterKey::SideLeft,
        1 => LaterKey::SideRight,
        2 => LaterKey::SideTop,
        3 => LaterKey::SideBottom,
        4 => LaterKey::SideFront,
        _ => LaterKey::SideBack,
    }
}

/// The padding of both ends together, as the output-size formula adds it.
pub fn padding(formula: &Formula) -> String {
    let (before, after) = formula.padding;
    if before == after {
        ["2·", &before.to_string()].concat()
    } else {
        ["(", &before.to_string(), "+", &after.to_string(), ")"].concat()
    }
}

/// What the floor in the output-size formula throws away.
pub fn left_over(formula: &Formula) -> String {
    match formula.left_over() {
        0 => say(LaterKey::NothingLeftOver).to_owned(),
        left => fill(LaterKey::LeftOver, &[("count", &left.to_string())]),
    }
}
