//! Simplified Chinese, of the pictures of channels.
use super::super::ChannelsKey;

pub fn channels(key: ChannelsKey) -> &'static str {
    match key {
        // Channels.
        ChannelsKey::ChannelsFilters => {
            "{filters} 个滤波器产生 {filters} 个输出通道。每个滤波器是一整块权重：{slab} = {weights} 个。"
        }
        ChannelsKey::ChannelsOneFilter => "1 个滤波器产生 1 个输出通道。它是一整块权重：{slab} = {weights} 个。",
        ChannelsKey::ChannelsImage => {
            "“一维”说的是窗口只沿一个轴滑动，不是输入只有一行。在一幅 {rows} 行的图像上，{image} 与 {line} 算出的结果相同：\
             最大差值 {largest}。"
        }
        ChannelsKey::ChannelsSome => "比较的是 {all} 个输出中的前 {some} 个。",
        ChannelsKey::ChannelsRounding => "乘积相同，只是相加的顺序不同，因此舍入也不同。",
        ChannelsKey::ChannelsNoRoom => "这里放不下 {kernel} 格的窗口，只画出它们的和。",
        ChannelsKey::ChannelsThis => "这里是 {cell} 的和。",
        ChannelsKey::ChannelsFolded => "{sum}（另外 {count} 个通道）",
        ChannelsKey::ChannelsBias => "偏置 {bias}",
        ChannelsKey::ChannelsSum => "{cell} = {terms} = {total}",
        ChannelsKey::ChannelsSoFar => "{cell}，目前为 {terms} = {total}",
        ChannelsKey::ChannelsWindow => "窗口",
        ChannelsKey::ChannelsFilter => "滤波器 {index}",
        ChannelsKey::ChannelsProducts => "乘积",
        ChannelsKey::ChannelsSums => "和",
        ChannelsKey::ChannelsEach => "一个滤波器，一个输出通道：",
        // Groups.
        ChannelsKey::GroupsStop => "{groups}：{name}",
        ChannelsKey::GroupsAll => "全部相连",
        ChannelsKey::GroupsSome => "各看 {all} 个中的 {ins} 个",
        ChannelsKey::GroupsDepthwise => "深度卷积",
        ChannelsKey::GroupsMultiplied => "深度卷积，倍数 {multiplier}",
        ChannelsKey::GroupsIn => "输入通道",
        ChannelsKey::GroupsOut => "输出通道",
        ChannelsKey::GroupsWeight => "weight.shape = [{shape}]",
        ChannelsKey::GroupsSquare => "每个方块：{kernel} 个权重",
        ChannelsKey::GroupsRows => "行：{count} 个输出通道",
        ChannelsKey::GroupsColumns => "列：{count} 个输入通道",
        ChannelsKey::GroupsOne => "每个方块：1 个权重",
        ChannelsKey::GroupsCost => "权重：{weights} 个。参数量：{params}。乘加次数：{macs}。",
        ChannelsKey::GroupsSaves => {
            "权重：{weights} 个，而不是 {all}。参数量：{params}，而不是 {all_params}。乘加次数：{macs}，而不是 {all_macs}。"
        }
        ChannelsKey::GroupsDouble => "输入和输出通道都加倍：权重 {weights} 个，乘加 {macs} 次，是原来的 {times} 倍。",
        ChannelsKey::GroupsDoubleBoth => "分组也加倍：{weights} 个和 {macs} 次，是原来的 {times} 倍。",
        ChannelsKey::GroupsApart => "把 {groups} 个分组当作 {groups} 个独立的层并排计算：最大差值 {largest}。",
        ChannelsKey::GroupsApartSome => {
            "{all} 个输出中的前 {some} 个，每组当作一个独立的层来计算：最大差值 {largest}。"
        }
        ChannelsKey::GroupsStep => "{cell} 把 {all} 个输入通道中的 {ins} 个加在一起：{which}。",
        ChannelsKey::GroupsStamp => "{cell} 影响 {all} 个输出通道中的 {ins} 个：{which}。",
        ChannelsKey::GroupsLabel => "{ins} 个输入通道和 {outs} 个输出通道分成 {groups} 组；权重的形状是 [{shape}]",
        // Depthwise separable.
        ChannelsKey::SeparableLayer => "层",
        ChannelsKey::SeparableStandard => "标准卷积",
        ChannelsKey::SeparableDepthwise => "深度卷积",
        ChannelsKey::SeparablePointwise => "1×1",
        ChannelsKey::SeparableSeparable => "可分离卷积",
        ChannelsKey::SeparableThis => "这个层",
        ChannelsKey::SeparableHere => "这个层",
        ChannelsKey::SeparableTwo => "分两步",
        ChannelsKey::SeparableChannels => "通道：{count} 个",
        ChannelsKey::SeparableFrom => "{channel} ← {from}",
        ChannelsKey::SeparableAll => "全部",
        ChannelsKey::SeparableNone => "无",
        ChannelsKey::SeparableOf => "{some}/{all}",
        ChannelsKey::SeparableMacs => "乘加次数",
        ChannelsKey::SeparableWeights => "权重",
        ChannelsKey::SeparableCounts => {
            "乘加次数：标准卷积 {standard}；深度卷积 {depthwise} 加 1×1 卷积 {pointwise}，合计 {both}。"
        }
        ChannelsKey::SeparableRatio => {
            "{both} ÷ {standard} = {ratio}。按公式：1/C_out + 1/卷积核格数 = 1/{filters} + 1/{cells} = {predicted}；差值 0。"
        }
        ChannelsKey::SeparableDiffers => {
            "{both} ÷ {standard} = {ratio}。按公式：1/C_out + 1/卷积核格数 = 1/{filters} + 1/{cells} = {predicted}；\
             差值 {difference}。"
        }
        ChannelsKey::SeparableAlready => "只有一格的卷积核本来就是 1×1：没有什么可省的。",
        ChannelsKey::SeparableChart => "有 {filters} 个输出通道时，两步的开销随卷积核大小的变化",
        ChannelsKey::SeparableChartX => "卷积核大小",
        ChannelsKey::SeparableChartY => "占标准卷积乘加次数的 %",
        ChannelsKey::SeparableLabel => {
            "从 {ins} 个输入通道到 {outs} 个输出通道：在这个层中和在分成的两步中，哪些通道传到哪些通道；以及两者的开销"
        }
        // 1×1.
        ChannelsKey::PointwiseMatrix => {
            "W [{outs} × {ins}] 乘以 X [{ins} × {positions}]，行乘列逐个计算。与层的输出比较：{all} 个中的 {compared} 个，\
             最大差值 {largest}。"
        }
        ChannelsKey::PointwiseMatrixGroups => {
            "{groups} 个分组，每组一个矩阵乘法，行乘列逐个计算。与层的输出比较：{all} 个中的 {compared} 个，\
             最大差值 {largest}。"
        }
        ChannelsKey::PointwiseLinear => "在每个位置上，它与 nn.Linear({arguments}) 相同。",
        ChannelsKey::PointwiseStep => "{cell} 是 W 的第 {row} 行乘以 X 的第 {column} 列。",
        ChannelsKey::PointwiseWeight => "W [{outs} × {ins}]",
        ChannelsKey::PointwiseInput => "X [{ins} × {positions}]",
        ChannelsKey::PointwiseOutput => "Y [{outs} × {positions}]",
        ChannelsKey::PointwiseChannels => "输入通道：另有 {count} 个",
        ChannelsKey::PointwiseFilters => "输出通道：另有 {count} 个",
        ChannelsKey::PointwisePositions => "位置：另有 {count} 个",
        ChannelsKey::PointwiseLabel => "{weight} 乘以 {input} 得到 {output}；{sum}",
    }
}
