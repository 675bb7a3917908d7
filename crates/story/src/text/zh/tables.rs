//! Simplified Chinese, of the pictures of tables.
use super::super::TablesKey;

pub fn tables(key: TablesKey) -> &'static str {
    match key {
        // Transposed.
        TablesKey::TransposedLabel => {
            "一张表：每行是一个输入格，每列是一个输出格，方格里是它们的乘积，最下面是各列的和。"
        }
        TablesKey::TransposedTold => "看法",
        TablesKey::TransposedByInput => "按输入：分散，逐行",
        TablesKey::TransposedByOutput => "按输出：汇集，逐列",
        TablesKey::TransposedCount => "乘积个数",
        TablesKey::TransposedSum => "此处的和",
        TablesKey::TransposedSumOthers => "其余",
        TablesKey::TransposedBias => "偏置",
        TablesKey::TransposedOutput => "输出",
        TablesKey::TransposedScatter => "分散",
        TablesKey::TransposedGather => "汇集",
        TablesKey::TransposedNoInput => "没有输入传到 {cell}",
        TablesKey::TransposedTerms => "{cell} 汇集：{terms}",
        TablesKey::TransposedTermsOf => "{cell} 从输入通道 {channel} 汇集：{terms}",
        TablesKey::TransposedStamps => "{cell} 盖印章：{terms}",
        TablesKey::TransposedStamp => "输入格像印章一样把卷积核盖到输出上；重叠处相加。",
        TablesKey::TransposedStampMirrored => "输入格像印章一样把翻转后的卷积核盖到输出上；重叠处相加。",
        TablesKey::TransposedWindow => "先在中间插零，再滑动窗口，卷积核要翻转。",
        TablesKey::TransposedWindowMirrored => "先在中间插零，再滑动窗口，卷积核不翻转。",
        TablesKey::TransposedGridsLarge => "{count} 格的网格太宽，这张图放不下，请看主图。",
        TablesKey::TransposedRows => "输入格，每行一个",
        TablesKey::TransposedColumns => "输出格，每列一个",
        TablesKey::TransposedPositive => "乘积，颜色越深越大",
        TablesKey::TransposedNegative => "负的乘积",
        TablesKey::TransposedWaits => "还没算到",
        TablesKey::TransposedOutside => "被裁掉",
        TablesKey::TransposedOverlap => "每个输出格的乘积个数",
        TablesKey::TransposedOverlapPart => "这里是前 {rows} × {columns} 格。",
        TablesKey::TransposedMade => "{all} 个乘积中已算出 {made} 个。",
        TablesKey::TransposedNothing => "没有乘积",
        TablesKey::TransposedPair => "这张表是输入通道 {in}（共 {ins} 个）与输出通道 {out}（共 {outs} 个）的。",
        TablesKey::TransposedOthers => "“其余”一行是同组其他输入通道的和。",
        TablesKey::TransposedTooLarge => {
            "这张表会有 {rows} 行 {columns} 列，在这个宽度内放不下。写出数时最多约 12 行 40 列，用颜色表示时最多 16384 个方格。"
        }
        TablesKey::TransposedSame => "盖印章和窗口两种算法：{count} 个输出，最大差值 {difference}。",
        TablesKey::TransposedNotCompared => "盖印章和窗口用的是同样的乘积；这么大的层就不算两遍了。",
        TablesKey::TransposedCropped => {
            "padding 裁剪输出：一个通道的 {all} 个乘积中，有 {cropped} 个落在外面，被舍去（虚线）。"
        }
        TablesKey::TransposedAddedReal => {
            "output_padding 在末端增加 {added} 格。它们都得到了原本会被 padding 裁掉的乘积，是真正的和。"
        }
        TablesKey::TransposedAddedZero => "output_padding 在末端增加 {added} 格。没有乘积落到那里，所以都是 0。",
        TablesKey::TransposedAddedBias => {
            "output_padding 在末端增加 {added} 格。没有乘积落到那里，所以只有偏置（{bias}）。"
        }
        TablesKey::TransposedAddedBothZero => {
            "output_padding 在末端增加 {added} 格。其中 {reached} 格得到了原本会被 padding 裁掉的乘积，是真正的和；\
             {bare} 格没有乘积落到，是 0。"
        }
        TablesKey::TransposedAddedBoth => {
            "output_padding 在末端增加 {added} 格。其中 {reached} 格得到了原本会被 padding 裁掉的乘积，是真正的和；\
             {bare} 格只有偏置（{bias}）。"
        }
        TablesKey::TransposedCollapse => {
            "为什么要有 output_padding：普通卷积层把 {sizes} 和 {last} 格都变成 {input} 格（由于向下取整，见“步幅与向下取整”）。\
             output_padding 从 0 到 {most}，指明还原成其中哪一个：取 {now} 时得到 {output}。"
        }
        TablesKey::TransposedCollapseTwo => {
            "为什么要有 output_padding：普通卷积层把 {sizes} 和 {last} 格都变成 {input} 格（由于向下取整，见“步幅与向下取整”）。\
             output_padding 取 0 或 1，指明还原成其中哪一个：取 {now} 时得到 {output}。"
        }
        TablesKey::TransposedGaps => "印章与印章之间没有乘积落到：那些格是 0。",
        TablesKey::TransposedGapsBias => "印章与印章之间没有乘积落到：那些格只有偏置。",
        TablesKey::TransposedEven => "除边缘外，每个输出从一个通道得到的乘积一样多：{most} 个。没有棋盘效应。",
        TablesKey::TransposedUneven => {
            "除边缘外，各个输出从一个通道得到的乘积多少不一，从 {least} 个到 {most} 个，交替出现（沿一个轴是 {pattern}），\
             因为{because}：这就是棋盘效应。"
        }
        TablesKey::TransposedShare => "膨胀后卷积核的 {kernel} 格按步幅 {stride} 分布不均",
        TablesKey::TransposedDivide => "卷积核大小 {kernel} 不能被步幅 {stride} 整除",
        TablesKey::TransposedNoInverse => "权重相同的普通卷积层，连输入的形状也还原不了。",
        TablesKey::TransposedShapeBack => "权重相同的普通卷积层能还原形状 {shape}，但不能还原数值。",
        TablesKey::TransposedBothBack => {
            "把权重相同的普通卷积层作用于这个输出，能还原形状 {shape}，而且在这里数值也还原了：最大差值 0。"
        }
        TablesKey::TransposedInverse => {
            "转置不是求逆：把权重相同的普通卷积层作用于这个输出，能还原形状 {shape}，但不能还原数值（最大差值 {difference}）。"
        }
        // The matrix.
        TablesKey::MatrixLabel => "层的矩阵：每行是一个输出格，每列是一个输入格。下方把每个窗口排成一列。",
        TablesKey::MatrixTitle => "M：{rows} × {columns}",
        TablesKey::MatrixWindows => "im2col：{rows} × {columns}，每个窗口一列",
        TablesKey::MatrixPage => "窗口 {first} 到 {last}（共 {count} 个），从 0 数起。",
        TablesKey::MatrixRows => "窗口的 {all} 格中的前 {count} 格。",
        TablesKey::MatrixFilter => "w 是滤波器 {filter}（共 {count} 个）。",
        TablesKey::MatrixBiasLast => "y 等于 w 乘以一列，再加偏置。",
        TablesKey::MatrixTooLarge => {
            "写成矩阵，这个层有 {rows} 行 {columns} 列。最多画 {most} 列（即 12 × 12 的输入）和 {tall} 行。"
        }
        TablesKey::MatrixNotCompared => "这么大的层，这里不计算它的矩阵。",
        TablesKey::MatrixSize => {
            "M 有 {rows} × {columns} = {places} 个位置，其中 {entries} 个放着权重，都是该层的 {weights} 个权重在反复出现；\
             其余都是零。"
        }
        TablesKey::MatrixSame => {
            "按 M x + b 计算 {count} 个输出，最大差值 {difference}。用 w 乘以 im2col 的各列：最大差值 {again}。"
        }
        TablesKey::MatrixDropped => "与填充的零、或与插在输入格之间的零相乘的乘积不在矩阵中：{count} 个。",
        TablesKey::MatrixSummed => "填充把输入格复制到同一个窗口里，所以有些位置放的是几个权重之和：{count} 个。",
        TablesKey::MatrixNoOther => "这里 M 的转置不对应 PyTorch 的任何层：填充复制了输入格，或者两边不相等。",
        TablesKey::MatrixOther => {
            "M 的转置就是权重相同的 {name} 的矩阵。两者都作用于这个输出：{count} 个数，最大差值 {difference}。"
        }
    }
}
