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

keys! { "What an embed says besides." EmbedKey en::embed { Full, } }

// Apart, so that these texts load with the part of the page that says them.
keys! { "What the controls say, which come later." LaterKey en::later {
    // The page.
    LineHint, LineLabel, ListLabel, PasteLayer, Copy, Copied, CopyByHand, Reset, ListSwitch,
    PerAxis, PerSide, AxisDepth, AxisHeight, AxisWidth, AxisLength, Theme, ThemeAuto, ThemeLight, ThemeDark,
    Increase, Decrease,
    // The explaining pictures.
    Explain, ExplainChoose, Compare, CompareHint, Embed, TakeAway,
    // The scene.
    Operation, InputSize, Flip, FlipHint, Shuffle, Presets, PresetChoose, Filters,
    Examples, Data,
    Identity, BoxBlur, SobelX, SobelY, Laplacian, Sharpen, MovingAverage,
    ExampleKernel1, ExampleKernel3, ExamplePadding, ExampleStride, ExampleDilation, ExampleGroups, ExampleDepthwise,
    ExampleChannels, ExampleFloor, ExampleFull, ExampleRgb, ExampleTransposed, ExampleUpsample,
    ExampleSeparable, ExampleCausal, ExampleHoles, ExampleNetwork, ExampleSine, ExampleBar,
    ExampleCorner, ExampleCross,
    // What the arguments mean.
    AboutInChannels, AboutOutChannels, AboutKernelSize, AboutStride, AboutPadding, AboutOutputPadding, AboutDilation,
    AboutGroups, AboutBias, AboutPaddingMode,
    AboutInFeatures, AboutOutFeatures, AboutPool, AboutPoolStride, AboutPoolPadding, AboutSides,
    SideLeft, SideRight, SideTop, SideBottom, SideFront, SideBack, Channels,
    // Several layers.
    Layers, LayerAdd, LayerRemove, LayerBack, LayerOn, LayerInHand, NoWeights,
    // The stage.
    LaterCellHint, TooLarge, KernelTooWide, TooMuchWork, ShowLargest, Rank3, EditCell, EditHint,
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
    NumbersNot, NumbersMany, NumbersEmpty, WhyUnknown, WhyNotOneOf, WhyNoSuch,
} }

keys! { "What the parameters of a link mean, and the controls that it can hide and lock." LinkKey en::links {
    Layer, Shape, Seed, Fill, Input, Weight, Bias, Flip, Order, Step, Picture,
    B, Speed, Autoplay, Theme, Stage,
    Embed, Hide, Lock,
    // The controls, and what a lock of them keeps.
    TheLine, TheLayers, TheTools, TheNumbers, TheFacts, TheNarration, TheArithmetic, TheTransport, TheWays, TheExplain,
    TheTheme, TheFull, TheShape, TheInput, TheWeight, TheFlip, TheOrder, TheSpeed, TheArgument, TheBias,
    KeepsLine, KeepsLayers, KeepsNumbers, KeepsTransport, KeepsExplain,
} }

keys! { "What the composer of embeds says." ComposerKey en::composer {
    Title, Close, FrameTitle,
    Preview, Phone, Page, Slide, Pixels,
    // What is pasted, and where.
    Place, Paste, Denied, Qr, QrHint, QrLong, Fixed,
    Link, LinkHint, Iframe, IframeHint, Element, ElementHint, MkDocs, MkDocsHint, Myst, MystHint, Quarto, QuartoHint,
    Reveal, RevealHint, Moodle, MoodleHint, Docusaurus, DocusaurusHint, Notion, NotionHint, Sites, SitesHint,
    // What is set.
    Begin, BeginFirst, BeginHere, Plays,
    Reader, Open, Locked, Hidden, Settings,
    Transport, Arithmetic, Narration, Line, Explain, Ways, Facts, Numbers, Tools, Theme, Full,
    Layer, Shape, Input, Weight, Flip, Order, Speed,
} }

keys! { "What is said on what is taken away, and where it is chosen." ExportKey en::export {
    // On a figure, and of it.
    AltLayer, AltKernel, AltStep, AltSum, AltNone, AltZero, AltZeros, StripStep, StripFirst,
    // The panel.
    Export, ExportAbout, Close, Svg, Png, Gif, WebM, Strip, Csv, OneFile, Tikz, Alt, Copy, Copied, Save, Cancel, Width, Dark, Film,
    Making, Drawing, Made, Cancelled, ExportStill, Frames, Text,
    // What cannot be.
    NoFilm, NoImage, NoCanvas, NoRecorder, NoCopy, NoFormat, NoWidth, NoOneFile,
} }

keys! { "What the explaining pictures are called and show." ExplainKey en::explain {
    Pictures, CloseExplain, NotOfThis, NoFilm, InputChannel, OnAxis, TooManySlices,
    ChannelsName, ChannelsAbout,
    GroupsName, GroupsAbout,
    SeparableName, SeparableAbout,
    PointwiseName, PointwiseAbout,
    PaddingName, PaddingAbout,
    StrideName, StrideAbout,
    DilationName, DilationAbout,
    TransposedName, TransposedAbout,
    FlipName, FlipAbout,
    FeedsName, FeedsAbout,
    MatrixName, MatrixAbout,
    OrderName, OrderAbout,
    StackName, StackAbout,
    PoolName, PoolAbout,
    CompareName, CompareAbout,
    SignalName, SignalAbout,
    MatchName, MatchAbout,
} }

keys! { "What the pictures of channels say." ChannelsKey en::channels {
    // Channels.
    ChannelsFilters, ChannelsOneFilter, ChannelsImage, ChannelsSome, ChannelsRounding, ChannelsNoRoom,
    ChannelsThis, ChannelsFolded, ChannelsBias, ChannelsSum, ChannelsSoFar, ChannelsWindow, ChannelsFilter,
    ChannelsProducts, ChannelsSums, ChannelsEach,
    // Groups.
    GroupsStop, GroupsAll, GroupsSome, GroupsDepthwise, GroupsMultiplied, GroupsIn, GroupsOut, GroupsWeight,
    GroupsSquare, GroupsRows, GroupsColumns, GroupsOne, GroupsCost, GroupsSaves, GroupsDouble, GroupsDoubleBoth,
    GroupsApart, GroupsApartSome, GroupsStep, GroupsStamp, GroupsLabel,
    // Depthwise separable.
    SeparableLayer, SeparableStandard, SeparableDepthwise, SeparablePointwise, SeparableSeparable, SeparableThis, SeparableHere,
    SeparableTwo, SeparableChannels, SeparableFrom, SeparableAll, SeparableNone, SeparableOf, SeparableMacs,
    SeparableWeights, SeparableCounts, SeparableRatio, SeparableDiffers, SeparableAlready, SeparableChart,
    SeparableChartX, SeparableChartY, SeparableLabel,
    // 1x1.
    PointwiseMatrix, PointwiseMatrixGroups, PointwiseLinear, PointwiseStep, PointwiseWeight, PointwiseInput,
    PointwiseOutput, PointwiseChannels, PointwiseFilters, PointwisePositions, PointwiseLabel,
} }

keys! { "What the pictures of windows say." WindowsKey en::windows {
    // Any of them.
    SliderOnAxis,
    // Padding.
    PaddingNone, PaddingZeros, PaddingReflect, PaddingReplicate, PaddingCircular, PaddingSameOdd, PaddingSameEven,
    PaddingCells, PaddingRefused, PaddingStep, PaddingPoint, PaddingBefore, PaddingAfter, PaddingLabel,
    // Stride.
    StrideFloor, StrideAllRead, StrideLosesPadding, StrideLosesData, StrideLosesBoth, StrideAndMore, StrideOwnSize,
    StrideTwoSizes, StrideSizes, StrideSizeRange, StrideAmbiguous, StrideFeedsNone, StrideFeedsNonePadding,
    StrideWindow, StrideLabel,
    // Dilation.
    DilationReach, DilationNone, DilationCost, DilationEqual, DilationTooMany, DilationTooLarge, DilationWindow,
    DilationOf, DilationStuffed, DilationLabel,
    // Convolution or cross-correlation.
    FlipChoice, FlipCross, FlipConvolution, FlipIsCross, FlipIsConvolution, FlipSymmetric, FlipApart,
    FlipEqualsCross, FlipEqualsConvolution, FlipAsItIs, FlipMirrored, FlipProducts, FlipSum, FlipRows, FlipPart,
    FlipTooFar, FlipNow, FlipWindow, FlipTurned, FlipLabelCross, FlipLabelConvolution,
    // Both directions.
    FeedsMany, FeedsOne, FeedsNone, FeedsUnread, FeedsWeight, FeedsBias, FeedsReads, FeedsReadsOne, FeedsPadding,
    FeedsInserted, FeedsSays, FeedsChannels, FeedsOutside, FeedsTwice,
    FeedsSlices, FeedsRows, FeedsColumns, FeedsCells,
} }

keys! { "What the pictures of what numbers mean say." NumbersKey en::numbers {
    // Order.
    OrderSame, OrderDiffers, OrderTooMany, OrderTooLarge, OrderChannels, OrderLabel,
    // Layers in a row.
    StackStep, StackAll, StackAll1, StackTooLarge, StackInput, StackField, StackFormula, StackSees, StackCut,
    StackLabel, StackDilations, StackSize, StackGrowth, StackHere,
    // Pooling.
    PoolKind, PoolWindow, PoolWeights, PoolMax, PoolEqual, PoolRounded, PoolAll, PoolLabel,
    // Side by side.
    CompareNone, CompareTooLarge, CompareShapes, CompareSame, CompareDiffer, CompareSoFar, CompareA, CompareB,
    ComparePin, CompareSwap, CompareChoice, CompareWeights, CompareMacs, CompareBoth, CompareLayer, CompareAfter,
    CompareInput, CompareFlip, CompareCross, CompareNumbers, CompareOtherNumbers, CompareLabel,
    // Signals.
    SignalChannel, SignalRough, SignalRoughChannels, SignalSum, SignalSoFar, SignalMore, SignalFill, SignalNumbers, SignalSine, SignalLabel, SignalCell,
    // What the number means.
    MatchPatch, MatchChannel, MatchProducts, MatchPositive, MatchNegative, MatchTotal, MatchBest, MatchWorst,
    MatchCovered, MatchPredict, MatchReach, MatchEqual, MatchRounded, MatchTies, MatchLarge, MatchOutlines,
    MatchFilters, MatchShapes, MatchLabel, MatchAll,
} }

keys! { "What the pictures of tables say." TablesKey en::tables {
    // Transposed.
    TransposedLabel, TransposedTold, TransposedByInput, TransposedByOutput, TransposedCount, TransposedSum, TransposedSumOthers,
    TransposedBias, TransposedOutput, TransposedScatter, TransposedGather, TransposedNoInput, TransposedTerms,
    TransposedTermsOf, TransposedStamps, TransposedStamp, TransposedStampMirrored, TransposedWindow,
    TransposedWindowMirrored, TransposedGridsLarge, TransposedOverlap, TransposedOverlapPart, TransposedMade,
    TransposedNothing, TransposedPair, TransposedOthers, TransposedRows, TransposedColumns, TransposedPositive, TransposedNegative, TransposedWaits,
    TransposedOutside, TransposedGaps, TransposedGapsBias, TransposedCollapseTwo, TransposedTooLarge, TransposedSame, TransposedNotCompared,
    TransposedCropped, TransposedAddedReal, TransposedAddedZero, TransposedAddedBias, TransposedAddedBothZero,
    TransposedAddedBoth, TransposedCollapse, TransposedEven, TransposedUneven, TransposedShare,
    TransposedDivide, TransposedNoInverse, TransposedShapeBack, TransposedBothBack, TransposedInverse,
    // The matrix.
    MatrixLabel, MatrixTitle, MatrixWindows, MatrixPage, MatrixRows, MatrixFilter, MatrixBiasLast, MatrixTooLarge,
    MatrixNotCompared, MatrixSize, MatrixSame, MatrixDropped, MatrixSummed, MatrixNoOther, MatrixOther,
} }

keys! { "What the questions of lessons say." AskKey en::ask {
    // What is asked, and the way to the answer.
    PromptClaim, PromptFeeds, PromptFeedsOne, PromptField, PromptFieldAxis, PromptLayer, PromptMacs, PromptParams,
    PromptShape, PromptStamp, PromptValue, PromptWindow, ClaimRight, ClaimWrong, NoCells, HintAxis, HintClaim,
    HintCopy, HintFeeds, HintFeedsStamp, HintField, HintFieldAll, HintFlatten, HintLayer, HintLinear, HintMacs,
    HintMacsOnce, HintMacsStamp, HintMax, HintMean, HintNoWeights, HintParams, HintParamsBias, HintRelu, HintSame,
    HintShape, HintShapeKept, HintStamp, HintStampLast, HintSum, HintWindow, HintWindowOf, HintWindowPadding, HintWindowChannels, HintWindowAll, HintWindowStamp,
    // What learners get wrong.
    NotCeil, NotHangOver, NotOneSidePadded, NotDilationTimesKernel, NotWithoutDilation, NotWithoutStride,
    NotWithoutPadding, NotWithoutOne, NotKept, NotAsConv, NotWithoutOutputPadding, NotTimesStride, NotPaddingAdded,
    NotInChannelsOut, NotChannelsMixed, NotWithoutChannels, NotSwapped, NotStepBehind, NotFilledHoles,
    NotFirstChannel, NotOtherGroups, NotBeyondEdge, NotOneReader, NotAllChannels, NotCountedKernel, NotFlipped,
    NotUnflipped, NotOneKernel, NotWithoutBias, NotOtherFilter, NotWithoutWeights, NotAdded, NotOneStamp,
    NotStampMultiplied, NotMean, NotSumForMax, NotSumForMean, NotMax, NotInsideOnly, NotNegative, NotSignDropped,
    NotWithoutGroups, NotTimesGroups, NotOneFilter, NotOneBias, NotNoBias, NotOneSide, NotNoWeights, NotParamsAsMacs,
    NotMacsAsParams, NotOneOutputChannel, NotOtherPositions, NotBiasMultiplied, NotAddsToo, NotFieldWithoutStride,
    NotOwnStride, NotSumOfKernels, NotProductOfKernels, NotFieldWithoutOne, NotLastLayer, NotOtherArgument,
    NotOtherKind,
} }

keys! { "The terms of the glossary." TermKey en::terms {
    TensorName, TensorAbout, ShapeName, ShapeAbout, BatchName, BatchAbout, ChannelName, ChannelAbout, FeatureMapName,
    FeatureMapAbout, ConvolutionName, ConvolutionAbout, CrossCorrelationName, CrossCorrelationAbout, KernelName,
    KernelAbout, FilterName, FilterAbout, WeightName, WeightAbout, BiasName, BiasAbout, WindowName, WindowAbout,
    StrideName, StrideAbout, FloorName, FloorAbout, PaddingName, PaddingAbout, SameName, SameAbout, ValidName,
    ValidAbout, DilationName, DilationAbout, GroupsName, GroupsAbout, DepthwiseName, DepthwiseAbout, PointwiseName,
    PointwiseAbout, SeparableName, SeparableAbout, TransposedName, TransposedAbout, OutputPaddingName,
    OutputPaddingAbout, CheckerboardName, CheckerboardAbout, ReceptiveFieldName, ReceptiveFieldAbout, PoolingName,
    PoolingAbout, ActivationName, ActivationAbout, FullyConnectedName, FullyConnectedAbout, ParametersName,
    ParametersAbout, MacsName, MacsAbout, Im2colName, Im2colAbout,
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
        let texts = texts.chain(ExportKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(ExplainKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(ChannelsKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(WindowsKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(NumbersKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(ComposerKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(TablesKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(LinkKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(AskKey::ALL.iter().map(|&key| say(key)));
        let texts = texts.chain(TermKey::ALL.iter().map(|&key| say(key)));
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
