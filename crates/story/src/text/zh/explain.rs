//! Simplified Chinese, of the explaining pictures.
use super::super::ExplainKey;

pub fn explain(key: ExplainKey) -> &'static str {
    match key {
        ExplainKey::Pictures => "图解",
        ExplainKey::CloseExplain => "关闭",
        ExplainKey::NoFilm => "这个层太大，画不出来，图解也就画不出来。上方有它的形状，还可以换成画得下的尺寸。",
        ExplainKey::NotOfThis => "这张图解不适用于当前的层。",
        ExplainKey::InputChannel => "画出的是输入通道 {channel}（共 {count} 个）。",
        ExplainKey::OnAxis => "{axis}方向：",
        ExplainKey::TooManySlices => "沿深度的 {count} 个切片在这个宽度内无法并排放下。",
        ExplainKey::ChannelsName => "通道",
        ExplainKey::ChannelsAbout => {
            "每个输入通道都有自己的权重，各自算出一个和；这些和再加上偏置，就得到一个数。这样的一整套权重就是一个滤波器，\
             它产生一个输出通道。"
        }
        ExplainKey::GroupsName => "分组",
        ExplainKey::GroupsAbout => "分组把通道分成几部分，彼此看不到对方。一条连线就是一个卷积核：连线越少，权重越少。",
        ExplainKey::SeparableName => "深度可分离卷积",
        ExplainKey::SeparableAbout => {
            "分两步得到同样的形状：先让每个通道各自卷积（深度卷积），再用 1×1 卷积混合各通道（逐点卷积）。\
             每个输出上都标出了传到它的输入通道。"
        }
        ExplainKey::PointwiseName => "1×1 卷积核",
        ExplainKey::PointwiseAbout => {
            "只有一格的卷积核混合的是通道，而不是相邻的格。在一个位置上，它是沿通道的点积；\
             把所有位置排成一行，它就是两个矩阵相乘。"
        }
        ExplainKey::PaddingName => "填充",
        ExplainKey::PaddingAbout => "虚线格围在输入周围，窗口像读其他格一样读它们。箭头从填充格指向它所复制的那一格。",
        ExplainKey::StrideName => "步幅与向下取整",
        ExplainKey::StrideAbout => {
            "每个窗口的起点比前一个后移一个步幅。当剩下的格放不下一个完整的窗口时，它们就被舍去：\
             这就是公式中的向下取整。"
        }
        ExplainKey::DilationName => "膨胀卷积",
        ExplainKey::DilationAbout => {
            "卷积核的各格彼此隔开，中间的格被跳过。换成一个更大的卷积核，在空洞处填零，算出的结果相同。"
        }
        ExplainKey::TransposedName => "转置卷积的两种看法",
        ExplainKey::TransposedAbout => {
            "每个输入格都与每个权重相乘，每个乘积落入一个输出格。按输入逐行看，就像盖印章；按输出逐列看，\
             就是普通的窗口在中间插了零的输入上滑动。"
        }
        ExplainKey::FlipName => "卷积核翻转与否",
        ExplainKey::FlipAbout => "卷积先翻转卷积核再滑动，在平面上相当于旋转 180°。互相关则直接滑动，不翻转。",
        ExplainKey::FeedsName => "正反两个方向",
        ExplainKey::FeedsAbout => {
            "一个输出读取窗口内的各格；反过来，一个输入格影响所有读到它的输出。橙色的数是用到的权重。\
             指向任意一格试试。"
        }
        ExplainKey::MatrixName => "写成矩阵",
        ExplainKey::MatrixAbout => {
            "卷积层是线性的：把输入展平成一列 x，由那几个权重反复排成的矩阵 M 就给出展平的输出：y = M x + b。\
             M 的每一行是一个输出的窗口，每一列对应一个输入格。"
        }
        ExplainKey::OrderName => "任何顺序都行",
        ExplainKey::OrderAbout => {
            "各个输出互不依赖，因此可以按任何顺序计算，也可以一次全部算出。格中的数表示它在第几步填上。"
        }
        ExplainKey::StackName => "一个输出能看到什么",
        ExplainKey::StackAbout => {
            "感受野：每一层中有哪些格与某一格相连，又有多少条路径。在它之前的是它看到的，在它之后的是它影响到的。\
             指向一格，就从那里看。"
        }
        ExplainKey::PoolName => "池化",
        ExplainKey::PoolAbout => "一个窗口在每个通道上各自滑动，没有需要学习的参数：它只取窗口内各格的最大值或平均值。",
        ExplainKey::CompareName => "并排对比",
        ExplainKey::CompareAbout => "两个层同步演示：A 是主图上的，B 是固定下来的。",
        ExplainKey::SignalName => "信号",
        ExplainKey::SignalAbout => "用高度表示数值，各图上下排列：卷积核沿输入滑动，每个输出画在其窗口正中的下方。",
        ExplainKey::MatchName => "一个数意味着什么",
        ExplainKey::MatchAbout => {
            "滤波器是一种图案，输出表示窗口下的小块与它有多吻合：大于零的乘积表示吻合，小于零的乘积表示相反。"
        }
    }
}
