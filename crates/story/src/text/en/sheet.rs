//! English, of worksheets.
use super::super::SheetKey;

pub const fn sheet(key: SheetKey) -> &'static str {
    match key {
        SheetKey::Title => "Worksheet",
        SheetKey::About => "Problems made from this scene, to print. The answers come on a page of their own.",
        SheetKey::Open => "Worksheet to print",
        SheetKey::Count => "Problems",
        SheetKey::Variant => "Variant",
        SheetKey::Print => "Print",
        SheetKey::Nothing => "No problem can be made from this scene.",
        SheetKey::Name => "Name:",
        SheetKey::Head => "Worksheet {variant}",
        SheetKey::Answers => "Answers, worksheet {variant}",
        SheetKey::Given => "{layer} on an input of shape {input}",
        SheetKey::Fill => "Fill in the empty cells of the output.",
        SheetKey::Window => "Write down what the window multiplies and adds up for {cell}, and the result.",
        SheetKey::Walk => "Write the shape of the output after each layer.",
        SheetKey::Shape => "Write the shape of the output.",
    }
}
