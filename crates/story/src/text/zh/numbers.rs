//! Simplified Chinese, of the pictures of what numbers mean.
use super::super::NumbersKey;

pub fn numbers(key: NumbersKey) -> &'static str {
    match key {
        // Order.
        NumbersKey::OrderSame => "{count} 个输出，按每种顺序逐步计算：最大差值 0。",
        NumbersKey::OrderDiffers => "逐步计算时，顺序“{order}”的结果与层的输出不同。",
        NumbersKey::OrderTooMany => "共有 {count} 个输出，每种顺序只比较前 {some} 步：最大差值 0。",
        NumbersKey::OrderTooLarge => "超过 {count} 格的输出只比较，不画出来。",
        NumbersKey::OrderChannels => "画出的是通道 0（共 {count} 个）。",
        NumbersKey::OrderLabel => "输出的各格按什么顺序填上：{orders}",
        // Layers in a row.
        NumbersKey::StackStep => "{layer} → {shape}，参数量 {params}，乘加次数 {macs}",
        NumbersKey::StackAll => "合计：参数量 {params}，乘加次数 {macs}。",
        NumbersKey::StackAll1 => "这里没有单独的一格可以作为出发点。",
        NumbersKey::StackTooLarge => "路径太多，无法每一步都数一遍；下面列出了各层的形状。",
        NumbersKey::StackInput => "输入",
        NumbersKey::StackField => "感受野 {size}，间距 {jump}，起点 {start}",
        NumbersKey::StackFormula => {
            "当前层的感受野：{before} + ({kernel} − 1)·{dilation}·{jump} = {size} 格；从一个输出到下一个输出，\
             它移动 {jump}·{stride} = {next} 格。"
        }
        NumbersKey::StackSees => "格 [{cell}] 与 {count} 个输入格相连，共有 {ways} 条路径。",
        NumbersKey::StackCut => "展平层和全连接层能看到所有的格：图画到它之前为止。",
        NumbersKey::StackLabel => "经过 {layers}，一格能看到什么、影响到什么",
        NumbersKey::StackDilations => "各层的膨胀率，卷积核 {kernel}",
        NumbersKey::StackSize => "感受野，格",
        NumbersKey::StackGrowth => "卷积核为 {kernel} 时，感受野随层数怎样增长：一种不用膨胀，一种膨胀率为 1、2、4",
        NumbersKey::StackHere => "当前",
        // Pooling.
        NumbersKey::PoolKind => "取什么值",
        NumbersKey::PoolWindow => "窗口",
        NumbersKey::PoolWeights => "相等的权重",
        NumbersKey::PoolMax => "最大值",
        NumbersKey::PoolEqual => {
            "与每个权重都是 1/{cells}、没有偏置的 {layer} 结果相同：比较了 {count} 个输出，最大差值 {most}。"
        }
        NumbersKey::PoolRounded => {
            "差值来自舍入：求平均是先相加、最后除一次，而卷积是把每一格都乘以舍入后的 1/{cells}。"
        }
        NumbersKey::PoolAll => "逐步移动，就能看到单个窗口。",
        NumbersKey::PoolLabel => "窗口中的各格，以及由它们得到的值：{sum}",
        // Side by side.
        NumbersKey::CompareNone => "还没有固定任何内容。先固定主图中的层，再修改它：两者会并排显示。",
        NumbersKey::CompareTooLarge => "B 太大，画不出来。",
        NumbersKey::CompareShapes => "两者的输出形状不同：A 是 {a}，B 是 {b}。",
        NumbersKey::CompareSame => "全部 {count} 个输出格都相同：最大差值 0。",
        NumbersKey::CompareDiffer => "{count} 个输出格中共有 {some} 个不同，最多相差 {most}。不同的格已标出。",
        NumbersKey::CompareSoFar => "到目前为止，{count} 个输出格中有 {some} 个不同",
        NumbersKey::CompareA => "A：{layer}",
        NumbersKey::CompareB => "B：{layer}",
        NumbersKey::ComparePin => "固定当前主图",
        NumbersKey::CompareSwap => "交换 A 和 B",
        NumbersKey::CompareChoice => "对比对象",
        NumbersKey::CompareWeights => "参数量",
        NumbersKey::CompareMacs => "乘加次数",
        NumbersKey::CompareBoth => "两者都是 {value}",
        NumbersKey::CompareLayer => "第 {number} 层：{layer}",
        NumbersKey::CompareAfter => "第 {number} 层之后",
        NumbersKey::CompareInput => "输入 {sizes}",
        NumbersKey::CompareFlip => "严格卷积",
        NumbersKey::CompareCross => "互相关",
        NumbersKey::CompareNumbers => "自己的数值",
        NumbersKey::CompareOtherNumbers => "另一组数值",
        NumbersKey::CompareLabel => "{a}，旁边是 {b}",
        // Signals.
        NumbersKey::SignalChannel => "{name}，通道 {channel}",
        NumbersKey::SignalRough => "相邻两格之间，输入平均变化 {input}，输出平均变化 {output}。",
        NumbersKey::SignalRoughChannels => {
            "相邻两格之间，输入的通道 {from} 平均变化 {input}，输出的通道 {to} 平均变化 {output}。"
        }
        NumbersKey::SignalSum => "每个输入通道各得一个和，再加在一起：{cell} = {terms} = {total}",
        NumbersKey::SignalSoFar => "每个输入通道各得一个和，再加在一起：{cell} 目前为 {terms} = {total}",
        NumbersKey::SignalMore => "{sum}（另外 {count} 个通道）",
        NumbersKey::SignalFill => "输入",
        NumbersKey::SignalNumbers => "小整数",
        NumbersKey::SignalSine => "带噪声的正弦",
        NumbersKey::SignalLabel => "在 {count} 个输入格上用高度表示的输入、卷积核和输出",
        NumbersKey::SignalCell => "{cell} = {value}",
        // What the number means.
        NumbersKey::MatchPatch => "小块",
        NumbersKey::MatchChannel => "通道 {channel}",
        NumbersKey::MatchProducts => "乘积",
        NumbersKey::MatchPositive => "大于零",
        NumbersKey::MatchNegative => "小于零",
        NumbersKey::MatchTotal => "合计",
        NumbersKey::MatchBest => "最高分",
        NumbersKey::MatchWorst => "最低分",
        NumbersKey::MatchCovered => "?",
        NumbersKey::MatchPredict => "滤波器 {filter} 在哪个窗口得分最高？先猜一猜，再逐步走完，或按 End 键看答案。",
        NumbersKey::MatchReach => {
            "刻度：输入值在 {low} 到 {high} 之间时，滤波器 {filter} 的乘积之和在 {least} 到 {most} 之间。"
        }
        NumbersKey::MatchEqual => "{cell} = {total}。按正负分别相加：{positive} 和 {negative}{bias}；差值 0。",
        NumbersKey::MatchRounded => {
            "{cell} = {total}。按正负分别相加：{positive} 和 {negative}{bias}；由于相加的顺序不同，舍入后相差 {difference}。"
        }
        NumbersKey::MatchTies => "另有 {count} 个并列",
        NumbersKey::MatchLarge => "超过 {count} 格的卷积核只打分，不画出来。",
        NumbersKey::MatchOutlines => "超过 {count} 格的网格，这里只画轮廓；各格见主图。",
        NumbersKey::MatchFilters => "一个输入，几个问题",
        NumbersKey::MatchShapes => "形状",
        NumbersKey::MatchLabel => "窗口下的小块与滤波器 {filter} 并排，以及它们的乘积：{positive} 和 {negative}",
        NumbersKey::MatchAll => "每个窗口与各个滤波器的吻合程度",
    }
}
