//! Every text that a reader sees, by key. A language is one file, which the compiler holds complete.
mod en;

/// The name of a text.
pub trait Named: Copy {
    /// Its words, with their placeholders.
    fn text(self) -> &'static str;
}

macro_rules! keys {
    ($about:literal $name:ident $words:path { $($key:ident,)* }) => {
        #[doc = $about]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($key,)* }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$key,)*];
        }

        impl Named for $name {
            fn text(self) -> &'static str {
                $words(self)
            }
        }
    };
}

keys! { "What stands in the page at once." Key en::text {
    // The page.
    Title, Tagline, Skip,
    // The stage.
    Stage, StageHint, Input, Kernel, KernelMirrored, Window, Output, Bias, Filter, More,
    EditCellHint, Missing,
    // The transport.
    Transport, Play, Pause, StepBack, StepOn, RowBack, RowOn, Start, End, Scrub, StepOf,
    // Beside it.
    ThisStep,
    MoreTerms, ChannelSum, AllAtOnce,
    Narrate, NarrateTap, NarrateHole, NarrateScatter, NarrateStampTap, NarrateCropped, NarrateAll,
} }

// Apart, so that these texts load with the part of the page that says them.
keys! { "What the controls say, which come later." LaterKey en::later {
    // The page.
    LineHint, LineLabel, ListLabel, PasteLayer, Copy, Copied, Reset, ListSwitch,
    PerAxis, PerSide, AxisDepth, AxisHeight, AxisWidth, AxisLength, Theme, ThemeAuto, ThemeLight, ThemeDark,
    Increase, Decrease,
    // The scene.
    Operation, InputSize, Flip, FlipHint, Shuffle, Presets, PresetChoose, Filters,
    Examples, Data,
    Identity, BoxBlur, SobelX, SobelY, Laplacian, Sharpen, MovingAverage,
    ExampleKernel1, ExampleKernel3, ExamplePadding, ExampleStride, ExampleDilation, ExampleGroups, ExampleDepthwise,
    ExampleChannels, ExampleFloor, ExampleFull, ExampleRgb, ExampleTransposed, ExampleUpsample,
    // What the arguments mean.
    AboutInChannels, AboutOutChannels, AboutKernelSize, AboutStride, AboutPadding, AboutOutputPadding, AboutDilation,
    AboutGroups, AboutBias, AboutPaddingMode,
    AboutInFeatures, AboutOutFeatures, AboutPool, AboutPoolStride, AboutPoolPadding, AboutSides,
    SideLeft, SideRight, SideTop, SideBottom, SideFront, SideBack, Channels,
    // Several layers.
    Layers, LayerAdd, LayerRemove, LayerBack, LayerOn, LayerInHand, NoWeights,
    // The stage.
    LaterCellHint, TooLarge, KernelTooWide, TooMuchWork, Rank3, EditCell, EditHint,
    // The transport.
    Speed, SpeedTimes, Steps,
    StepsCells, StepsTaps, Order, OrderRows, OrderColumns, OrderShuffle, OrderAll, OrderScatter,
    // Beside it.
    OutputSize, FormulaWords, FormulaWordsTransposed, FormulaWordsLinear, FormulaWordsFlat, LeftOver, NothingLeftOver, OnAxis, SizeChart,
    ChartInput, ChartOutput, ChartTitle, ChartFailed,
    Cost, Parameters, MultiplyAdds, InputShape, WeightShape, OutputShape,
    Readout, ReadoutFeeds, ReadoutFeedsOne,
    NarrateMax, NarrateMean, NarrateKept, NarrateCut, NarrateCopied, NarrateSoFar,
    ReadoutFeedsNone, ReadoutPadding, ReadoutCopy, ReadoutInserted, ReadoutEmpty,
} }

keys! { "What is said by the part that reads and explains." ReaderKey en::reader {
    // The page.
    PasteLabel,
    Close,
    // The scene.
    DataHint, InputData, WeightData, BiasData, DataPlaceholder,
    // What is wrong.
    Warning, LinkWarning, PyTorchSays, FixWith, FixInput, Dropped,
    FaultRank, FaultEntries, FaultTransposedPaddingMode, FaultTransposedPaddingName, FaultOutputPaddingOfConv,
    FaultGroupsNotPositive, FaultInChannels, FaultOutChannels, FaultSameStride, FaultChannels, FaultKernel, FaultStride,
    FaultDilation, FaultPaddingNegative, FaultOutputPaddingNegative, FaultInputRank, FaultEmptyInput,
    FaultChannelMismatch, FaultReflect, FaultCircular, FaultCutsAll, FaultKernelTooLarge, FaultOutputPadding,
    FaultNotFlat, FaultFeatures, FaultPoolPadding, AtFault, FixBefore,
    FaultOutputTooSmall, FaultLength, FaultBiasMissing, FaultBiasUnwanted, FaultExceeds,
    ParseAt, ParseEnd, ExpectClass, ExpectNearest, ExpectEager, ExpectOpen, ExpectArgument, ExpectComma, ExpectEnd,
    ExpectNamed, ExpectKeyword, ExpectOnce, ExpectAtMost, ExpectRequired, ExpectInteger, ExpectIntegerOrTuple,
    ExpectInRange, ExpectEntries, ExpectBool, ExpectPadding, ExpectPaddingMode, ExpectSetting, ExpectClosingQuote,
    ExpectLayers, ExpectOnly,
    NumbersNot, NumbersMany, NumbersEmpty, WhyUnknown, WhyNotOneOf,
    // What a link's parameters mean.
    LinkLayer, LinkShape, LinkSeed, LinkInput, LinkWeight, LinkBias, LinkFlip, LinkOrder, LinkStep, LinkSpeed,
    LinkAutoplay, LinkTheme, LinkStage,
} }

/// The text of a key, with its placeholders.
pub fn say(key: impl Named) -> &'static str {
    key.text()
}

/// The text of a key, `{name}` replaced by the argument of that name.
pub fn fill(key: impl Named, arguments: &[(&str, &str)]) -> String {
    filled(key.text(), arguments)
}

fn filled(mut rest: &str, arguments: &[(&str, &str)]) -> String {
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        text += before;
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let value = arguments.iter().find(|(argument, _)| *argument == name);
        text += value.map_or("", |(_, value)| value);
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_empty_and_every_bracket_closes() {
        let texts = Key::ALL.iter().map(|&key| say(key));
        let texts = texts.chain(LaterKey::ALL.iter().map(|&key| say(key)));
        for text in texts.chain(ReaderKey::ALL.iter().map(|&key| say(key))) {
            assert!(!text.trim().is_empty());
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
        }
    }

    #[test]
    fn arguments_take_their_places() {
        let text = fill(Key::StepOf, &[("step", "5"), ("steps", "9")]);
        assert_eq!(text, "5 of 9");
    }
}
