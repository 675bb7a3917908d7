//! What learners get wrong, by name.
use crate::text::{AskKey, fill, say};
use conv::Field;

macro_rules! misconceptions {
    ($($name:ident $key:ident,)*) => {
        /// A mistake that learners make, which an answer tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Misconception {
            $($name,)*
            /// The layer was told from another one by the wrong argument.
            OtherArgument(Field),
        }

        impl Misconception {
            /// Its name for programs.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                    Self::OtherArgument(_) => "OtherArgument",
                }
            }

            /// Names it, and says what to do instead.
            pub fn says(self) -> String {
                match self {
                    $(Self::$name => say(AskKey::$key).to_owned(),)*
                    Self::OtherArgument(Field::Op) => say(AskKey::NotOtherKind).to_owned(),
                    Self::OtherArgument(field) => fill(AskKey::NotOtherArgument, &[("argument", field.name())]),
                }
            }
        }
    };
}

misconceptions! {
    // Sizes.
    ForgotFloor NotCeil,
    WindowsHangOver NotHangOver,
    PaddedOneSide NotOneSidePadded,
    DilationTimesKernel NotDilationTimesKernel,
    ForgotDilation NotWithoutDilation,
    ForgotStride NotWithoutStride,
    ForgotPadding NotWithoutPadding,
    ForgotOne NotWithoutOne,
    KeptSize NotKept,
    AsConv NotAsConv,
    ForgotOutputPadding NotWithoutOutputPadding,
    TimesStride NotTimesStride,
    PaddingAdded NotPaddingAdded,
    InChannelsOut NotInChannelsOut,
    ChannelsMixed NotChannelsMixed,
    ForgotChannels NotWithoutChannels,
    SwappedAxes NotSwapped,
    // Windows, and what is read.
    StepBehind NotStepBehind,
    FilledHoles NotFilledHoles,
    FirstChannelOnly NotFirstChannel,
    OtherGroups NotOtherGroups,
    ForgotEdge NotBeyondEdge,
    OneReader NotOneReader,
    AllChannels NotAllChannels,
    CountedKernel NotCountedKernel,
    // Sums.
    Flipped NotFlipped,
    NotFlipped NotUnflipped,
    OneKernelForAllChannels NotOneKernel,
    ForgotBias NotWithoutBias,
    OtherFilter NotOtherFilter,
    ForgotWeights NotWithoutWeights,
    Added NotAdded,
    IgnoredOverlap NotOneStamp,
    StampMultiplied NotStampMultiplied,
    MeanForMax NotMean,
    SumForMax NotSumForMax,
    SumForMean NotSumForMean,
    MaxForMean NotMax,
    PaddingNotCounted NotInsideOnly,
    NegativeStays NotNegative,
    SignDropped NotSignDropped,
    // Cost.
    ForgotGroups NotWithoutGroups,
    TimesGroups NotTimesGroups,
    OneFilter NotOneFilter,
    OneBias NotOneBias,
    NoBias NotNoBias,
    OneSide NotOneSide,
    NoWeights NotNoWeights,
    ParamsAsMacs NotParamsAsMacs,
    MacsAsParams NotMacsAsParams,
    OneOutputChannel NotOneOutputChannel,
    OtherPositions NotOtherPositions,
    BiasMultiplied NotBiasMultiplied,
    AddsToo NotAddsToo,
    // Receptive fields.
    FieldWithoutStride NotFieldWithoutStride,
    OwnStride NotOwnStride,
    SumOfKernels NotSumOfKernels,
    ProductOfKernels NotProductOfKernels,
    FieldWithoutOne NotFieldWithoutOne,
    LastLayerOnly NotLastLayer,
}
