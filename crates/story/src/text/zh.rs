//! Simplified Chinese.
mod ask;
mod channels;
mod composer;
mod explain;
mod export;
mod grids;
mod image;
mod lessons;
mod links;
mod numbers;
mod page;
mod sheet;
mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod windows;

use super::{EmbedKey, Key, LaterKey, ReaderKey};
pub use ask::ask;
pub use channels::channels;
pub use composer::composer;
pub use explain::explain;
pub use export::export;
pub use grids::grids;
pub use image::image;
pub use lessons::lessons;
pub use links::links;
pub use numbers::numbers;
pub use page::page;
pub use sheet::sheet;
pub use tables::tables;
pub use terms::terms;
pub use windows::windows;

pub fn text(key: Key) -> &'static str {
    match key {
        Key::Title => "ConvLens",
        Key::Tagline => "一格一格，看清卷积层在做什么：按播放，改一个数，或者学一课。",
        Key::Skip => "跳到图示",
        Key::Stage => "卷积的逐步演示",
        Key::StageHint => "空格键播放，方向键逐步移动。按 Enter 进入格子，按 Esc 退出。",
        Key::Input => "输入",
        Key::Kernel => "卷积核",
        Key::KernelMirrored => "翻转的卷积核",
        Key::Window => "窗口",
        Key::Output => "输出",
        Key::Bias => "偏置",
        Key::Filter => "滤波器 {index}（共 {count} 个）",
        Key::More => "+{count} 个",
        Key::Missing => "ConvLens 的一部分没能加载，请再试一次。",
        Key::EditCellHint => "点击输入或卷积核中的数可以修改它，点击输出中的数可以跳到那一步。",
        Key::Transport => "播放控制",
        Key::Play => "播放",
        Key::Pause => "暂停",
        Key::StepBack => "后退一步",
        Key::StepOn => "前进一步",
        Key::RowBack => "后退一行",
        Key::RowOn => "前进一行",
        Key::Start => "回到开头",
        Key::End => "跳到结尾",
        Key::Scrub => "步",
        Key::StepOf => "第 {step}/{steps} 步",
        Key::ThisStep => "这一步",
        Key::MoreTerms => "… 另有 {count} 项",
        Key::ChannelSum => "通道 {index}：{sum}",
        Key::AllAtOnce => "各个输出互不依赖，可以一次全部算出。",
        Key::Narrate => "{cell}：{terms} = {value}。",
    }
}

pub fn embed(key: EmbedKey) -> &'static str {
    match key {
        EmbedKey::Full => "在 ConvLens 中打开",
        EmbedKey::MustWhole => "必须是整数",
        EmbedKey::MustNotNegative => "不能是负数",
        EmbedKey::MustKind => "必须是 get、set、compute、step、seek、play、pause、theme、lang 或 export",
        EmbedKey::MustVersion => "必须是 1，即版本号",
        EmbedKey::MustId => "必须是文本或数字",
        EmbedKey::MustText => "必须是文本",
    }
}

pub fn later(key: LaterKey) -> &'static str {
    match key {
        LaterKey::Comma => "，",
        LaterKey::Stop => "。",
        LaterKey::Semicolon => "；",
        LaterKey::Colon => "：",
        LaterKey::LineHint => "拖动数值，用方向键调整，或直接输入。",
        LaterKey::LineLabel => "层",
        LaterKey::ListLabel => "层（列表形式）",
        LaterKey::PasteLayer => "粘贴层",
        LaterKey::Copy => "复制",
        LaterKey::Copied => "已复制",
        LaterKey::CopyByHand => "这里不允许自动复制。这一行已经选中，请手动复制。",
        LaterKey::Reset => "重置",
        LaterKey::ListSwitch => "列表形式",
        LaterKey::Explain => "图解：{name}",
        LaterKey::ExplainChoose => "图解",
        LaterKey::Compare => "对比",
        LaterKey::Embed => "嵌入",
        LaterKey::TryImage => "用图像试一试",
        LaterKey::TakeAway => "导出",
        LaterKey::CompareHint => "把上次修改之前的内容放在旁边对比。",
        LaterKey::PerAxis => "分别设置各个轴",
        LaterKey::PerSide => "分别设置各条边",
        LaterKey::AxisDepth => "深度",
        LaterKey::AxisHeight => "高度",
        LaterKey::AxisWidth => "宽度",
        LaterKey::AxisLength => "长度",
        LaterKey::Lessons => "课程",
        LaterKey::Language => "语言",
        LaterKey::Theme => "配色",
        LaterKey::ThemeAuto => "跟随系统",
        LaterKey::ThemeLight => "浅色",
        LaterKey::ThemeDark => "深色",
        LaterKey::Increase => "增大 {name}",
        LaterKey::Decrease => "减小 {name}",
        LaterKey::Operation => "运算",
        LaterKey::InputSize => "输入尺寸",
        LaterKey::Flip => "严格卷积",
        LaterKey::FlipHint => "先翻转卷积核再滑动。卷积层并不翻转：它做的是互相关。",
        LaterKey::Shuffle => "换一组数",
        LaterKey::Presets => "现成的例子",
        LaterKey::PresetChoose => "选择滤波器或例题",
        LaterKey::Filters => "滤波器（作用于当前输入）",
        LaterKey::Examples => "例题",
        LaterKey::Data => "数值",
        LaterKey::Identity => "恒等",
        LaterKey::BoxBlur => "均值模糊",
        LaterKey::SobelX => "Sobel，从左到右",
        LaterKey::SobelY => "Sobel，从上到下",
        LaterKey::Laplacian => "拉普拉斯",
        LaterKey::Sharpen => "锐化",
        LaterKey::MovingAverage => "移动平均，一维",
        LaterKey::ExampleKernel1 => "一维，卷积核只有一格",
        LaterKey::ExampleKernel3 => "一维，卷积核有三格",
        LaterKey::ExamplePadding => "用填充保持尺寸不变",
        LaterKey::ExampleStride => "步幅 3：跳着走",
        LaterKey::ExampleDilation => "膨胀率 2：跨得更远",
        LaterKey::ExampleGroups => "两个分组，各算各的",
        LaterKey::ExampleDepthwise => "深度卷积，每个通道两个滤波器",
        LaterKey::ExampleChannels => "4 个输入通道，2 个输出通道",
        LaterKey::ExampleFloor => "向下取整：5 格，步幅 2",
        LaterKey::ExampleFull => "full 卷积，翻转卷积核",
        LaterKey::ExampleRgb => "3 个输入通道，4 个输出通道，二维",
        LaterKey::ExampleTransposed => "转置卷积，一维",
        LaterKey::ExampleSeparable => "先深度卷积，再 1x1",
        LaterKey::ExampleCausal => "因果卷积：只在前面填充",
        LaterKey::ExampleHoles => "连续三层膨胀率 2：留下空洞",
        LaterKey::ExampleNetwork => "一个小网络",
        LaterKey::ExampleUpsample => "转置卷积，尺寸翻倍",
        LaterKey::ExampleSine => "用移动平均平滑带噪声的正弦",
        LaterKey::ExampleBar => "一个长条，和检测其边缘的滤波器",
        LaterKey::ExampleCorner => "一个方块，和检测其四角的滤波器",
        LaterKey::ExampleCross => "混在其他形状中的十字，每种形状一个滤波器",

        LaterKey::AboutInChannels => "输入有多少个通道。",
        LaterKey::AboutOutChannels => "有多少个滤波器，也就是有多少个输出通道。",
        LaterKey::AboutKernelSize => "卷积核沿每个轴有多少格。",
        LaterKey::AboutStride => "从一个输出到下一个输出，窗口移动多少格。",
        LaterKey::AboutPadding => "在输入周围加上多少格。",
        LaterKey::AboutOutputPadding => "输出在末端多出多少格。",
        LaterKey::AboutDilation => "卷积核中相邻两格相距多少。",
        LaterKey::AboutGroups => "把通道分成几组；每一组自成一层，互不相干。",
        LaterKey::AboutBias => "是否给每个输出通道加上一个数。",
        LaterKey::AboutPaddingMode => "填充格里放什么值。",

        LaterKey::AboutInFeatures => "输入多少个数；填 ? 表示来多少就接多少。",
        LaterKey::AboutOutFeatures => "输出多少个数；每一个都是全部输入的加权和。",
        LaterKey::AboutPool => "窗口沿每个轴有多少格。",
        LaterKey::AboutPoolStride => "从一个输出到下一个输出，窗口移动多少格；默认等于窗口的大小。",
        LaterKey::AboutPoolPadding => "在输入周围加上多少格：最多为窗口大小的一半。",
        LaterKey::AboutSides => "在每条边上加多少格；负数表示裁掉若干格。",
        LaterKey::SideLeft => "左",
        LaterKey::SideRight => "右",
        LaterKey::SideTop => "上",
        LaterKey::SideBottom => "下",
        LaterKey::SideFront => "前",
        LaterKey::SideBack => "后",
        LaterKey::Channels => "通道数",

        LaterKey::Layers => "各层",
        LaterKey::LayerAdd => "添加一层",
        LaterKey::LayerRemove => "删除这一层",
        LaterKey::LayerBack => "把这一层前移一位",
        LaterKey::LayerOn => "把这一层后移一位",
        LaterKey::LayerInHand => "层 {index}：{name}",
        LaterKey::NoWeights => "无",

        LaterKey::LaterCellHint => "点击输入中的数，看前一层怎样算出它；点击输出中的数，跳到那一步。",
        LaterKey::AsTables => "用表格显示",
        LaterKey::TooLarge => "太大了，无法逐格画出：主图每个轴最多显示 {limit} 格。形状与开销仍然是准确的。",
        LaterKey::ShowLargest => "显示能画出的最大尺寸：{size}",
        LaterKey::KernelTooWide => "主图中卷积核每个轴最多画 {limit} 格。形状与开销仍然是准确的。",
        LaterKey::TooMuchWork => "计算量超出了本页一次能算的范围。形状与开销仍然是准确的。",
        LaterKey::Rank3 => "三个轴：沿深度的各个切片并排画出；窗口会同时跨过其中几片。",
        LaterKey::EditCell => "{cell} 的新值",
        LaterKey::EditHint => "按 Enter 保存，按 Esc 放弃，留空则恢复自动生成的值。",
        LaterKey::Speed => "速度",
        LaterKey::SpeedTimes => "{times}×",
        LaterKey::Steps => "每步",
        LaterKey::StepsCells => "一格",
        LaterKey::StepsTaps => "一个乘积",
        LaterKey::Order => "顺序",
        LaterKey::OrderRows => "逐行",
        LaterKey::OrderColumns => "逐列",
        LaterKey::OrderShuffle => "打乱",
        LaterKey::OrderAll => "一次全部",
        LaterKey::OrderScatter => "按输入分散",

        LaterKey::OutputSize => "输出尺寸",
        LaterKey::FormulaWords => "(输入 + 填充 − 卷积核跨度) ÷ 步幅，向下取整，再 + 1",
        LaterKey::FormulaWordsTransposed => "(输入 − 1) · 步幅 − 2 · 填充 + 卷积核跨度 + output_padding",
        LaterKey::FormulaWordsLinear => "输出的个数就是 out_features。",
        LaterKey::FormulaWordsFlat => "输入多少个数，输出就有多少个数。",
        LaterKey::LeftOver => "向下取整舍去 {count} 格：最后一个窗口之后，放不下另一个窗口。",
        LaterKey::NothingLeftOver => "刚好用完，没有剩余。",
        LaterKey::OnAxis => "{axis}方向",
        LaterKey::SizeChart => "各种输入尺寸对应的输出尺寸",
        LaterKey::ChartInput => "输入尺寸",
        LaterKey::ChartOutput => "输出尺寸",
        LaterKey::ChartTitle => "输出尺寸随输入尺寸的变化：输入 {input} 得到输出 {output}",
        LaterKey::ChartFailed => "图表没能加载。其他功能不受影响。",
        LaterKey::Cost => "形状与开销",
        LaterKey::Parameters => "参数量",
        LaterKey::MultiplyAdds => "乘加次数",
        LaterKey::InputShape => "输入",
        LaterKey::WeightShape => "权重",
        LaterKey::OutputShape => "输出",
        LaterKey::Readout => "{cell} = {value}",
        LaterKey::ReadoutFeeds => "{cell} = {value}，影响 {count} 个输出",
        LaterKey::ReadoutFeedsOne => "{cell} = {value}，影响 1 个输出",
        LaterKey::ReadoutFeedsNone => "{cell} = {value}，影响 0 个输出：没有窗口读到它",
        LaterKey::ReadoutPadding => "填充，{value}",
        LaterKey::NarrateTap => "{cell}：{x} × {w} = {product}，累计 {total}。",
        LaterKey::NarrateHole => "{cell}：这里是插入的零，加上它没有变化，累计 {total}。",
        LaterKey::NarrateScatter => "{cell} = {x}：把卷积核乘以它，像盖印一样加到 {count} 个输出格上。",
        LaterKey::NarrateStampTap => "{cell}：{x} × {w} = {product}，加到 {output} 上，累计 {total}。",
        LaterKey::NarrateCropped => "{cell}：这一部分印记落在外面，被 padding 裁掉了。",
        LaterKey::NarrateAll => "全部 {count} 个输出格一次算出。",
        LaterKey::NarrateMax => "{cell} = {value}，是 {count} 格中最大的。",
        LaterKey::NarrateMean => "{cell} = {value}，是 {count} 格的平均值。",
        LaterKey::NarrateKept => "{cell} = {value}：不是负数，保持不变。",
        LaterKey::NarrateCut => "{cell} = 0：{x} 是负数。",
        LaterKey::NarrateCopied => "{cell} = {value}，原样照抄。",
        LaterKey::NarrateSoFar => "{cell}：读入 {x}，目前为 {value}。",
        LaterKey::ReadoutCopy => "填充，复制自 {cell} = {value}",
        LaterKey::ReadoutInserted => "插入的零：加上它没有变化",
        LaterKey::ReadoutEmpty => "{cell}，尚未计算",
    }
}

pub fn reader(key: ReaderKey) -> &'static str {
    match key {
        ReaderKey::PasteLabel => "粘贴任意一个 PyTorch 层",
        ReaderKey::Close => "关闭",
        ReaderKey::DataHint => {
            "格与格之间用逗号或空格隔开，每行数占一行，通道之间空一行。NumPy 数组和 PyTorch 张量打印出来的样子可以直接粘贴。"
        }
        ReaderKey::InputData => "输入",
        ReaderKey::WeightData => "权重",
        ReaderKey::BiasData => "偏置",
        ReaderKey::DataPlaceholder => "1 2 3",
        ReaderKey::Warning => "这样的层不成立",
        ReaderKey::LinkWarning => "网址中的 {name}={value} 没有采用：{why}",
        ReaderKey::PyTorchSays => "PyTorch 的报错：",
        ReaderKey::FixWith => "改为 {fix}",
        ReaderKey::FixInput => "输入改为 {shape}",
        ReaderKey::Dropped => "恢复为图中的层",
        ReaderKey::FaultRank => "一个层可以有一个、两个或三个轴；这里有 {rank} 个。",
        ReaderKey::FaultEntries => {
            "{field} 要么是一个数，各轴共用，要么是 {expected} 个数，每个轴一个；这里有 {got} 个。"
        }
        ReaderKey::FaultTransposedPaddingMode => "转置卷积层只支持零填充，不支持 {mode}。",
        ReaderKey::FaultTransposedPaddingName => "转置卷积层的 padding 要写成数，不能写成单词。",
        ReaderKey::FaultOutputPaddingOfConv => "只有转置卷积层才有 output_padding。",
        ReaderKey::FaultGroupsNotPositive => "至少要有一个分组；{groups} 不行。",
        ReaderKey::FaultInChannels => "{channels} 个输入通道不能平均分成 {groups} 组。",
        ReaderKey::FaultOutChannels => "{channels} 个输出通道不能平均分成 {groups} 组。",
        ReaderKey::FaultSameStride => "padding='same' 要保持尺寸不变，而步幅为 {stride} 时做不到。",
        ReaderKey::FaultChannels => "一个层至少要有一个通道；{channels} 太少了。",
        ReaderKey::FaultKernel => "卷积核沿每个轴至少要有一格；{kernel} 太少了。",
        ReaderKey::FaultStride => "窗口每次至少移动一格；{stride} 太少了。",
        ReaderKey::FaultDilation => "卷积核中相邻两格至少相距 1；{dilation} 太小了。",
        ReaderKey::FaultPaddingNegative => "填充是添加格子；{padding} 反而会去掉一些。",
        ReaderKey::FaultOutputPaddingNegative => "output_padding 是添加格子；{output_padding} 反而会去掉一些。",
        ReaderKey::FaultInputRank => "输入有 {got} 个轴；通道加上各个空间轴应为 {expected} 个。",
        ReaderKey::FaultEmptyInput => "输入中一格也没有。",
        ReaderKey::FaultChannelMismatch => "该层需要 {expected} 个通道；输入有 {got} 个。",
        ReaderKey::FaultNotFlat => "全连接层的输入应是排成一行的数，而这个输入有 {got} 个轴。用 Flatten 可以把它展平。",
        ReaderKey::FaultFeatures => "该层需要 {expected} 个数，而输入了 {got} 个。",
        ReaderKey::FaultPoolPadding => "池化的填充最多为窗口的一半：{padding} 超过了 {kernel} 的一半。",
        ReaderKey::AtFault => "{layer}，层 {index}：{name}",
        ReaderKey::FixBefore => "在它前面加上 nn.{layer}()",
        ReaderKey::FaultReflect => "反射填充 {padding} 格，输入必须多于 {padding} 格；现在有 {size} 格。",
        ReaderKey::FaultCircular => "循环填充 {padding} 格，输入至少要有这么多格；现在有 {size} 格。",
        ReaderKey::FaultCutsAll => "这样的填充会把所有格子都裁掉。",
        ReaderKey::FaultKernelTooLarge => "卷积核跨 {effective} 格；输入加上填充只有 {padded} 格。",
        ReaderKey::FaultOutputPadding => {
            "output_padding 必须小于步幅或膨胀率，因此最多为 {most}；{output_padding} 太大了。"
        }
        ReaderKey::FaultOutputTooSmall => "填充把整个输出都裁掉了；只会剩下 {size} 格。",
        ReaderKey::FaultLength => "需要 {expected} 个数；这里有 {got} 个。",
        ReaderKey::FaultBiasMissing => "该层有偏置，但没有给出偏置的数值。",
        ReaderKey::FaultBiasUnwanted => "该层没有偏置，却给出了偏置的数值。",
        ReaderKey::FaultExceeds => "{value} 超出了这里能计算的范围；上限是 {limit}。",
        ReaderKey::ParseAt => "第 {column} 列：应为{expected}，却是“{found}”。",
        ReaderKey::ParseEnd => "第 {column} 列：应为{expected}，文本却到此结束。",
        ReaderKey::ExpectClass => "一个层，例如 nn.Conv2d(3, 16, 3)",
        ReaderKey::ExpectNearest => " {name}",
        ReaderKey::ExpectEager => "写明 in_channels 的 {name}",
        ReaderKey::ExpectOpen => "左括号",
        ReaderKey::ExpectArgument => "参数或右括号",
        ReaderKey::ExpectComma => "逗号或右括号",
        ReaderKey::ExpectEnd => "结尾",
        ReaderKey::ExpectNamed => "带名称的参数（一旦有参数带了名称，后面的都要带）",
        ReaderKey::ExpectKeyword => "参数的名称",
        ReaderKey::ExpectOnce => "只出现一次的 {name}",
        ReaderKey::ExpectAtMost => "最多 {count} 个参数",
        ReaderKey::ExpectRequired => "参数 {name}",
        ReaderKey::ExpectInteger => "整数",
        ReaderKey::ExpectIntegerOrTuple => "一个整数，或放在括号里的每轴一个整数",
        ReaderKey::ExpectInRange => "更小的数",
        ReaderKey::ExpectEntries => " {count} 个整数",
        ReaderKey::ExpectBool => " True 或 False",
        ReaderKey::ExpectPadding => "整数、'same' 或 'valid'",
        ReaderKey::ExpectPaddingMode => " 'zeros'、'reflect'、'replicate' 或 'circular'",
        ReaderKey::ExpectSetting => " None",
        ReaderKey::ExpectLayers => "最多 {count} 层",
        ReaderKey::ExpectOnly => " {name}，这里只计算这一种情况",
        ReaderKey::ExpectClosingQuote => "右引号",
        ReaderKey::MustObject => "set 需要一个对象，它的键与链接的参数相同",
        ReaderKey::MustValue => "必须是文本、数字或一组数",
        ReaderKey::MustSpec => "缺失，或者不是 PyTorch 在此处接受的值",
        ReaderKey::MustTensor => "必须是带有 shape 和 data 的对象",
        ReaderKey::NumbersNot => "第 {column} 个字符：“{found}”不是数。",
        ReaderKey::NumbersMany => "数太多了：最多 {limit} 个。",
        ReaderKey::NumbersEmpty => "里面没有数。",
        ReaderKey::WhyUnknown => "没有这样的设置。",
        ReaderKey::WhyNotOneOf => "应为类似 {examples} 的值。",
        ReaderKey::WhyNoSuch => "这里没有叫做 {names} 的东西。",
    }
}
