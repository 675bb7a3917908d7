//! Chinese, of worksheets.
use super::super::SheetKey;

pub const fn sheet(key: SheetKey) -> &'static str {
    match key {
        SheetKey::Title => "练习纸",
        SheetKey::About => "由当前场景生成的练习题，可打印。答案单独成页。",
        SheetKey::Open => "可打印的练习纸",
        SheetKey::Count => "题数",
        SheetKey::Variant => "版本",
        SheetKey::Print => "打印",
        SheetKey::Nothing => "这个场景出不了题。",
        SheetKey::Name => "姓名：",
        SheetKey::Head => "练习纸 {variant}",
        SheetKey::Answers => "答案，练习纸 {variant}",
        SheetKey::Given => "{layer}，输入形状 {input}",
        SheetKey::Fill => "填写输出中空着的格子。",
        SheetKey::Window => "写出计算 {cell} 时窗口中的乘积与求和，以及结果。",
        SheetKey::Walk => "写出每一层之后的输出形状。",
        SheetKey::Shape => "写出输出的形状。",
    }
}
