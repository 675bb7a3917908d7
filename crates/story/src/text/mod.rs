//! Every text that a reader sees, by key. A language is one file, which the compiler holds complete.
mod en;

macro_rules! keys {
    ($($key:ident,)*) => {
        /// The name of a text.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Key { $($key,)* }

        impl Key {
            pub const ALL: &[Self] = &[$(Self::$key,)*];
        }
    };
}

keys! {
    // The page.
    Title, Tagline, Skip, LineHint, LineLabel, ListLabel, PasteLayer, PasteLabel, Paste, Copy, Copied, Reset, ListSwitch,
    LineSwitch, PerAxis, Axis, AxisDepth, AxisHeight, AxisWidth, AxisLength, Theme, ThemeAuto, ThemeLight, ThemeDark,
    Increase, Decrease, Close, Apply, Cancel,
    // The scene.
    Operation, Convolution, Transposed, Rank, InputSize, Flip, FlipHint, Seed, Shuffle, Presets, PresetChoose, Filters,
    Examples, Data, DataHint, InputData, WeightData, BiasData, DataPlaceholder,
    Identity, BoxBlur, SobelX, SobelY, Laplacian, Sharpen, MovingAverage,
    ExampleKernel1, ExampleKernel3, ExamplePadding, ExampleStride, ExampleDilation, ExampleGroups, ExampleDepthwise,
    ExampleChannels, ExampleFloor, ExampleFull, ExampleRgb, ExampleTransposed, ExampleUpsample,
    // What the arguments mean.
    AboutInChannels, AboutOutChannels, AboutKernelSize, AboutStride, AboutPadding, AboutOutputPadding, AboutDilation,
    AboutGroups, AboutBias, AboutPaddingMode,
    // The stage.
    Stage, StageHint, Input, Kernel, KernelMirrored, Output, Bias, Channel, Filter, More, Sum,
    TooLarge, KernelTooWide, TooMuchWork, Rank3, EditCell, EditCellHint, EditHint,
    // The transport.
    Transport, Play, Pause, StepBack, StepOn, RowBack, RowOn, Start, End, Scrub, StepOf, Speed, SpeedTimes, Steps,
    StepsCells, StepsTaps, Order, OrderRows, OrderColumns, OrderShuffle, OrderAll, OrderScatter,
    // Beside it.
    ThisStep, OutputSize, FormulaWords, FormulaWordsTransposed, LeftOver, NothingLeftOver, OnAxis, SizeChart,
    ChartInput, ChartOutput, ChartTitle, ChartFailed,
    Cost, Parameters, MultiplyAdds, InputShape, WeightShape, OutputShape, Code,
    Products, NotZero, MoreTerms, ChannelSum, AllAtOnce,
    Narrate, NarrateTap, NarrateHole, NarrateScatter, NarrateStampTap, NarrateCropped, NarrateAll, Readout, ReadoutFeeds, ReadoutFeedsOne,
    ReadoutFeedsNone, ReadoutPadding, ReadoutCopy, ReadoutInserted, ReadoutEmpty,
    // What is wrong.
    Warning, LinkWarning, PyTorchSays, FixWith, FixInput, Dropped, NotTyped,
    FaultRank, FaultEntries, FaultTransposedPaddingMode, FaultTransposedPaddingName, FaultOutputPaddingOfConv,
    FaultGroupsNotPositive, FaultInChannels, FaultOutChannels, FaultSameStride, FaultChannels, FaultKernel, FaultStride,
    FaultDilation, FaultPaddingNegative, FaultOutputPaddingNegative, FaultInputRank, FaultEmptyInput,
    FaultChannelMismatch, FaultReflect, FaultCircular, FaultCutsAll, FaultKernelTooLarge, FaultOutputPadding,
    FaultOutputTooSmall, FaultLength, FaultBiasMissing, FaultBiasUnwanted, FaultExceeds,
    ParseAt, ParseEnd, ExpectClass, ExpectNearest, ExpectEager, ExpectOpen, ExpectArgument, ExpectComma, ExpectEnd,
    ExpectNamed, ExpectKeyword, ExpectOnce, ExpectAtMost, ExpectRequired, ExpectInteger, ExpectIntegerOrTuple,
    ExpectInRange, ExpectEntries, ExpectBool, ExpectPadding, ExpectPaddingMode, ExpectSetting, ExpectClosingQuote,
    NumbersNot, NumbersMany, NumbersEmpty, WhyUnknown, WhyNotOneOf,
    // What a link's parameters mean.
    LinkLayer, LinkShape, LinkSeed, LinkInput, LinkWeight, LinkBias, LinkFlip, LinkOrder, LinkStep, LinkSpeed,
    LinkAutoplay, LinkTheme,
}

/// The text of a key, with its placeholders.
pub fn say(key: Key) -> &'static str {
    en::text(key)
}

/// The text of a key, `{name}` replaced by the argument of that name.
pub fn fill(key: Key, arguments: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = say(key);
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
        for &key in Key::ALL {
            let text = say(key);
            assert!(!text.trim().is_empty(), "{key:?}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{key:?}");
        }
    }

    #[test]
    fn arguments_take_their_places() {
        let text = fill(Key::StepOf, &[("step", "5"), ("steps", "9")]);
        assert_eq!(text, "5 of 9");
    }
}
