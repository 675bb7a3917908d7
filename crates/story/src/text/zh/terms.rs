//! Simplified Chinese, of the terms of the glossary.
use super::super::TermKey;

pub fn terms(key: TermKey) -> &'static str {
    match key {
        TermKey::TensorName => "张量",
        TermKey::TensorAbout => "排成网格的数，可以有任意多个轴：一行、一张表、一叠表。",
        TermKey::ShapeName => "形状",
        TermKey::ShapeAbout => "张量沿每个轴有多少格。PyTorch 把信号写成 [N, C, L]，把图像写成 [N, C, H, W]。",
        TermKey::BatchName => "批量",
        TermKey::BatchAbout => "同时通过一层的若干个输入，各算各的；N 表示有多少个。",
        TermKey::ChannelName => "通道",
        TermKey::ChannelAbout => "同样大小的几张数表中的一张：例如图像的红色分量，或一个滤波器找到的东西。",
        TermKey::FeatureMapName => "特征图",
        TermKey::FeatureMapAbout => "把一个输出通道看成地图：滤波器要找的东西在每个位置有多强。",
        TermKey::ConvolutionName => "卷积",
        TermKey::ConvolutionAbout => {
            "卷积核在输入上滑动；每到一处，格子与权重相乘，再把乘积相加。数学上先翻转卷积核，PyTorch 的层则不翻转。"
        }
        TermKey::CrossCorrelationName => "互相关",
        TermKey::CrossCorrelationAbout => "滑动、相乘、相加时，卷积核保持原样，不翻转。nn.Conv1d 等层计算的就是它。",
        TermKey::KernelName => "卷积核",
        TermKey::KernelAbout => "由权重排成的小网格，在输入上滑动。kernel_size 表示它沿每个轴有多少格。",
        TermKey::FilterName => "滤波器",
        TermKey::FilterAbout => "产生一个输出通道的全部权重：对本组的每个输入通道各有一个卷积核。",
        TermKey::WeightName => "权重",
        TermKey::WeightAbout => "卷积核中的一个数，输入格要与它相乘。它由训练得出。",
        TermKey::BiasName => "偏置",
        TermKey::BiasAbout => "加到一个输出通道每一格上的数；每个通道一个。",
        TermKey::WindowName => "窗口",
        TermKey::WindowAbout => "卷积核停在一处时盖住的输入格。它们产生一个输出格。",
        TermKey::StrideName => "步幅",
        TermKey::StrideAbout => "从一个输出到下一个，窗口移动多少格。在转置卷积里，相邻两枚印章的起点隔这么多格。",
        TermKey::FloorName => "向下取整",
        TermKey::FloorAbout => "⌊ ⌋：舍去小数部分，末端放不下的窗口不算。",
        TermKey::PaddingName => "填充",
        TermKey::PaddingAbout => {
            "放在输入周围的格子，大多是 0，让窗口可以从输入之外开始。在转置卷积里，它反而裁剪输出。"
        }
        TermKey::SameName => "same 填充",
        TermKey::SameAbout => "padding='same' 填充到大小不变为止。步幅必须是 1。",
        TermKey::ValidName => "valid 填充",
        TermKey::ValidAbout => "padding='valid' 什么也不加：只算完全落在输入之内的窗口。",
        TermKey::DilationName => "膨胀率",
        TermKey::DilationAbout => "卷积核相邻两格的间距。1 是普通卷积核；2 表示中间空出一格，叫空洞。",
        TermKey::GroupsName => "分组",
        TermKey::GroupsAbout => "把通道分成若干组。每个输出通道只读取本组的输入通道。",
        TermKey::DepthwiseName => "深度卷积",
        TermKey::DepthwiseAbout => "输入有几个通道就分几组：每个通道单独滤波。",
        TermKey::PointwiseName => "逐点卷积",
        TermKey::PointwiseAbout => "只有一格的卷积核，即 1×1：在每个位置混合通道，不看邻格。",
        TermKey::SeparableName => "深度可分离卷积",
        TermKey::SeparableAbout => "先做深度卷积，再做逐点卷积：先在每个通道内，再跨通道，乘法少得多。",
        TermKey::TransposedName => "转置卷积",
        TermKey::TransposedAbout => {
            "方向反过来的卷积：每个输入格像印章一样把卷积核盖到输出上，重叠处相加。它还原的是形状，不是数值。"
        }
        TermKey::OutputPaddingName => "output_padding",
        TermKey::OutputPaddingAbout => "转置卷积在每个轴末端增加的格子，用来指明是几种可能大小中的哪一种。",
        TermKey::CheckerboardName => "棋盘效应",
        TermKey::CheckerboardAbout => "像棋盘一样的花纹：转置卷积的印章重叠得不均匀时就会出现。",
        TermKey::ReceptiveFieldName => "感受野",
        TermKey::ReceptiveFieldAbout => "某层的一个输出所依赖的那部分最初输入。每多一层，它就更大。",
        TermKey::PoolingName => "池化",
        TermKey::PoolingAbout => "没有权重的窗口：保留其中最大的一格，或它们的平均值。",
        TermKey::ActivationName => "激活函数",
        TermKey::ActivationAbout => "在一层之后对每一格单独使用的函数，例如把负数变成 0 的 ReLU。",
        TermKey::FullyConnectedName => "全连接层",
        TermKey::FullyConnectedAbout => "每个输出对每个输入都有一个权重的层：nn.Linear。",
        TermKey::ParametersName => "参数量",
        TermKey::ParametersAbout => "一层要学习的数的个数：权重和偏置。",
        TermKey::MacsName => "乘加次数",
        TermKey::MacsAbout => "输入数与权重相乘再加到和上的次数（MACs），用来衡量计算量。",
        TermKey::Im2colName => "im2col",
        TermKey::Im2colAbout => "把每个窗口写成矩阵的一列（或一行），这样一次矩阵乘法就算完整个层。",
    }
}
