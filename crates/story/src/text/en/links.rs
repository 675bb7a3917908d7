//! English, of links.
use super::super::LinkKey;

pub const fn links(key: LinkKey) -> &'static str {
    match key {
        LinkKey::Layer => "The layer, or several in Sequential(…), as PyTorch writes it, with or without nn.",
        LinkKey::Shape => {
            "The input's size without channels. Where the first layer takes any number of them, they can stand in front: \
             3_5x5. Without it the size is one that the layer fits."
        }
        LinkKey::Seed => "Names the generated numbers: the same seed gives the same ones.",
        LinkKey::Fill => "What the input is where no numbers are given: small numbers, or a sine with noise.",
        LinkKey::Input => {
            "The input's numbers: , in a row, ; between rows, _ between channels. What is missing comes from the seed."
        }
        LinkKey::Weight => "The weights, likewise, __ between filters; weight.1 for the second layer, and so on.",
        LinkKey::Bias => "The biases, one an output channel; bias.1 for the second layer, and so on.",
        LinkKey::Flip => "1 for true convolution: the kernel mirrored.",
        LinkKey::Order => "The order of the steps.",
        LinkKey::Step => "The step, from 0; 7.3 is product 3 of step 7.",
        LinkKey::Picture => "The explaining picture that is open.",
        LinkKey::B => "The scene to compare with: a link of its own, with %26 for each & in it.",
        LinkKey::Speed => "Steps a second.",
        LinkKey::Autoplay => "0 to stand still at first. With a step it stands still in any case.",
        LinkKey::Theme => "Light or dark; auto follows the system.",
        LinkKey::Lang => "The language. Without it that of the reader's browser, in an embed English.",
        LinkKey::Stage => "The layer that is shown, from 0, where there are several.",
        LinkKey::Embed => "1 within another page: the stage, and what its author left visible.",
        LinkKey::Hide => {
            "What is not shown, with commas between; all, or none. Without it an embed hides tools, numbers, facts and \
             theme, and the page nothing."
        }
        LinkKey::Lock => "What the reader cannot change, with commas between; all, or none.",

        LinkKey::Lesson => {
            "The lesson, and its step from 1: stride.3; with a number more, another question of the same kind. Alone, as \
             lesson=, the index."
        }
        LinkKey::Own => {
            "The steps of a lesson of your own, with ~~ between: each a link with %26 for each & in it, with say= for what \
             is said, and ask= for what is asked. It is shown by lesson=own."
        }

        LinkKey::TheLine => "the whole card of the layer",
        LinkKey::TheLayers => "the choice of class, and what adds and takes away layers",
        LinkKey::TheTools => "presets, paste, copy, compare, reset and the like",
        LinkKey::TheNumbers => "the panel “Numbers”",
        LinkKey::TheFacts => "output size and cost",
        LinkKey::TheNarration => "the step in words",
        LinkKey::TheArithmetic => "the sum under the picture",
        LinkKey::TheTransport => "all that plays and steps",
        LinkKey::TheWays => "order, kind of step and speed",
        LinkKey::TheExplain => "the explaining picture and its chooser",
        LinkKey::TheTheme => "the choice of theme",
        LinkKey::TheLang => "the choice of language",
        LinkKey::TheLesson => "what a lesson says and asks",
        LinkKey::TheFull => "the link “Open in ConvLens” under an embed",
        LinkKey::TheShape => "the input's size",
        LinkKey::TheInput => "the input's numbers",
        LinkKey::TheWeight => "the weights",
        LinkKey::TheFlip => "whether the kernel is mirrored",
        LinkKey::TheOrder => "the order of the steps",
        LinkKey::TheSpeed => "steps a second",
        LinkKey::TheArgument => "the argument",
        LinkKey::TheBias => "the argument, and its numbers",
        LinkKey::KeepsLine => "all arguments, the layers and the input's size",
        LinkKey::KeepsLayers => "which layers there are, and of what class",
        LinkKey::KeepsNumbers => "any number of input, weight and bias",
        LinkKey::KeepsTransport => "playing and stepping by the reader",
        LinkKey::KeepsExplain => "which picture is open",
    }
}
