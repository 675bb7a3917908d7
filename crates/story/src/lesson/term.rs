//! The glossary: the field's terms, each in the language that is spoken.
use crate::text::TermKey;

/// A term of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its name in the lessons' words, `[a window](window)`.
    pub name: &'static str,
    /// What it is called.
    pub title: TermKey,
    /// What it means, in a sentence or two.
    pub about: TermKey,
}

macro_rules! terms {
    ($($name:literal $title:ident $about:ident,)*) => {
        /// All terms, in an order in which they can be read.
        pub const TERMS: &[Term] = &[$(Term { name: $name, title: TermKey::$title, about: TermKey::$about },)*];
    };
}

terms! {
    "tensor" TensorName TensorAbout,
    "shape" ShapeName ShapeAbout,
    "batch" BatchName BatchAbout,
    "channel" ChannelName ChannelAbout,
    "feature-map" FeatureMapName FeatureMapAbout,
    "convolution" ConvolutionName ConvolutionAbout,
    "cross-correlation" CrossCorrelationName CrossCorrelationAbout,
    "kernel" KernelName KernelAbout,
    "filter" FilterName FilterAbout,
    "weight" WeightName WeightAbout,
    "bias" BiasName BiasAbout,
    "window" WindowName WindowAbout,
    "stride" StrideName StrideAbout,
    "floor" FloorName FloorAbout,
    "padding" PaddingName PaddingAbout,
    "same" SameName SameAbout,
    "valid" ValidName ValidAbout,
    "dilation" DilationName DilationAbout,
    "groups" GroupsName GroupsAbout,
    "depthwise" DepthwiseName DepthwiseAbout,
    "pointwise" PointwiseName PointwiseAbout,
    "separable" SeparableName SeparableAbout,
    "transposed" TransposedName TransposedAbout,
    "output-padding" OutputPaddingName OutputPaddingAbout,
    "checkerboard" CheckerboardName CheckerboardAbout,
    "receptive-field" ReceptiveFieldName ReceptiveFieldAbout,
    "pooling" PoolingName PoolingAbout,
    "activation" ActivationName ActivationAbout,
    "fully-connected" FullyConnectedName FullyConnectedAbout,
    "parameters" ParametersName ParametersAbout,
    "macs" MacsName MacsAbout,
    "im2col" Im2colName Im2colAbout,
}

/// The term of a name.
pub fn term(name: &str) -> Option<Term> {
    TERMS.iter().copied().find(|term| term.name == name)
}
