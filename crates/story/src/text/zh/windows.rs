//! Simplified Chinese, of the pictures of windows.
use super::super::WindowsKey;

pub fn windows(key: WindowsKey) -> &'static str {
    match key {
        // Any of them.
        WindowsKey::SliderOnAxis => "{name}，{axis}",
        // Padding.
        WindowsKey::PaddingNone => "现在没有填充，因此各种填充方式没有区别。",
        WindowsKey::PaddingZeros => "zeros（零填充）：每个填充格都是 0，乘积加上去没有变化。",
        WindowsKey::PaddingReflect => "reflect（反射填充）：像在边缘那一格上立了一面镜子，边缘格本身不重复。",
        WindowsKey::PaddingReplicate => "replicate（复制填充）：重复边缘那一格。",
        WindowsKey::PaddingCircular => "circular（循环填充）：从输入的另一端接着来。",
        WindowsKey::PaddingSameOdd => {
            "padding='same' 共加 d·(k − 1) = {dilation}·({kernel} − 1) = {total} 格，使 {input} 格的输入得到 {output} 格的\
             输出。总数是奇数：前面 {before} 格，后面 {after} 格。"
        }
        WindowsKey::PaddingSameEven => {
            "padding='same' 共加 d·(k − 1) = {dilation}·({kernel} − 1) = {total} 格，使 {input} 格的输入得到 {output} 格的\
             输出：前面 {before} 格，后面 {after} 格。"
        }
        WindowsKey::PaddingCells => {
            "{input} 格，前面加 {before} 格，后面加 {after} 格，共 {padded} 格；输出有 {output} 格。"
        }
        WindowsKey::PaddingRefused => "这里不能用 {argument}。",
        WindowsKey::PaddingStep => "这一步的 {count} 个乘积中有 {some} 个读的是填充。",
        WindowsKey::PaddingPoint => "指向一个填充格，看它复制的是哪一格。",
        WindowsKey::PaddingBefore => "前 {count} 格",
        WindowsKey::PaddingAfter => "后 {count} 格",
        WindowsKey::PaddingLabel => "输入及其填充，方式为 {mode}，以及每个填充格复制的是哪一格",
        // Stride.
        WindowsKey::StrideFloor => {
            "⌊({input} + {padding} − {reach}) ÷ {stride}⌋ + 1 = ⌊{room} ÷ {stride}⌋ + 1 = {output} 个窗口。"
        }
        WindowsKey::StrideAllRead => "每一格都被某个窗口读到。",
        WindowsKey::StrideLosesPadding => "影响 0 个输出的格：填充中有 {padding} 格，数据中没有。",
        WindowsKey::StrideLosesData => "影响 0 个输出的格：数据中有 {count} 格，位置是 {places}。",
        WindowsKey::StrideLosesBoth => {
            "影响 0 个输出的格：数据中有 {count} 格，位置是 {places}；填充中有 {padding} 格。"
        }
        WindowsKey::StrideAndMore => " 等",
        WindowsKey::StrideOwnSize => "没有其他输入尺寸会得到 {output}。",
        WindowsKey::StrideTwoSizes => "输入尺寸 {sizes} 和 {last} 都得到 {output}。",
        WindowsKey::StrideSizes => "输入尺寸 {sizes} 和 {last} 都得到 {output}。",
        WindowsKey::StrideSizeRange => "从 {sizes} 到 {last} 的输入尺寸都得到 {output}。",
        WindowsKey::StrideAmbiguous => {
            "所以只凭输出尺寸，不知道输入尺寸是多少；转置卷积要反过来求尺寸，就需要用 output_padding 指明。"
        }
        WindowsKey::StrideFeedsNone => "影响 0 个输出",
        WindowsKey::StrideFeedsNonePadding => "填充，影响 0 个输出",
        WindowsKey::StrideWindow => "窗口 {index}",
        WindowsKey::StrideLabel => "{count} 个窗口在输入上的起点，以及没有窗口读到的格",
        // Dilation.
        WindowsKey::DilationReach => "卷积核的跨度为 {formula}",
        WindowsKey::DilationNone => "膨胀率为 1 时没有空洞。",
        WindowsKey::DilationCost => "每个通道用 {weights} 个权重跨过 {cells} 格。",
        WindowsKey::DilationEqual => {
            "在空洞处填零的 {layer}：用两种方式各算了 {count} 个输出中的 {some} 个，最大差值 {difference}。"
        }
        WindowsKey::DilationTooMany => "在空洞处填零后权重太多，这里算不了。",
        WindowsKey::DilationTooLarge => "跨度超过 {count} 格的卷积核不画出来。",
        WindowsKey::DilationWindow => "窗口之下",
        WindowsKey::DilationOf => "膨胀率 {dilation}",
        WindowsKey::DilationStuffed => "填零后",
        WindowsKey::DilationLabel => "膨胀率为 {dilation} 的卷积核及其空洞，以及与它等价、填了零的更大的卷积核",
        // Convolution or cross-correlation.
        WindowsKey::FlipChoice => "滑动方式",
        WindowsKey::FlipCross => "互相关",
        WindowsKey::FlipConvolution => "卷积",
        WindowsKey::FlipIsCross => {
            "卷积核不翻转，直接滑动：这是互相关。PyTorch 的 Conv 层虽然叫“卷积”，算的正是互相关。"
        }
        WindowsKey::FlipIsConvolution => "卷积核先翻转再滑动：这是数学上定义的卷积。PyTorch 的 Conv 层并不翻转卷积核。",
        WindowsKey::FlipSymmetric => {
            "这些卷积核翻转后不变，因此结果也不变：用两种方式各算了 {count} 个输出中的 {some} 个，最大差值 {difference}。"
        }
        WindowsKey::FlipApart => "用两种方式各算了 {count} 个输出中的 {some} 个：最大差值 {difference}。",
        WindowsKey::FlipEqualsCross => {
            "用翻转后的卷积核做互相关，结果与此相同：算了 {count} 个输出中的 {some} 个，最大差值 {difference}。"
        }
        WindowsKey::FlipEqualsConvolution => {
            "用翻转后的卷积核做卷积，结果与此相同：算了 {count} 个输出中的 {some} 个，最大差值 {difference}。"
        }
        WindowsKey::FlipAsItIs => "不翻转",
        WindowsKey::FlipMirrored => "翻转",
        WindowsKey::FlipProducts => "乘积",
        WindowsKey::FlipSum => "和",
        WindowsKey::FlipRows => "这里列出输出 {first} 到 {last}（共 {count} 个）。",
        WindowsKey::FlipPart => "这里只是通道 {channel} 的和，还没有加上其他通道和偏置。",
        WindowsKey::FlipTooFar => "卷积核太大，在这个宽度内写不下它的数：每个轴只放得下 {count} 格。",
        WindowsKey::FlipNow => "当前",
        WindowsKey::FlipWindow => "窗口",
        WindowsKey::FlipTurned => "翻转后",
        WindowsKey::FlipLabelCross => "卷积核不翻转，逐个窗口在输入上滑动",
        WindowsKey::FlipLabelConvolution => "翻转后的卷积核逐个窗口在输入上滑动",
        // Both directions.
        WindowsKey::FeedsMany => "影响 {count} 个输出",
        WindowsKey::FeedsOne => "影响 1 个输出",
        WindowsKey::FeedsNone => "影响 0 个输出",
        WindowsKey::FeedsUnread => "没有窗口包含 {cell}。",
        WindowsKey::FeedsWeight => "用于 {count} 个输出",
        WindowsKey::FeedsBias => "加到 {count} 个输出上",
        WindowsKey::FeedsReads => "读取 {count} 格",
        WindowsKey::FeedsReadsOne => "读取 1 格",
        WindowsKey::FeedsPadding => "填充",
        WindowsKey::FeedsInserted => "插入的零",
        WindowsKey::FeedsSays => "{cell}：{feeds}。{output}：{reads}。",
        WindowsKey::FeedsChannels => "{feeds}，{count} 个输出通道中各 {each} 个",
        WindowsKey::FeedsSlices => "切片 {first} 到 {last}（共 {count} 片）",
        WindowsKey::FeedsRows => "行 {first} 到 {last}（共 {count} 行）",
        WindowsKey::FeedsColumns => "列 {first} 到 {last}（共 {count} 列）",
        WindowsKey::FeedsCells => "格 {first} 到 {last}（共 {count} 格）",
        WindowsKey::FeedsOutside => "其中有些在画出的部分之外。",
        WindowsKey::FeedsTwice => "如果窗口中既有这一格，又有它在填充中的副本，那里写的是两个权重之和。",
    }
}
