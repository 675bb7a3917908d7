//! Simplified Chinese, of links.
use super::super::LinkKey;

pub fn links(key: LinkKey) -> &'static str {
    match key {
        LinkKey::Layer => "一个层，或写在 Sequential(…) 中的几个层；写法与 PyTorch 相同，nn. 可有可无。",
        LinkKey::Shape => {
            "输入的尺寸，不含通道数。如果第一层接受任意多个通道，可以把通道数写在前面：3_5x5。\
             不写时，取一个适合该层的尺寸。"
        }
        LinkKey::Seed => "随机种子：种子相同，生成的数就相同。",
        LinkKey::Fill => "没有给出数值时，输入是什么：小整数，或带噪声的正弦。",
        LinkKey::Input => "输入的数值：同一行内用 , 分隔，行之间用 ;，通道之间用 _。缺少的数由种子生成。",
        LinkKey::Weight => "权重，写法相同，滤波器之间用 __；weight.1 是第二层的权重，依此类推。",
        LinkKey::Bias => "偏置，每个输出通道一个；bias.1 是第二层的偏置，依此类推。",
        LinkKey::Flip => "1 表示严格卷积：卷积核要翻转。",
        LinkKey::Order => "各步的顺序。",
        LinkKey::Step => "第几步，从 0 数起；7.3 是第 7 步的第 3 个乘积。",
        LinkKey::Picture => "打开哪张图解。",
        LinkKey::B => "用来对比的场景：单独的一个链接，其中的 & 写成 %26。",
        LinkKey::Speed => "每秒多少步。",
        LinkKey::Autoplay => "0 表示打开时静止。如果指定了 step，总是静止。",
        LinkKey::Theme => "浅色或深色；auto 跟随系统。",
        LinkKey::Lang => "语言。不写时，用读者浏览器的语言；嵌入时为英语。",
        LinkKey::Stage => "有几个层时，显示哪一层，从 0 数起。",
        LinkKey::Embed => "1 表示嵌在其他页面中：只有主图和作者保留的部分。",
        LinkKey::Hide => {
            "不显示的部分，用逗号分隔；all 表示全部，none 表示没有。不写时，嵌入的页面隐藏 tools、numbers、facts 和 \
             theme，完整页面什么也不隐藏。"
        }
        LinkKey::Lock => "读者不能更改的部分，用逗号分隔；all 表示全部，none 表示没有。",

        LinkKey::Lesson => {
            "课程和其中的一步，步数从 1 数起：stride.3；再加一个数，就是另一道同类的题。只写 lesson= 则是课程目录。"
        }
        LinkKey::Own => {
            "自己编的一课的各步，步与步之间写 ~~：每一步是一个链接，其中的 & 写成 %26，say= 是要说的话，ask= 是要问的题。用 lesson=own 打开。"
        }

        LinkKey::TheLine => "层的整张卡片",
        LinkKey::TheLayers => "层的类型选择，以及添加和删除层的按钮",
        LinkKey::TheTools => "现成的例子、粘贴、复制、对比、重置等",
        LinkKey::TheNumbers => "“数值”面板",
        LinkKey::TheFacts => "输出尺寸与开销",
        LinkKey::TheNarration => "步骤解说",
        LinkKey::TheArithmetic => "图下方的算式",
        LinkKey::TheTransport => "播放和逐步移动的全部按钮",
        LinkKey::TheWays => "顺序、每步的大小和速度",
        LinkKey::TheExplain => "图解及其选择",
        LinkKey::TheTheme => "配色的选择",
        LinkKey::TheLang => "语言的选择",
        LinkKey::TheLesson => "课程的文字和题目",
        LinkKey::TheFull => "嵌入页面下方的链接“在 ConvLens 中打开”",
        LinkKey::TheShape => "输入尺寸",
        LinkKey::TheInput => "输入的数值",
        LinkKey::TheWeight => "权重",
        LinkKey::TheFlip => "卷积核是否翻转",
        LinkKey::TheOrder => "各步的顺序",
        LinkKey::TheSpeed => "每秒多少步",
        LinkKey::TheArgument => "该参数",
        LinkKey::TheBias => "该参数及其数值",
        LinkKey::KeepsLine => "所有参数、各层和输入尺寸",
        LinkKey::KeepsLayers => "有哪些层，各是什么类型",
        LinkKey::KeepsNumbers => "输入、权重和偏置的所有数值",
        LinkKey::KeepsTransport => "由读者播放和逐步移动",
        LinkKey::KeepsExplain => "打开的是哪张图解",
    }
}
