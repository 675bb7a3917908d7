//! The keys, a kind for each part of the page that says them.
use super::{Named, en};

// The kinds of keys follow one another in the file of a language.
macro_rules! keys {
    ($about:literal $name:ident, from $first:expr, $words:ident { $($key:ident,)* }) => {
        #[doc = $about]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($key,)* }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$key,)*];
            /// The line after its last, in the file of a language.
            pub const END: usize = $first + Self::ALL.len();
        }

        impl Named for $name {
            fn english(self) -> &'static &'static str {
                static TABLE: [&str; $name::ALL.len()] = {
                    let mut table = [""; $name::ALL.len()];
                    let mut at = 0;
                    while at < table.len() {
                        table[at] = en::$words($name::ALL[at]);
                        at += 1;
                    }
                    table
                };
                &TABLE[self as usize]
            }

            fn line(self) -> usize {
                $first + self as usize
            }
        }
    };
}

keys! { "What the document says by itself, whatever becomes of the page. As HTML." PageKey, from 1, page {
    Title, About,
    PanicTitle, PanicKept, PanicBack,
    // Why the picture stands still; causes go by these names, but that a page calls them `data-why`.
    Script, Offline, Load, Part, OtherScene, Wasm, Old, Policy, Mime, File, Sandbox,
} }

keys! { "What stands in the page at once." Key, from PageKey::END, text {
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
    Narrate,
} }

keys! { "What an embed says besides." EmbedKey, from Key::END, embed {
    Full,
    // What a host's message must be.
    MustWhole, MustNotNegative, MustKind, MustVersion, MustId, MustText,
} }

// Apart, so that these texts load with the part of the page that says them.
keys! { "What the controls say, which come later." LaterKey, from EmbedKey::END, later {
    // Between the parts of what is said.
    Comma, Stop, Semicolon, Colon,
    // The page.
    LineHint, LineLabel, ListLabel, PasteLayer, Copy, Copied, CopyByHand, Reset, ListSwitch,
    PerAxis, PerSide, AxisDepth, AxisHeight, AxisWidth, AxisLength, Lessons, Language, Theme, ThemeAuto, ThemeLight, ThemeDark,
    Increase, Decrease,
    // The explaining pictures.
    Explain, ExplainChoose, Compare, CompareHint, Embed, TakeAway, TryImage,
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
    LaterCellHint, AsTables, TooLarge, KernelTooWide, TooMuchWork, ShowLargest, Rank3, EditCell, EditHint,
    // The transport.
    Speed, SpeedTimes, Steps,
    StepsCells, StepsTaps, Order, OrderRows, OrderColumns, OrderShuffle, OrderAll, OrderScatter,
    // Beside it.
    OutputSize, FormulaWords, FormulaWordsTransposed, FormulaWordsLinear, FormulaWordsFlat, LeftOver, NothingLeftOver, OnAxis, SizeChart,
    ChartInput, ChartOutput, ChartTitle, ChartFailed,
    Cost, Parameters, MultiplyAdds, InputShape, WeightShape, OutputShape,
    Readout, ReadoutFeeds, ReadoutFeedsOne,
    NarrateTap, NarrateHole, NarrateScatter, NarrateStampTap, NarrateCropped, NarrateAll,
    NarrateMax, NarrateMean, NarrateKept, NarrateCut, NarrateCopied, NarrateSoFar,
    ReadoutFeedsNone, ReadoutPadding, ReadoutCopy, ReadoutInserted, ReadoutEmpty,
} }

keys! { "What is said by the part that reads and explains." ReaderKey, from LaterKey::END, reader {
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
    // What a script must give.
    MustObject, MustValue, MustSpec, MustTensor,
    NumbersNot, NumbersMany, NumbersEmpty, WhyUnknown, WhyNotOneOf, WhyNoSuch,
} }

keys! { "What the parameters of a link mean, and the controls that it can hide and lock." LinkKey, from ReaderKey::END, links {
    Layer, Shape, Seed, Fill, Input, Weight, Bias, Flip, Order, Step, Picture,
    B, Speed, Autoplay, Theme, Lang, Stage,
    Embed, Hide, Lock, Lesson, Own,
    // The controls, and what a lock of them keeps.
    TheLine, TheLayers, TheTools, TheNumbers, TheFacts, TheNarration, TheArithmetic, TheTransport, TheWays, TheExplain,
    TheTheme, TheLang, TheLesson, TheFull, TheShape, TheInput, TheWeight, TheFlip, TheOrder, TheSpeed, TheArgument, TheBias,
    KeepsLine, KeepsLayers, KeepsNumbers, KeepsTransport, KeepsExplain,
} }

keys! { "What the composer of embeds says." ComposerKey, from LinkKey::END, composer {
    Title, Close, FrameTitle,
    Preview, Phone, Page, Slide, Pixels,
    // What is pasted, and where.
    Place, Paste, Denied, Qr, QrHint, QrLong, Fixed,
    Link, LinkHint, Iframe, IframeHint, Element, ElementHint, MkDocs, MkDocsHint, Myst, MystHint, Quarto, QuartoHint,
    Reveal, RevealHint, Moodle, MoodleHint, Docusaurus, DocusaurusHint, Notion, NotionHint, Sites, SitesHint,
    // What is set.
    Begin, BeginFirst, BeginHere, Plays,
    Reader, Open, Locked, Hidden, Settings,
    Transport, Arithmetic, Narration, Line, Explain, Ways, Facts, Numbers, Tools, Theme, Lang, Lesson, Full,
    Layer, Shape, Input, Weight, Flip, Order, Speed,
    // A lesson of the author's own.
    Own, OwnAbout, OwnAdd, OwnStep, OwnSays, OwnAsk, OwnUp, OwnDown, OwnRemove, OwnTitle,
    AskNothing, AskValue, AskShape, AskWindow, AskParams, AskMacs, AskField,
} }

keys! { "What is said on what is taken away, and where it is chosen." ExportKey, from ComposerKey::END, export {
    // On a figure, and of it.
    AltLayer, AltKernel, AltStep, AltSum, AltNone, AltZero, AltZeros, StripStep, StripFirst,
    // The panel.
    Export, ExportAbout, Close, Svg, Png, Gif, WebM, Strip, Csv, OneFile, Tikz, Alt, Copy, Copied, Save, Cancel, Width, Dark, Film,
    Making, Drawing, Made, Cancelled, ExportStill, Frames, Text,
    // What cannot be.
    NoFilm, NoImage, NoCanvas, NoRecorder, NoCopy, NoFormat, NoWidth, NoOneFile,
} }

keys! { "What the explaining pictures are called and show." ExplainKey, from ExportKey::END, explain {
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

keys! { "What the pictures of channels say." ChannelsKey, from ExplainKey::END, channels {
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

keys! { "What the pictures of windows say." WindowsKey, from ChannelsKey::END, windows {
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

keys! { "What the pictures of what numbers mean say." NumbersKey, from WindowsKey::END, numbers {
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

keys! { "What the pictures of tables say." TablesKey, from NumbersKey::END, tables {
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

keys! { "What the questions of lessons say." AskKey, from TablesKey::END, ask {
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

keys! { "The terms of the glossary." TermKey, from AskKey::END, terms {
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

keys! { "What the lessons' own page says." LessonKey, from TermKey::END, lessons {
    About, Index, Minutes, Own, Close, Back, Next, NextLesson, Free, Return,
    Check, Hint, Show, Another, Right, NotYet, Answer,
    NoNumber, NoSizes, NoCells, NoChoice,
    Done, Progress, Keep, Glossary, Tried, TriedWhat, TriedAnswer, TriedRight, Copy, Copied, NoCopy,
} }

keys! { "What the tables of a frame say." GridKey, from LessonKey::END, grids {
    // A step.
    Products, Window, InputCell, Value, WeightCell, Weight, Product, AddsTo,
    Padding, PaddingCopy, Hole, Skipped, Ahead, CutOff, CutProducts,
    Sums, Mean, Max, Relu, Copy, Part, ChannelSum, Bias, SoFar,
    // A tensor.
    Of, CornerPlane, CornerLine, CornerMatrix, CornerFlat, Empty, Cut,
} }

keys! { "What worksheets say." SheetKey, from GridKey::END, sheet {
    Title, About, Open, Count, Variant, Print, Nothing, Name, Head, Answers,
    Given, Fill, Window, Walk, Shape,
} }

keys! { "What is said where a layer is tried on an image or a signal." ImageKey, from SheetKey::END, image {
    Title, About, AboutSignal, Close,
    // Where a picture comes from.
    Source, Shapes, Noise, Rings, File, Paste, Camera, CameraStop, Side,
    // What is done to it.
    Filter, FilterChoose, ColourFilters, ColourGrey, ColourBlur, ColourSobel, ColourSharpen, ColourSwap, Looks, AsItIs, Stretched, Range, RangeSigned, RangePlain, Time,
    Input, Output, Colours, Channel, InputAlt, OutputAlt, Shown, Working,
    // The magnifier.
    Magnifier, MagnifierHint, Place, Position, Red, Green, Blue, Grey, Sum, SumOfCells, SumOf, Mean, Max, Copy, Relu, Empty, Wide,
    // Signals.
    Signal, SignalHint, SignalSample,
    // How fast the machine is.
    Machine, MachineAbout, MachineAgain, MachinePlain, MachineExact, MachineFast, MachineRate, MachineTimes, MachineSimd,
    MachineRunning,
    // What cannot be.
    NoLayer, NoChannels, Nearest, Large, Pixels, Unknown, Broken, Decode, NoPicture, Canvas, NoCamera, CameraDenied, NoKernels,
    TooSlow,
} }
