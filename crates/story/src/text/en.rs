//! English.
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

pub const fn text(key: Key) -> &'static str {
    match key {
        Key::Title => "ConvLens",
        Key::Tagline => {
            "See what a convolution layer does, cell by cell: press play, change a value, or take a lesson."
        }
        Key::Skip => "Skip to the picture",
        Key::Stage => "The convolution, step by step",
        Key::StageHint => "Space plays, the arrow keys step. Enter goes into the cells, Escape comes out.",
        Key::Input => "input",
        Key::Kernel => "kernel",
        Key::KernelMirrored => "kernel, mirrored",
        Key::Window => "window",
        Key::Output => "output",
        Key::Bias => "bias",
        Key::Filter => "filter {index} of {count}",
        Key::More => "+{count} more",
        Key::Missing => "A part of ConvLens could not be loaded; another try may help.",
        Key::EditCellHint => "Click a number of input or kernel to change it, one of the output to go there.",
        Key::Transport => "Steps",
        Key::Play => "Play",
        Key::Pause => "Pause",
        Key::StepBack => "One step back",
        Key::StepOn => "One step on",
        Key::RowBack => "One row back",
        Key::RowOn => "One row on",
        Key::Start => "To the start",
        Key::End => "To the end",
        Key::Scrub => "Step",
        Key::StepOf => "{step} of {steps}",
        Key::ThisStep => "This step",
        Key::MoreTerms => "… {count} more",
        Key::ChannelSum => "channel {index}: {sum}",
        Key::AllAtOnce => "No output waits for another: all of them can be computed at once.",
        Key::Narrate => "{cell}: {terms} = {value}.",
    }
}

pub const fn embed(key: EmbedKey) -> &'static str {
    match key {
        EmbedKey::Full => "Open in ConvLens",
        EmbedKey::MustWhole => "must be a whole number",
        EmbedKey::MustNotNegative => "must not be negative",
        EmbedKey::MustKind => "must be get, set, compute, step, seek, play, pause, theme, lang or export",
        EmbedKey::MustVersion => "must be 1, the version",
        EmbedKey::MustId => "must be a text or a number",
        EmbedKey::MustText => "must be a text",
    }
}

pub const fn later(key: LaterKey) -> &'static str {
    match key {
        LaterKey::Comma => ", ",
        LaterKey::Stop => ". ",
        LaterKey::Semicolon => "; ",
        LaterKey::Colon => ": ",
        LaterKey::LineHint => "Drag a value, use the arrow keys, or type.",
        LaterKey::LineLabel => "The layer",
        LaterKey::ListLabel => "The layer as a list",
        LaterKey::PasteLayer => "Paste a layer",
        LaterKey::Copy => "Copy",
        LaterKey::Copied => "Copied",
        LaterKey::CopyByHand => "Copying is not allowed here. The line is selected: copy it by hand.",
        LaterKey::Reset => "Reset",
        LaterKey::ListSwitch => "As a list",
        LaterKey::Explain => "Explain {name}",
        LaterKey::ExplainChoose => "Explain",
        LaterKey::Compare => "Compare",
        LaterKey::Embed => "Embed",
        LaterKey::TakeAway => "Take away",
        LaterKey::TryImage => "Try on an image",
        LaterKey::CompareHint => "Puts what was there before the last change beside it.",
        LaterKey::PerAxis => "Set each axis by itself",
        LaterKey::PerSide => "Set each side by itself",
        LaterKey::AxisDepth => "depth",
        LaterKey::AxisHeight => "height",
        LaterKey::AxisWidth => "width",
        LaterKey::AxisLength => "length",
        LaterKey::Lessons => "Lessons",
        LaterKey::Language => "Language",
        LaterKey::Theme => "Colours",
        LaterKey::ThemeAuto => "As the system",
        LaterKey::ThemeLight => "Light",
        LaterKey::ThemeDark => "Dark",
        LaterKey::Increase => "More {name}",
        LaterKey::Decrease => "Less {name}",
        LaterKey::Operation => "Operation",
        LaterKey::InputSize => "Input size",
        LaterKey::Flip => "True convolution",
        LaterKey::FlipHint => "Mirrors the kernel before it slides. A layer does not: it cross-correlates.",
        LaterKey::Shuffle => "New numbers",
        LaterKey::Presets => "Ready scenes",
        LaterKey::PresetChoose => "Filters and examples",
        LaterKey::Filters => "Filters, on your input",
        LaterKey::Examples => "Worked examples",
        LaterKey::Data => "Numbers",
        LaterKey::Identity => "Identity",
        LaterKey::BoxBlur => "Box blur",
        LaterKey::SobelX => "Sobel, left to right",
        LaterKey::SobelY => "Sobel, top to bottom",
        LaterKey::Laplacian => "Laplacian",
        LaterKey::Sharpen => "Sharpen",
        LaterKey::MovingAverage => "Moving average, 1-D",
        LaterKey::ExampleKernel1 => "1-D, kernel of one cell",
        LaterKey::ExampleKernel3 => "1-D, kernel of three cells",
        LaterKey::ExamplePadding => "Padding keeps the size",
        LaterKey::ExampleStride => "Stride 3 skips",
        LaterKey::ExampleDilation => "Dilation 2 reaches further",
        LaterKey::ExampleGroups => "Two groups, side by side",
        LaterKey::ExampleDepthwise => "Depthwise, two filters a channel",
        LaterKey::ExampleChannels => "Four channels in, two out",
        LaterKey::ExampleFloor => "The floor: 5 cells, stride 2",
        LaterKey::ExampleFull => "Full convolution, kernel mirrored",
        LaterKey::ExampleRgb => "Three channels in, four out, 2-D",
        LaterKey::ExampleTransposed => "Transposed, 1-D",
        LaterKey::ExampleSeparable => "Depthwise, then 1x1",
        LaterKey::ExampleCausal => "Causal: padding before only",
        LaterKey::ExampleHoles => "Dilation 2, three times: holes",
        LaterKey::ExampleNetwork => "A small network",
        LaterKey::ExampleUpsample => "Transposed, twice the size",
        LaterKey::ExampleSine => "A moving average on a noisy sine",
        LaterKey::ExampleBar => "A bar, and filters for its edges",
        LaterKey::ExampleCorner => "A block, and filters for its corners",
        LaterKey::ExampleCross => "A cross among shapes, and filters for each",

        LaterKey::AboutInChannels => "How many channels the input has.",
        LaterKey::AboutOutChannels => "How many filters, and so output channels, there are.",
        LaterKey::AboutKernelSize => "How many cells the kernel has along each axis.",
        LaterKey::AboutStride => "How many cells the window moves from one output to the next.",
        LaterKey::AboutPadding => "How many cells are added around the input.",
        LaterKey::AboutOutputPadding => "How many cells more the output has at its end.",
        LaterKey::AboutDilation => "How far apart the kernel's cells lie.",
        LaterKey::AboutGroups => "Into how many parts the channels are split; each part is a layer of its own.",
        LaterKey::AboutBias => "Whether a number is added to each output channel.",
        LaterKey::AboutPaddingMode => "What stands in the padding cells.",

        LaterKey::AboutInFeatures => "How many numbers come in; ? takes as many as there are.",
        LaterKey::AboutOutFeatures => "How many numbers go out; each is a sum over all that come in.",
        LaterKey::AboutPool => "How many cells the window has along each axis.",
        LaterKey::AboutPoolStride => {
            "How many cells the window moves from one output to the next; by default as many as it has."
        }
        LaterKey::AboutPoolPadding => "How many cells are added around the input: at most half of the window.",
        LaterKey::AboutSides => "How many cells are added on each side; a negative number cuts some off.",
        LaterKey::SideLeft => "left",
        LaterKey::SideRight => "right",
        LaterKey::SideTop => "top",
        LaterKey::SideBottom => "bottom",
        LaterKey::SideFront => "front",
        LaterKey::SideBack => "back",
        LaterKey::Channels => "channels",

        LaterKey::Layers => "Layers",
        LaterKey::LayerAdd => "Add a layer",
        LaterKey::LayerRemove => "Remove this layer",
        LaterKey::LayerBack => "Move this layer one place back",
        LaterKey::LayerOn => "Move this layer one place on",
        LaterKey::LayerInHand => "Layer {index}: {name}",
        LaterKey::NoWeights => "none",

        LaterKey::LaterCellHint => {
            "Click a number of the input to see how the layer before it made it, one of the output to go there."
        }
        LaterKey::AsTables => "As tables",
        LaterKey::TooLarge => {
            "Too large to draw cell by cell: the stage shows up to {limit} cells on an axis. The shapes and the cost hold all the same."
        }
        LaterKey::ShowLargest => "Show the largest that can be drawn: {size}",
        LaterKey::KernelTooWide => {
            "The stage draws kernels of up to {limit} cells on an axis. The shapes and the cost hold all the same."
        }
        LaterKey::TooMuchWork => {
            "This is more than the page computes at once. The shapes and the cost hold all the same."
        }
        LaterKey::Rank3 => {
            "Three axes: the slices along the depth stand side by side; the window reaches through several of them."
        }
        LaterKey::EditCell => "New value of {cell}",
        LaterKey::EditHint => "Enter keeps it, Escape does not, empty brings back the generated one.",
        LaterKey::Speed => "Speed",
        LaterKey::SpeedTimes => "{times}×",
        LaterKey::Steps => "Step by",
        LaterKey::StepsCells => "cell",
        LaterKey::StepsTaps => "product",
        LaterKey::Order => "Order",
        LaterKey::OrderRows => "by rows",
        LaterKey::OrderColumns => "by columns",
        LaterKey::OrderShuffle => "shuffled",
        LaterKey::OrderAll => "all at once",
        LaterKey::OrderScatter => "scatter, by input",

        LaterKey::OutputSize => "Output size",
        LaterKey::FormulaWords => "(input + padding − reach of the kernel) ÷ stride, rounded down, + 1",
        LaterKey::FormulaWordsTransposed => "(input − 1) · stride − 2 · padding + reach of the kernel + output_padding",
        LaterKey::FormulaWordsLinear => "As many numbers go out as out_features says.",
        LaterKey::FormulaWordsFlat => "As many numbers go out as come in.",
        LaterKey::LeftOver => "The floor drops {count}: after the last window there is no room for another.",
        LaterKey::NothingLeftOver => "Nothing is left over.",
        LaterKey::OnAxis => "On the {axis}",
        LaterKey::SizeChart => "Output size for every input size",
        LaterKey::ChartInput => "input size",
        LaterKey::ChartOutput => "output size",
        LaterKey::ChartTitle => "Output size against input size: {input} gives {output}",
        LaterKey::ChartFailed => "The chart could not be loaded. Everything else works without it.",
        LaterKey::Cost => "Shapes and cost",
        LaterKey::Parameters => "Parameters",
        LaterKey::MultiplyAdds => "Multiply–adds",
        LaterKey::InputShape => "Input",
        LaterKey::WeightShape => "Weight",
        LaterKey::OutputShape => "Output",
        LaterKey::Readout => "{cell} = {value}",
        LaterKey::ReadoutFeeds => "{cell} = {value}, feeds {count} outputs",
        LaterKey::ReadoutFeedsOne => "{cell} = {value}, feeds 1 output",
        LaterKey::ReadoutFeedsNone => "{cell} = {value}, feeds 0 outputs: no window reads it",
        LaterKey::ReadoutPadding => "padding, {value}",
        LaterKey::NarrateTap => "{cell}: {x} × {w} = {product}, together {total} so far.",
        LaterKey::NarrateHole => "{cell}: an inserted zero, which adds nothing; {total} so far.",
        LaterKey::NarrateScatter => "{cell} = {x} stamps the kernel onto {count} output cells.",
        LaterKey::NarrateStampTap => "{cell}: {x} × {w} = {product}, added to {output}, {total} so far.",
        LaterKey::NarrateCropped => "{cell}: this part of the stamp is cropped by the padding.",
        LaterKey::NarrateAll => "All {count} output cells at once.",
        LaterKey::NarrateMax => "{cell} = {value}, the largest of {count} cells.",
        LaterKey::NarrateMean => "{cell} = {value}, the mean of {count} cells.",
        LaterKey::NarrateKept => "{cell} = {value}: what is not negative stays.",
        LaterKey::NarrateCut => "{cell} = 0: {x} is negative.",
        LaterKey::NarrateCopied => "{cell} = {value}, as it is.",
        LaterKey::NarrateSoFar => "{cell}: {x} comes in, {value} so far.",
        LaterKey::ReadoutCopy => "padding, a copy of {cell} = {value}",
        LaterKey::ReadoutInserted => "an inserted zero: it adds nothing",
        LaterKey::ReadoutEmpty => "{cell}, not computed yet",
    }
}

pub const fn reader(key: ReaderKey) -> &'static str {
    match key {
        ReaderKey::PasteLabel => "Paste any PyTorch layer",
        ReaderKey::Close => "Close",
        ReaderKey::DataHint => {
            "Commas or spaces part cells, lines part rows, an empty line parts channels. Arrays of NumPy and tensors of PyTorch can be pasted as they are printed."
        }
        ReaderKey::InputData => "Input",
        ReaderKey::WeightData => "Weights",
        ReaderKey::BiasData => "Bias",
        ReaderKey::DataPlaceholder => "1 2 3",
        ReaderKey::Warning => "This layer cannot be",
        ReaderKey::LinkWarning => "The address asks for {name}={value}: {why}",
        ReaderKey::PyTorchSays => "PyTorch says:",
        ReaderKey::FixWith => "Use {fix}",
        ReaderKey::FixInput => "Use an input of {shape}",
        ReaderKey::Dropped => "Back to the picture's layer",
        ReaderKey::FaultRank => "A layer has one, two or three axes; this one has {rank}.",
        ReaderKey::FaultEntries => "{field} needs one number for all axes or {expected}, one an axis; it has {got}.",
        ReaderKey::FaultTransposedPaddingMode => "A transposed layer pads with zeros only, not by {mode}.",
        ReaderKey::FaultTransposedPaddingName => "A transposed layer takes its padding as numbers, not as a word.",
        ReaderKey::FaultOutputPaddingOfConv => "Only a transposed layer has an output_padding.",
        ReaderKey::FaultGroupsNotPositive => "There is at least one group; {groups} is none.",
        ReaderKey::FaultInChannels => "{channels} input channels cannot be split evenly into {groups} groups.",
        ReaderKey::FaultOutChannels => "{channels} output channels cannot be split evenly into {groups} groups.",
        ReaderKey::FaultSameStride => "padding='same' keeps the size, which a stride of {stride} would not.",
        ReaderKey::FaultChannels => "A layer needs at least one channel; {channels} is too few.",
        ReaderKey::FaultKernel => "A kernel has at least one cell along each axis; {kernel} is too few.",
        ReaderKey::FaultStride => "A window moves on by at least one cell; {stride} is too few.",
        ReaderKey::FaultDilation => "The kernel's cells lie at least 1 apart; {dilation} is too little.",
        ReaderKey::FaultPaddingNegative => "Padding adds cells; {padding} would take some away.",
        ReaderKey::FaultOutputPaddingNegative => "output_padding adds cells; {output_padding} would take some away.",
        ReaderKey::FaultInputRank => "The input has {got} axes; channels and sizes together are {expected}.",
        ReaderKey::FaultEmptyInput => "The input has no cells.",
        ReaderKey::FaultChannelMismatch => "The layer takes {expected} channels; the input has {got}.",
        ReaderKey::FaultNotFlat => {
            "A linear layer takes a flat row of numbers, but this input has {got} axes. Flatten makes it flat."
        }
        ReaderKey::FaultFeatures => "The layer takes {expected} numbers, but {got} come in.",
        ReaderKey::FaultPoolPadding => {
            "A pool pads by at most half of its kernel: {padding} is more than half of {kernel}."
        }
        ReaderKey::AtFault => "{layer}, layer {index}: {name}",
        ReaderKey::FixBefore => "Put nn.{layer}() before it",
        ReaderKey::FaultReflect => "Mirroring {padding} cells needs more than {padding} in the input; it has {size}.",
        ReaderKey::FaultCircular => {
            "Going round by {padding} cells needs at least as many in the input; it has {size}."
        }
        ReaderKey::FaultCutsAll => "This padding takes all cells away.",
        ReaderKey::FaultKernelTooLarge => {
            "The kernel reaches over {effective} cells; the input with its padding has {padded}."
        }
        ReaderKey::FaultOutputPadding => {
            "output_padding is less than stride or dilation, so at most {most}; {output_padding} is too much."
        }
        ReaderKey::FaultOutputTooSmall => "The padding crops the whole output away; {size} cells would be left.",
        ReaderKey::FaultLength => "{expected} numbers are needed; there are {got}.",
        ReaderKey::FaultBiasMissing => "The layer has a bias, but there are no numbers for it.",
        ReaderKey::FaultBiasUnwanted => "The layer has no bias, but there are numbers for one.",
        ReaderKey::FaultExceeds => "{value} is more than can be computed here; the limit is {limit}.",
        ReaderKey::ParseAt => "Column {column}: expected {expected}, found “{found}”.",
        ReaderKey::ParseEnd => "Column {column}: expected {expected}, but the text ends.",
        ReaderKey::ExpectClass => "a layer, such as nn.Conv2d(3, 16, 3)",
        ReaderKey::ExpectNearest => "{name}",
        ReaderKey::ExpectEager => "{name} with its in_channels",
        ReaderKey::ExpectOpen => "an opening bracket",
        ReaderKey::ExpectArgument => "an argument or the closing bracket",
        ReaderKey::ExpectComma => "a comma or the closing bracket",
        ReaderKey::ExpectEnd => "nothing more",
        ReaderKey::ExpectNamed => "an argument with its name: after a named one, all are named",
        ReaderKey::ExpectKeyword => "the name of an argument",
        ReaderKey::ExpectOnce => "{name} only once",
        ReaderKey::ExpectAtMost => "at most {count} arguments",
        ReaderKey::ExpectRequired => "the argument {name}",
        ReaderKey::ExpectInteger => "a whole number",
        ReaderKey::ExpectIntegerOrTuple => "a whole number, or one for each axis in brackets",
        ReaderKey::ExpectInRange => "a smaller number",
        ReaderKey::ExpectEntries => "{count} whole numbers",
        ReaderKey::ExpectBool => "True or False",
        ReaderKey::ExpectPadding => "whole numbers, 'same' or 'valid'",
        ReaderKey::ExpectPaddingMode => "'zeros', 'reflect', 'replicate' or 'circular'",
        ReaderKey::ExpectSetting => "None",
        ReaderKey::ExpectLayers => "at most {count} layers",
        ReaderKey::ExpectOnly => "{name}, as nothing else is computed here",
        ReaderKey::ExpectClosingQuote => "the closing quote",
        ReaderKey::MustObject => "set takes an object with the keys of a link",
        ReaderKey::MustValue => "must be text, a number or numbers",
        ReaderKey::MustSpec => "is missing or is not what PyTorch takes there",
        ReaderKey::MustTensor => "must be an object with shape and data",
        ReaderKey::NumbersNot => "Character {column}: “{found}” is no number.",
        ReaderKey::NumbersMany => "Too many numbers: at most {limit}.",
        ReaderKey::NumbersEmpty => "There are no numbers in it.",
        ReaderKey::WhyUnknown => "There is no such setting.",
        ReaderKey::WhyNotOneOf => "Expected something like {examples}.",
        ReaderKey::WhyNoSuch => "Nothing here is called {names}.",
    }
}
