//! Simplified Chinese, of images and signals.
use super::super::ImageKey;

pub const fn image(key: ImageKey) -> &'static str {
    match key {
        ImageKey::Title => "用图像试一试",
        ImageKey::About => {
            "把当前的层用在一幅图像上：在上面改动这个层，图像随之变化。所有内容都留在本机：图像在这里读取，也在这里计算。"
        }
        ImageKey::AboutSignal => {
            "把当前的层用在一个信号上：在上面改动这个层，曲线随之变化。所有内容都留在本机：数值在这里读取，也在这里计算。"
        }
        ImageKey::Close => "关闭",
        ImageKey::Source => "图像",
        ImageKey::Shapes => "形状",
        ImageKey::Noise => "渐变与噪声",
        ImageKey::Rings => "圆环",
        ImageKey::File => "选择文件",
        ImageKey::Paste => "也可以粘贴图像，或把它拖到这里。",
        ImageKey::Camera => "摄像头",
        ImageKey::CameraStop => "关闭摄像头",
        ImageKey::Side => "长边",
        ImageKey::Filter => "滤波器",
        ImageKey::FilterChoose => "选择滤波器",
        ImageKey::ColourFilters => "用于颜色（RGB）的滤波器",
        ImageKey::ColourGrey => "由颜色得灰度，1 × 1",
        ImageKey::ColourBlur => "均值模糊，每个通道一个滤波器",
        ImageKey::ColourSobel => "Sobel，每个通道一个滤波器",
        ImageKey::ColourSharpen => "锐化，每个通道一个滤波器",
        ImageKey::ColourSwap => "调换通道，1 × 1",
        ImageKey::Looks => "输出的显示",
        ImageKey::AsItIs => "原样，从 0 到 1",
        ImageKey::Stretched => "拉伸",
        ImageKey::Range => "输出从 {low} 到 {high}。",
        ImageKey::RangeSigned => "灰色是 0，黑色是 {black}，白色是 {white}。",
        ImageKey::RangePlain => "黑色是 0，白色是 {white}。",
        ImageKey::Time => "计算用时 {ms} 毫秒（{path}）。",
        ImageKey::Input => "输入，{shape}",
        ImageKey::Output => "输出，{shape}",
        ImageKey::Colours => "通道 0、1、2 作为红、绿、蓝",
        ImageKey::Channel => "通道 {channel}",
        ImageKey::InputAlt => "输入图像",
        ImageKey::OutputAlt => "输出图像，{name}",
        ImageKey::Shown => "共 {all} 个通道，显示前 {shown} 个。",
        ImageKey::Working => "正在加载…",
        ImageKey::Magnifier => "放大镜",
        ImageKey::MagnifierHint => "放大镜：指向输出，或用方向键逐个像素移动。",
        ImageKey::Place => "通道 {channel}，第 {row} 行，第 {column} 列",
        ImageKey::Position => "通道 {channel}，位置 {column}",
        ImageKey::Red => "红",
        ImageKey::Green => "绿",
        ImageKey::Blue => "蓝",
        ImageKey::Grey => "灰度",
        ImageKey::Sum => "窗口中每个像素乘以它的权重，再相加：",
        ImageKey::SumOfCells => "窗口中每一格乘以它的权重，再相加：",
        ImageKey::SumOf => "{name}：{sum}",
        ImageKey::Mean => "窗口的平均值：",
        ImageKey::Max => "窗口中的最大值：",
        ImageKey::Copy => "像素原样保留：",
        ImageKey::Relu => "像素的值，负数变为 0：",
        ImageKey::Empty => "无",
        ImageKey::Wide => "这个窗口有 {count} 个像素，太多，无法逐个写出。它们加起来：",
        ImageKey::Signal => "信号",
        ImageKey::SignalHint => "数值，用逗号或空格隔开，或每行一个",
        ImageKey::SignalSample => "带噪声的正弦",
        ImageKey::Machine => "你的机器",
        ImageKey::MachineAbout => {
            "三个层，各用三种方式计算：JavaScript 的普通循环、本页的精确路径，以及计算上面图像的快速内核。"
        }
        ImageKey::MachineAgain => "重新测量",
        ImageKey::MachinePlain => "JS 循环",
        ImageKey::MachineExact => "精确",
        ImageKey::MachineFast => "快速",
        ImageKey::MachineRate => "每秒运算次数（十亿）",
        ImageKey::MachineTimes => "{layer}：JavaScript {plain} 毫秒，精确 {exact} 毫秒，快速 {fast} 毫秒（{path}）。",
        ImageKey::MachineSimd => "快速内核使用这里找到的向量指令：{simd}。",
        ImageKey::MachineRunning => "正在测量…",
        ImageKey::NoLayer => "这个层既不接收图像，也不接收信号。一维和二维的层可以。",
        ImageKey::NoChannels => {
            "这个层接收 {channels} 个通道。图像有 1 个（灰度）或 3 个（红、绿、蓝）通道，信号有 1 个。"
        }
        ImageKey::Nearest => "改用 {layer}",
        ImageKey::Large => "这个文件有 {size} MB。最多读取 {limit} MB 的文件。",
        ImageKey::Pixels => {
            "这幅图像有 {width} × {height} 个像素，即 {size} 百万像素。最多解码 {limit} 百万像素的图像。"
        }
        ImageKey::Unknown => "这个文件不是 PNG、JPEG、GIF 或 WebP。请另存为其中一种。",
        ImageKey::Broken => "这个文件已损坏：其中没有图像的大小。",
        ImageKey::Decode => "这个浏览器无法解码这幅图像。",
        ImageKey::NoPicture => "其中没有图像。",
        ImageKey::Canvas => "这个浏览器，或包含本页的页面，不允许读取图像。",
        ImageKey::NoCamera => "这里没有可用的摄像头。仍然可以使用图像文件和示例图像。",
        ImageKey::CameraDenied => "没有获准使用摄像头。仍然可以使用图像文件和示例图像。",
        ImageKey::NoKernels => "计算所需的部分没能加载。请检查网络，改动任意一处即可重试。",
        ImageKey::TooSlow => "这个层用在这样大的图像上，计算量超出这里的上限。请选择更短的边，或更小的层。",
    }
}
