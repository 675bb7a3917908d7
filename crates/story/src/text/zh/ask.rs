//! Simplified Chinese, of the questions of lessons.
use super::super::AskKey;

pub fn ask(key: AskKey) -> &'static str {
    match key {
        AskKey::PromptClaim => "这个说法对吗？",
        AskKey::PromptFeeds => "{cell} 被多少个输出格读取？",
        AskKey::PromptFeedsOne => "{cell} 被多少个输出格读取？只数一个输出通道里的。",
        AskKey::PromptField => "最后一层的一个输出能看到多少个输入格？从第一格数到最后一格。",
        AskKey::PromptFieldAxis => "沿{axis}方向，最后一层的一个输出能看到多少个输入格？从第一格数到最后一格。",
        AskKey::PromptLayer => "这个输出是哪一层算出来的？",
        AskKey::PromptMacs => "{layer} 处理形状为 {input} 的输入，要做多少次乘法？",
        AskKey::PromptParams => "{layer} 有多少个参数？",
        AskKey::PromptShape => "{layer} 的输入形状是 {input}。输出是什么形状？",
        AskKey::PromptStamp => "再走一步，下一枚印章会盖到 {cell}。那时这一格是多少？",
        AskKey::PromptValue => "再走一步：{cell} 会是多少？",
        AskKey::PromptWindow => "再走一步：{cell} 的窗口读取哪些输入格？",
        AskKey::ClaimRight => "对",
        AskKey::ClaimWrong => "不对",
        AskKey::NoCells => "一格也没有：窗口完全在输入之外",
        AskKey::HintAxis => "{axis}：{text}",
        AskKey::HintClaim => "在主图上试一试：改动这个说法所说的东西，看看会怎样。",
        AskKey::HintCopy => "这个数原样保留。找出它来自哪一格。",
        AskKey::HintFeeds => {
            "让一个 {kernel} 格（膨胀率 {dilation}）的窗口从填充后的输入边缘出发，每次移动 {stride} 格。它停在多少处时有一格正好落在 {cell} 上？"
        }
        AskKey::HintFeedsStamp => {
            "{cell} 像印章一样，把整个卷积核（{kernel} 格）盖到输出上。数一数其中没有被填充裁掉的格子。"
        }
        AskKey::HintField => "从 1 开始。每一层加上 (kernel_size − 1) · dilation · 前面各层步幅之积：{terms}。",
        AskKey::HintFieldAll => "其中有一层能看到它的全部输入，所以最后的输出也能看到全部。",
        AskKey::HintFlatten => "所有通道的所有格子排成一行：把各个大小乘起来。",
        AskKey::HintLayer => "先比较大小，再看窗口读取哪些输入格，最后自己算出一个数来比对。",
        AskKey::HintLinear => "out_features 是多少，就输出多少个数。",
        AskKey::HintMacs => "{weights} 个权重，每一个在 {positions} 个输出位置上各用一次。",
        AskKey::HintMacsOnce => "{weights} 个权重，每一个用一次。",
        AskKey::HintMacsStamp => "{weights} 个权重，每一个在 {positions} 个输入位置上各用一次。",
        AskKey::HintMax => "取 {terms} 中最大的一个。",
        AskKey::HintMean => "把 {terms} 相加，再除以 {count}。",
        AskKey::HintNoWeights => "这一层有要学习的数吗？",
        AskKey::HintParams => "每个输出通道、组内每个输入通道、卷积核的每一格各有一个权重；没有偏置：{terms}。",
        AskKey::HintParamsBias => {
            "每个输出通道、组内每个输入通道、卷积核的每一格各有一个权重，每个输出通道还有一个偏置：{terms} + {biases}。"
        }
        AskKey::HintRelu => "输入是 {terms}。负数变成 0，其余不变。",
        AskKey::HintSame => "每个输入格对应一个输出格。",
        AskKey::HintShape => "先写通道数：这一层有几个滤波器就有几个。然后是 {sizes}。",
        AskKey::HintShapeKept => "先写通道数，它不变。然后是 {sizes}。",
        AskKey::HintStamp => "目前那里是 {held}；这枚印章再加上 {term}。",
        AskKey::HintStampLast => {
            "目前那里是 {held}；这枚印章再加上 {term}。它是盖到这里的最后一枚印章，所以还要加上偏置 {bias}。"
        }
        AskKey::HintSum => "{cell} = {terms} = ?",
        AskKey::HintWindow => "从第 {start} 格开始（从 0 数起），共 {kernel} 格，间距 {dilation}",
        AskKey::HintWindowOf => "{cell}：{axes}。",
        AskKey::HintWindowPadding => " 第 0 格之前和最后一格之后是填充，不是输入格。",
        AskKey::HintWindowChannels => " 它在本组的每个通道里读取同样的位置。",
        AskKey::HintWindowAll => "这个窗口和输入一样长。",
        AskKey::HintWindowStamp => {
            "第 i 个输入格（从 0 数起）盖到输出格 i·{stride} − {padding} + j·{dilation} 上，j 从 0 到 {last}；看哪些 i 能盖到 {at}"
        }
        AskKey::NotCeil => "你向上取整了。放不下的窗口不算：应该向下取整。",
        AskKey::NotHangOver => "你把伸出末端的窗口也数进去了。只数完整放进填充后输入的窗口。",
        AskKey::NotOneSidePadded => "你只填充了一侧。每个方向的两侧都有填充：要加两次。",
        AskKey::NotDilationTimesKernel => {
            "你把膨胀后的卷积核当成了膨胀率 × 卷积核大小那么长。它跨越 dilation × (kernel_size − 1) + 1 格：空洞只在它的格子之间。"
        }
        AskKey::NotWithoutDilation => "你漏了膨胀率。它是卷积核相邻两格的间距，所以卷积核跨得更宽。",
        AskKey::NotWithoutStride => "你漏了步幅。从一个窗口到下一个要移动 stride 格，而不是 1 格。",
        AskKey::NotWithoutPadding => "你漏了填充。它会改变第一个窗口的位置和边缘处的情况。",
        AskKey::NotWithoutOne => "最后少加了 1。公式数的是移动次数，而第一次移动之前已经有一格了。",
        AskKey::NotKept => "你照抄了输入的大小。要沿每个方向算出放得下几个窗口。",
        AskKey::NotAsConv => {
            "你把它当成了普通卷积。转置卷积方向相反：每个输入格像印章一样把卷积核盖到输出上，相邻两枚印章的起点隔 stride 格。"
        }
        AskKey::NotWithoutOutputPadding => "你漏了 output_padding。它在每个方向的末端增加格子。",
        AskKey::NotTimesStride => "你直接用大小乘以步幅。只有其他参数正好合适时才对：印章的长度和填充也要算。",
        AskKey::NotPaddingAdded => "你把填充加上去了。在转置卷积里，它从输出两端各裁掉这么多格。",
        AskKey::NotInChannelsOut => "你照抄了输入的通道数。每个滤波器输出一个通道：应为 out_channels。",
        AskKey::NotChannelsMixed => {
            "你把输入通道和输出通道合在一起算了。一个滤波器把它的所有输入通道加成一个，所以只有 out_channels 个。"
        }
        AskKey::NotWithoutChannels => "你只展平了一个通道。所有通道都要排进这一行。",
        AskKey::NotSwapped => "你把方向写反了。PyTorch 的顺序是通道、高、宽。",
        AskKey::NotStepBehind => "这是主图上现在这一步的答案。先把窗口往前移一步。",
        AskKey::NotFilledHoles => "你把空洞也算进去了。膨胀的卷积核在空洞处没有权重，也不读取任何东西。",
        AskKey::NotFirstChannel => "你只算了一个输入通道。滤波器读取本组的所有通道，再加起来。",
        AskKey::NotOtherGroups => "你算了所有输入通道。分组时，滤波器只读取自己那一组的通道。",
        AskKey::NotBeyondEdge => "你把伸到边缘之外的窗口也数进去了。靠近输入两端的格子，能读到它的窗口更少。",
        AskKey::NotOneReader => "你让每一格只供给一个输出。窗口会重叠，一格可以被好几个窗口读取。",
        AskKey::NotAllChannels => "你数了所有输出通道。这里只问一个通道的。",
        AskKey::NotCountedKernel => "你数的是卷积核的格数。它们是否都能碰到这一格，还要看步幅和边缘。",
        AskKey::NotFlipped => "你把卷积核翻转了。这里和 PyTorch 一样，不翻转：这是互相关。",
        AskKey::NotUnflipped => "你直接用了原来的卷积核。这里从输出看，它是翻转的：最后一个权重对应第一格。",
        AskKey::NotOneKernel => "你对所有输入通道用了同一个卷积核。滤波器对每个输入通道都有各自的权重。",
        AskKey::NotWithoutBias => "你漏了偏置。每个输出通道有一个，最后加上。",
        AskKey::NotOtherFilter => "这是另一个通道的数。每个输出通道有自己的滤波器：看清现在是哪一个。",
        AskKey::NotWithoutWeights => "你只把输入加了起来。要先把每一格乘以它的权重。",
        AskKey::NotAdded => "该乘的地方你用了加。先乘；只有乘积才相加。",
        AskKey::NotOneStamp => "你把每枚印章分开看了。印章重叠的地方，数要相加。",
        AskKey::NotStampMultiplied => "你乘以了那里原有的数。印章盖上去是相加。",
        AskKey::NotMean => "你取了平均值。最大池化只保留最大的一格。",
        AskKey::NotSumForMax => "你把格子加起来了。最大池化只保留最大的一格。",
        AskKey::NotSumForMean => "你没有做除法。平均池化要把和除以窗口的格数。",
        AskKey::NotMax => "你取了最大值。平均池化把所有格子相加，再除以格数。",
        AskKey::NotInsideOnly => "你只除以了输入内的格数。PyTorch 默认把窗口里的填充格也数进去。",
        AskKey::NotNegative => "你让负数通过了。ReLU 把它变成 0。",
        AskKey::NotSignDropped => "你改了符号。ReLU 保留非负数，其余都变成 0。",
        AskKey::NotWithoutGroups => "你漏了分组。滤波器只对本组的 in_channels ÷ groups 个通道有权重。",
        AskKey::NotTimesGroups => "你乘了分组数。out_channels 已经包括所有滤波器，而分组让每个滤波器变小：应该用除法。",
        AskKey::NotOneFilter => "你只数了一个滤波器。一共有 out_channels 个。",
        AskKey::NotOneBias => "你只数了一个偏置。每个输出通道都有一个。",
        AskKey::NotNoBias => "你数了偏置，但这一层没有：bias=False。",
        AskKey::NotOneSide => "卷积核的边长算错了。要把各边相乘：3 乘 3 是 9 个权重。",
        AskKey::NotNoWeights => "这一层没有权重：它不学习，也不做乘法。",
        AskKey::NotParamsAsMacs => "你把权重每用一次都数了一遍。所有位置共用同一组权重，每个只算一次。",
        AskKey::NotMacsAsParams => "你数的是权重。每个权重在每个位置都要再用一次。",
        AskKey::NotOneOutputChannel => "你只数了一个输出通道。out_channels 个通道每个都要这么多次。",
        AskKey::NotOtherPositions => "位置取错了一边。卷积对每个输出位置做乘法，转置卷积对每个输入位置做乘法。",
        AskKey::NotBiasMultiplied => "你把偏置也算进去了。它是加上去的，不用乘。",
        AskKey::NotAddsToo => "你把加法也数了。一次乘法和随后的加法合算一次。",
        AskKey::NotFieldWithoutStride => {
            "你漏了步幅。经过有步幅的层以后，相邻两格在输入上相隔那么多格，后面的窗口就看得更远。"
        }
        AskKey::NotOwnStride => "你让步幅放大了本层的窗口。它只影响后面各层的窗口。",
        AskKey::NotSumOfKernels => "你把各层的卷积核大小加起来了。窗口会重叠：每一层增加的格数比它的卷积核大小少 1。",
        AskKey::NotProductOfKernels => "你把各层的卷积核大小乘起来了。每一层是往上加；只有步幅才相乘。",
        AskKey::NotFieldWithoutOne => "漏了第一格：从 1 开始，再逐层相加。",
        AskKey::NotLastLayer => "你只看了最后一层的窗口。要穿过所有层回到最初的输入。",
        AskKey::NotOtherArgument => "再看看 {argument}：你选的那一层，这一项和图中显示的不一样。",
        AskKey::NotOtherKind => "那是另一种层。看看窗口里的数是怎样变成一个数的。",
    }
}
