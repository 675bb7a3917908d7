//! English.
use super::Key;

pub fn text(key: Key) -> &'static str {
    match key {
        Key::Title => "ConvLens",
        Key::Tagline => "What a convolution layer does, cell by cell",
        Key::Skip => "Skip to the picture",
        Key::LineHint => "Drag a value, use the arrow keys, or type.",
        Key::LineLabel => "The layer",
        Key::ListLabel => "The layer as a list",
        Key::PasteLayer => "Paste a layer",
        Key::PasteLabel => "Paste any PyTorch layer",
        Key::Paste => "Paste",
        Key::Copy => "Copy",
        Key::Copied => "Copied",
        Key::Reset => "Reset",
        Key::ListSwitch => "Show as a list",
        Key::LineSwitch => "Show as code",
        Key::PerAxis => "Set each axis by itself",
        Key::Axis => "axis",
        Key::AxisDepth => "depth",
        Key::AxisHeight => "height",
        Key::AxisWidth => "width",
        Key::AxisLength => "length",
        Key::Theme => "Colours",
        Key::ThemeAuto => "As the system",
        Key::ThemeLight => "Light",
        Key::ThemeDark => "Dark",
        Key::Increase => "More {name}",
        Key::Decrease => "Less {name}",
        Key::Close => "Close",
        Key::Apply => "Apply",
        Key::Cancel => "Cancel",

        Key::Operation => "Operation",
        Key::Convolution => "Convolution",
        Key::Transposed => "Transposed",
        Key::Rank => "Axes",
        Key::InputSize => "Input size",
        Key::Flip => "True convolution",
        Key::FlipHint => {
            "Mirrors the kernel before it slides. A layer does not: it cross-correlates."
        }
        Key::Seed => "Seed",
        Key::Shuffle => "New numbers",
        Key::Presets => "Ready scenes",
        Key::PresetChoose => "Choose a filter or an example",
        Key::Filters => "Filters, on your input",
        Key::Examples => "Worked examples",
        Key::Data => "Numbers",
        Key::DataHint => {
            "Commas or spaces part cells, lines part rows, an empty line parts channels. Arrays of NumPy and tensors of PyTorch can be pasted as they are printed."
        }
        Key::InputData => "Input",
        Key::WeightData => "Weights",
        Key::BiasData => "Bias",
        Key::DataPlaceholder => "1 2 3",
        Key::Identity => "Identity",
        Key::BoxBlur => "Box blur",
        Key::SobelX => "Sobel, left to right",
        Key::SobelY => "Sobel, top to bottom",
        Key::Laplacian => "Laplacian",
        Key::Sharpen => "Sharpen",
        Key::MovingAverage => "Moving average, 1-D",
        Key::ExampleKernel1 => "1-D, kernel of one cell",
        Key::ExampleKernel3 => "1-D, kernel of three cells",
        Key::ExamplePadding => "Padding keeps the size",
        Key::ExampleStride => "Stride 3 skips",
        Key::ExampleDilation => "Dilation 2 reaches further",
        Key::ExampleGroups => "Two groups, side by side",
        Key::ExampleDepthwise => "Depthwise, two filters a channel",
        Key::ExampleChannels => "Four channels in, two out",
        Key::ExampleFloor => "The floor: 5 cells, stride 2",
        Key::ExampleFull => "Full convolution, kernel mirrored",
        Key::ExampleRgb => "Three channels in, four out, 2-D",
        Key::ExampleTransposed => "Transposed, 1-D",
        Key::ExampleUpsample => "Transposed, twice the size",

        Key::AboutInChannels => "How many channels the input has.",
        Key::AboutOutChannels => "How many filters, and so output channels, there are.",
        Key::AboutKernelSize => "How many cells the kernel has along each axis.",
        Key::AboutStride => "How many cells the window moves from one output to the next.",
        Key::AboutPadding => "How many cells are added around the input.",
        Key::AboutOutputPadding => "How many cells more the output has at its end.",
        Key::AboutDilation => "How far apart the kernel's cells lie.",
        Key::AboutGroups => {
            "Into how many parts the channels are split; each part is a layer of its own."
        }
        Key::AboutBias => "Whether a number is added to each output channel.",
        Key::AboutPaddingMode => "What stands in the padding cells.",

        Key::Stage => "The convolution, step by step",
        Key::StageHint => {
            "Space plays, the arrow keys step. Enter goes into the cells, Escape comes out."
        }
        Key::Input => "input",
        Key::Kernel => "kernel",
        Key::KernelMirrored => "kernel, mirrored",
        Key::Output => "output",
        Key::Bias => "bias",
        Key::Channel => "channel {index}",
        Key::Filter => "filter {index} of {count}",
        Key::More => "+{count} more",
        Key::Sum => "sum",
        Key::TooLarge => {
            "Too large to draw cell by cell: the stage shows up to {limit} cells on an axis. The shapes and the cost hold all the same."
        }
        Key::KernelTooWide => {
            "The stage draws kernels of up to {limit} cells on an axis. The shapes and the cost hold all the same."
        }
        Key::TooMuchWork => {
            "This is more than the page computes at once. The shapes and the cost hold all the same."
        }
        Key::Rank3 => {
            "Three axes: the slices along the depth stand side by side; the window reaches through several of them."
        }
        Key::EditCell => "New value of {cell}",
        Key::EditHint => "Enter keeps it, Escape does not, empty brings back the generated one.",
        Key::Lit => "lit",

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
        Key::Speed => "Speed",
        Key::SpeedTimes => "{times}×",
        Key::Steps => "Step by",
        Key::StepsCells => "cell",
        Key::StepsTaps => "product",
        Key::Order => "Order",
        Key::OrderRows => "by rows",
        Key::OrderColumns => "by columns",
        Key::OrderShuffle => "shuffled",
        Key::OrderAll => "all at once",
        Key::OrderScatter => "scatter, by input",

        Key::ThisStep => "This step",
        Key::OutputSize => "Output size",
        Key::FormulaWords => "(input + padding − reach of the kernel) ÷ stride, rounded down, + 1",
        Key::FormulaWordsTransposed => {
            "(input − 1) · stride − 2 · padding + reach of the kernel + output_padding"
        }
        Key::LeftOver => {
            "The floor drops {count}: after the last window there is no room for another."
        }
        Key::NothingLeftOver => "Nothing is left over.",
        Key::OnAxis => "On the {axis}",
        Key::SizeChart => "Output size for every input size",
        Key::ChartInput => "input size",
        Key::ChartOutput => "output size",
        Key::ChartTitle => "Output size against input size: {input} gives {output}",
        Key::ChartFailed => "The chart could not be loaded. Everything else works without it.",
        Key::Cost => "Shapes and cost",
        Key::Parameters => "Parameters",
        Key::MultiplyAdds => "Multiply–adds",
        Key::InputShape => "Input",
        Key::WeightShape => "Weight",
        Key::OutputShape => "Output",
        Key::Code => "In PyTorch",
        Key::Products => "products",
        Key::NotZero => "{count} of {all} products are not zero",
        Key::MoreTerms => "… {count} more",
        Key::ChannelSum => "channel {index}: {sum}",
        Key::AllAtOnce => "No output waits for another: all of them can be computed at once.",
        Key::Narrate => "{cell} = {value}: {count} products, {nonzero} of them not zero.",
        Key::NarrateTap => "{cell}: {x} × {w} = {product}, together {total} so far.",
        Key::NarrateHole => "{cell}: an inserted zero, which adds nothing; {total} so far.",
        Key::NarrateScatter => "{cell} = {x} stamps the kernel onto {count} output cells.",
        Key::NarrateCropped => "{cell}: this part of the stamp is cropped by the padding.",
        Key::NarrateAll => "All {count} output cells at once.",
        Key::Readout => "{cell} = {value}",
        Key::ReadoutFeeds => "{cell} = {value}, feeds {count} outputs",
        Key::ReadoutFeedsNone => "{cell} = {value}, feeds 0 outputs: no window reads it",
        Key::ReadoutPadding => "padding, 0",
        Key::ReadoutCopy => "padding, a copy of {cell} = {value}",
        Key::ReadoutInserted => "an inserted zero: it adds nothing",
        Key::ReadoutEmpty => "{cell}, not computed yet",

        Key::Warning => "This layer cannot be",
        Key::LinkWarning => "The address asks for {name}={value}: {why}",
        Key::PyTorchSays => "PyTorch says:",
        Key::FixWith => "Use {fix}",
        Key::FixInput => "Use an input of {shape}",
        Key::Dropped => "Back to the picture's layer",
        Key::NotTyped => "“{text}” is no value of {name}.",
        Key::FaultRank => "A layer has one, two or three axes; this one has {rank}.",
        Key::FaultEntries => {
            "{field} needs one number for all axes or {expected}, one an axis; it has {got}."
        }
        Key::FaultTransposedPaddingMode => {
            "A transposed layer pads with zeros only, not by {mode}."
        }
        Key::FaultTransposedPaddingName => {
            "A transposed layer takes its padding as numbers, not as a word."
        }
        Key::FaultOutputPaddingOfConv => "Only a transposed layer has an output_padding.",
        Key::FaultGroupsNotPositive => "There is at least one group; {groups} is none.",
        Key::FaultInChannels => {
            "{channels} input channels cannot be split evenly into {groups} groups."
        }
        Key::FaultOutChannels => {
            "{channels} output channels cannot be split evenly into {groups} groups."
        }
        Key::FaultSameStride => {
            "padding='same' keeps the size, which a stride of {stride} would not."
        }
        Key::FaultChannels => "A layer needs at least one channel; {channels} is too few.",
        Key::FaultKernel => "A kernel has at least one cell along each axis; {kernel} is too few.",
        Key::FaultStride => "A window moves on by at least one cell; {stride} is too few.",
        Key::FaultDilation => "The kernel's cells lie at least 1 apart; {dilation} is too little.",
        Key::FaultPaddingNegative => "Padding adds cells; {padding} would take some away.",
        Key::FaultOutputPaddingNegative => {
            "output_padding adds cells; {output_padding} would take some away."
        }
        Key::FaultInputRank => {
            "The input has {got} axes; channels and sizes together are {expected}."
        }
        Key::FaultEmptyInput => "The input has no cells.",
        Key::FaultChannelMismatch => "The layer takes {expected} channels; the input has {got}.",
        Key::FaultReflect => {
            "Mirroring {padding} cells needs more than {padding} in the input; it has {size}."
        }
        Key::FaultCircular => {
            "Going round by {padding} cells needs at least as many in the input; it has {size}."
        }
        Key::FaultCutsAll => "This padding takes all cells away.",
        Key::FaultKernelTooLarge => {
            "The kernel reaches over {effective} cells; the input with its padding has {padded}."
        }
        Key::FaultOutputPadding => {
            "output_padding is less than stride or dilation, so at most {most}; {output_padding} is too much."
        }
        Key::FaultOutputTooSmall => {
            "The padding crops the whole output away; {size} cells would be left."
        }
        Key::FaultLength => "{expected} numbers are needed; there are {got}.",
        Key::FaultBiasMissing => "The layer has a bias, but there are no numbers for it.",
        Key::FaultBiasUnwanted => "The layer has no bias, but there are numbers for one.",
        Key::FaultExceeds => "{value} is more than can be computed here; the limit is {limit}.",
        Key::ParseAt => "Column {column}: expected {expected}, found “{found}”.",
        Key::ParseEnd => "Column {column}: expected {expected}, but the text ends.",
        Key::ExpectClass => "a layer, such as nn.Conv2d(3, 16, 3)",
        Key::ExpectNearest => "{name}",
        Key::ExpectEager => "{name} with its in_channels",
        Key::ExpectOpen => "an opening bracket",
        Key::ExpectArgument => "an argument or the closing bracket",
        Key::ExpectComma => "a comma or the closing bracket",
        Key::ExpectEnd => "nothing more",
        Key::ExpectNamed => "an argument with its name: after a named one, all are named",
        Key::ExpectKeyword => "the name of an argument",
        Key::ExpectOnce => "{name} only once",
        Key::ExpectAtMost => "at most {count} arguments",
        Key::ExpectRequired => "the argument {name}",
        Key::ExpectInteger => "a whole number",
        Key::ExpectIntegerOrTuple => "a whole number, or one for each axis in brackets",
        Key::ExpectInRange => "a smaller number",
        Key::ExpectEntries => "{count} whole numbers",
        Key::ExpectBool => "True or False",
        Key::ExpectPadding => "whole numbers, 'same' or 'valid'",
        Key::ExpectPaddingMode => "'zeros', 'reflect', 'replicate' or 'circular'",
        Key::ExpectSetting => "None",
        Key::ExpectClosingQuote => "the closing quote",
        Key::NumbersNot => "Character {column}: “{found}” is no number.",
        Key::NumbersMany => "Too many numbers: at most {limit}.",
        Key::NumbersEmpty => "There are no numbers in it.",
        Key::WhyUnknown => "there is no such setting.",
        Key::WhyNotOneOf => "expected something like {examples}.",

        Key::LinkLayer => "The layer, as PyTorch writes it, with or without nn.",
        Key::LinkShape => "The input's size without channels.",
        Key::LinkSeed => "Names the generated numbers: the same seed gives the same ones.",
        Key::LinkInput => {
            "The input's numbers: , in a row, ; between rows, _ between channels. What is missing comes from the seed."
        }
        Key::LinkWeight => "The weights, likewise, __ between filters.",
        Key::LinkBias => "The biases, one an output channel.",
        Key::LinkFlip => "1 for true convolution: the kernel mirrored.",
        Key::LinkOrder => "The order of the steps: rows, columns, shuffle, all, scatter.",
        Key::LinkStep => "The step, from 0; 7.3 is product 3 of step 7.",
        Key::LinkSpeed => "Steps a second: 0.5, 1, 2, 4, 8.",
        Key::LinkAutoplay => "0 to stand still at first.",
        Key::LinkTheme => "light or dark; auto follows the system.",
    }
}
