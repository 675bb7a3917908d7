//! Simplified Chinese, of the tables of a frame.
use super::super::GridKey;

pub const fn grids(key: GridKey) -> &'static str {
    match key {
        GridKey::Products => "这一步的各个乘积",
        GridKey::Window => "这一步的窗口",
        GridKey::InputCell => "输入格",
        GridKey::Value => "值",
        GridKey::WeightCell => "权重的位置",
        GridKey::Weight => "权重",
        GridKey::Product => "乘积",
        GridKey::AddsTo => "加到",
        GridKey::Padding => "填充",
        GridKey::PaddingCopy => "填充，复制自 {cell}",
        GridKey::Hole => "插入的零",
        GridKey::Skipped => "跳过",
        GridKey::Ahead => "还没算",
        GridKey::CutOff => "不加到任何格：被填充裁掉",
        GridKey::CutProducts => "这里是 {all} 个乘积中的前 {shown} 个；下面的和包含全部乘积。",
        GridKey::Sums => "乘积加起来",
        GridKey::Mean => "窗口的平均值",
        GridKey::Max => "窗口中的最大值",
        GridKey::Relu => "这一格的值，负数变为 0",
        GridKey::Copy => "这一格原样保留",
        GridKey::Part => "部分",
        GridKey::ChannelSum => "通道 {channel} 的和",
        GridKey::Bias => "偏置",
        GridKey::SoFar => "{cell}（到目前为止）",
        GridKey::Of => "{name}，形状 {shape}",
        GridKey::CornerPlane => "行，列",
        GridKey::CornerLine => "通道，位置",
        GridKey::CornerMatrix => "输出，输入",
        GridKey::CornerFlat => "行，位置",
        GridKey::Empty => "还没有",
        GridKey::Cut => "{tensor} 的形状是 {shape}，太大，这里只显示这一步周围的部分：{all} 个数中的 {shown} 个。",
    }
}
