//! Explaining pictures to look at: each is a link.
use picture::explain::{Ask, Drawing, Picture, Still};
use story::link::read;
use story::{Cell, Cursor, Scene, Showing, Timeline, Topic};

pub const WIDE: f32 = 860.0;
pub const PHONE: f32 = 316.0;
pub const SMALL: f32 = 236.0;

/// A name and the link. The topic is the link's `picture`.
pub const SHOTS: &[(&str, &str)] = &[
    ("pool-mean", "layer=AvgPool2d(2)&shape=6x6&step=4&picture=pooling"),
    (
        "pool-max",
        "layer=MaxPool2d(3,stride=1,padding=1)&shape=5x5&step=0&picture=pooling",
    ),
    (
        "pool-row",
        "layer=Sequential(Conv1d(1,2,3),AvgPool1d(3))&stage=1&shape=14&step=2&picture=pooling",
    ),
    (
        "pool-solid",
        "layer=AvgPool3d((3,2,2),stride=1)&shape=4x4x4&step=3&picture=pooling",
    ),
    (
        "pool-solid-max",
        "layer=MaxPool3d(6,stride=1,padding=1)&shape=6x6x6&step=2&picture=pooling",
    ),
    ("pool-large", "layer=AvgPool2d(7)&shape=8x8&picture=pooling"),
    (
        "stack-holes",
        "layer=Sequential(Conv1d(1,1,3,dilation=2),Conv1d(1,1,3,dilation=2),Conv1d(1,1,3,dilation=2))&shape=15&stage=2&step=1&picture=stack",
    ),
    (
        "stack-wavenet",
        "layer=Sequential(Conv1d(1,1,3,padding=1),Conv1d(1,1,3,padding=2,dilation=2),Conv1d(1,1,3,padding=4,dilation=4))&shape=24&stage=2&step=12&picture=stack",
    ),
    (
        "stack-stride",
        "layer=Sequential(Conv1d(3,8,3,stride=2,padding=1),ReLU(),MaxPool1d(2),Flatten(),Linear(?,10))&shape=16&stage=0&step=3&picture=stack",
    ),
    (
        "stack-grid",
        "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2),Conv2d(4,8,3))&shape=14x14&stage=3&step=5&picture=stack",
    ),
    (
        "compare",
        "layer=Conv2d(1,1,3,padding=1,bias=False)&shape=5x5&step=8&picture=compare&b=layer=Conv2d(1,1,3,padding=1,bias=False,padding_mode='reflect')%26shape=5x5",
    ),
    (
        "compare-stride",
        "layer=Conv1d(1,1,3,stride=2)&shape=9&step=2&picture=compare&b=layer=Conv1d(1,1,3)%26shape=9",
    ),
    (
        "compare-large",
        "layer=Conv2d(1,1,3)&shape=64x64&step=1000&picture=compare&b=layer=Conv2d(1,1,3)%26shape=64x64%26flip=1",
    ),
    ("compare-none", "layer=Conv1d(1,1,3)&picture=compare"),
    (
        "channels-4-1",
        "layer=Conv1d(4,1,3,bias=False)&input=1,2,3_4,5,6_7,8,9_10,11,12&weight=0.2599,-0.1309,-0.2319_\
         -0.1974,-0.0371,-0.1319_-0.219,-0.1151,0.0644_-0.0862,-0.2313,0.1159&picture=channels",
    ),
    (
        "channels-4-2",
        "layer=Conv1d(4,2,3,bias=False)&input=1,2,3_4,5,6_7,8,9_10,11,12&weight=-0.1565,0.2598,-0.2152_\
         -0.013,-0.1495,-0.0799_-0.2842,-0.1508,-0.1939_-0.1133,-0.2627,0.1949__0.0576,0.1712,-0.1465_\
         -0.206,0.1648,0.2039_0.2221,-0.194,0.1126_-0.2098,-0.0749,0.1407&step=1&picture=channels",
    ),
    ("channels", "layer=Conv1d(3,2,3)&shape=5&step=4&picture=channels"),
    (
        "channels-image",
        "layer=Conv2d(3,16,3)&shape=5x5&step=40&picture=channels",
    ),
    (
        "channels-padded",
        "layer=Conv2d(3,2,3,padding=1,padding_mode='reflect')&shape=8x8&step=9.12&picture=channels",
    ),
    (
        "channels-many",
        "layer=Conv2d(256,8,3,padding=1)&shape=6x6&step=100&picture=channels",
    ),
    (
        "channels-large-kernel",
        "layer=Conv2d(2,2,11)&shape=20x20&step=70&picture=channels",
    ),
    (
        "channels-no-room",
        "layer=Conv3d(2,2,7)&shape=9x9x9&step=3&picture=channels",
    ),
    ("channels-one", "layer=Conv2d(1,1,3)&shape=5x5&picture=channels"),
    (
        "channels-transposed",
        "layer=ConvTranspose1d(4,4,3,groups=2,stride=2)&shape=4&order=scatter&step=5&picture=channels",
    ),
    (
        "channels-volume",
        "layer=Conv3d(2,3,2)&shape=3x4x4&order=all&picture=channels",
    ),
    ("groups", "layer=Conv1d(4,4,3,groups=2)&shape=6&step=5&picture=groups"),
    ("groups-one", "layer=Conv1d(4,4,3)&shape=6&step=5&picture=groups"),
    (
        "groups-depthwise",
        "layer=Conv2d(3,6,3,groups=3,bias=False)&shape=5x5&order=columns&step=20&picture=groups",
    ),
    (
        "groups-transposed",
        "layer=ConvTranspose1d(6,4,2,groups=2,stride=2)&shape=4&order=scatter&step=9&picture=groups",
    ),
    (
        "groups-many",
        "layer=Conv2d(64,32,3,groups=8,padding=1)&shape=5x5&step=300&picture=groups",
    ),
    (
        "groups-uneven",
        "layer=Conv1d(2,24,3,groups=2)&shape=5&order=all&picture=groups",
    ),
    (
        "groups-most",
        "layer=Conv1d(1024,1024,3,groups=1024)&shape=4&step=700&picture=groups",
    ),
    ("groups-single", "layer=Conv2d(1,1,3)&picture=groups"),
    ("pointwise", "layer=Conv2d(3,4,1)&shape=4x4&step=22&picture=pointwise"),
    (
        "pointwise-many",
        "layer=Conv2d(256,64,1)&shape=6x6&order=shuffle&step=100&picture=pointwise",
    ),
    (
        "pointwise-line",
        "layer=Conv1d(2,2,1,bias=False)&input=1,2,3,4,5,6_10,20,30,40,50,60&weight=0.25,-1.5__2,4&step=9&picture=pointwise",
    ),
    (
        "pointwise-groups",
        "layer=Conv2d(4,4,1,groups=2,stride=2,padding=1)&shape=5x5&step=14&picture=pointwise",
    ),
    ("pointwise-one", "layer=Conv1d(1,1,1)&shape=1&picture=pointwise"),
    (
        "pointwise-all",
        "layer=Conv3d(2,3,1)&shape=2x2x3&order=all&picture=pointwise",
    ),
    ("feeds", "layer=Conv2d(1,1,3,padding=1)&shape=5x5&step=7&picture=feeds"),
    (
        "feeds-line",
        "layer=Conv1d(1,2,3,stride=2,padding=1)&shape=9&step=2&picture=feeds",
    ),
    (
        "feeds-channels",
        "layer=Conv2d(4,8,3,groups=2)&shape=5x5&step=40&picture=feeds",
    ),
    (
        "feeds-large",
        "layer=Conv2d(1,1,5,stride=2,dilation=2)&shape=64x64&step=300&picture=feeds",
    ),
    (
        "feeds-circular",
        "layer=Conv1d(1,1,5,padding=2,padding_mode='circular')&shape=4&step=0&picture=feeds",
    ),
    (
        "feeds-transposed",
        "layer=ConvTranspose2d(1,1,3,stride=2)&shape=3x3&step=24&picture=feeds",
    ),
    (
        "feeds-scatter",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1)&shape=5&order=scatter&step=2&picture=feeds",
    ),
    (
        "feeds-volume",
        "layer=Conv3d(1,1,2)&shape=3x4x4&order=all&picture=feeds",
    ),
    ("feeds-one", "layer=Conv1d(1,1,1,stride=3)&shape=6&step=1&picture=feeds"),
    (
        "transposed",
        "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&shape=3&input=2,1,3&weight=1,2,3&order=scatter&step=1&picture=transposed",
    ),
    (
        "transposed-gather",
        "layer=ConvTranspose1d(1,1,3,stride=2,bias=False)&shape=3&input=2,1,3&weight=1,2,3&step=2&picture=transposed",
    ),
    (
        "transposed-cropped",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1)&shape=4&bias=1&order=scatter&step=2&picture=transposed",
    ),
    (
        "transposed-uncropped",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,output_padding=1)&shape=4&bias=1&step=7&picture=transposed",
    ),
    (
        "transposed-bias-alone",
        "layer=ConvTranspose1d(1,1,2,stride=2,output_padding=1)&shape=3&bias=7&step=6&picture=transposed",
    ),
    (
        "transposed-2d",
        "layer=ConvTranspose2d(1,1,2,stride=2,bias=False)&shape=3x3&order=scatter&step=4&picture=transposed",
    ),
    (
        "transposed-2d-checkerboard",
        "layer=ConvTranspose2d(1,1,3,stride=2,padding=1,output_padding=1)&shape=3x3&step=14&picture=transposed",
    ),
    (
        "transposed-dilated",
        "layer=ConvTranspose1d(1,1,3,stride=2,dilation=2)&shape=4&order=scatter&step=1&picture=transposed",
    ),
    (
        "transposed-channels",
        "layer=ConvTranspose1d(2,3,3,stride=2)&shape=4&step=12&picture=transposed",
    ),
    (
        "transposed-gaps",
        "layer=ConvTranspose1d(1,1,2,stride=3,output_padding=2)&shape=3&step=2.1&flip=1&picture=transposed",
    ),
    (
        "transposed-long",
        "layer=ConvTranspose1d(1,1,4,stride=2,padding=1)&shape=16&order=scatter&step=5&picture=transposed",
    ),
    (
        "transposed-longer",
        "layer=ConvTranspose1d(1,1,5,stride=3,padding=1)&shape=64&order=scatter&step=20&picture=transposed",
    ),
    (
        "transposed-mosaic",
        "layer=ConvTranspose2d(1,1,3,stride=2)&shape=7x7&order=shuffle&step=60&picture=transposed",
    ),
    (
        "transposed-large",
        "layer=ConvTranspose2d(1,1,4,stride=2,padding=1)&shape=40x40&order=scatter&step=500&picture=transposed",
    ),
    (
        "transposed-3d",
        "layer=ConvTranspose3d(1,1,2,stride=2)&shape=1x2x2&order=scatter&step=2&picture=transposed",
    ),
    (
        "transposed-far",
        "layer=ConvTranspose1d(1,1,3,stride=1000000000)&shape=1&order=scatter&picture=transposed",
    ),
    (
        "transposed-cut",
        "layer=ConvTranspose2d(1,1,1,stride=250,padding=124)&shape=2x2&step=1&picture=transposed",
    ),
    (
        "transposed-all",
        "layer=ConvTranspose1d(2,2,3,groups=2)&shape=4&order=all&picture=transposed",
    ),
    (
        "matrix",
        "layer=Conv2d(1,1,3,bias=False)&shape=5x5&step=4&picture=matrix",
    ),
    (
        "matrix-1d",
        "layer=Conv1d(1,1,3,padding=1)&shape=6&step=2.1&picture=matrix",
    ),
    (
        "matrix-reflect",
        "layer=Conv1d(1,1,3,padding=1,padding_mode='reflect')&shape=5&step=0&picture=matrix",
    ),
    (
        "matrix-channels",
        "layer=Conv1d(2,2,2,stride=2)&shape=6&step=4&picture=matrix",
    ),
    (
        "matrix-groups",
        "layer=Conv1d(4,4,3,groups=2)&shape=5&step=8&picture=matrix",
    ),
    (
        "matrix-dilated",
        "layer=Conv2d(1,1,2,dilation=2)&shape=4x5&step=3&picture=matrix",
    ),
    (
        "matrix-scatter",
        "layer=ConvTranspose2d(1,1,2,stride=2)&shape=2x3&order=scatter&step=2&picture=matrix",
    ),
    (
        "matrix-gather",
        "layer=ConvTranspose1d(1,1,3,stride=2)&shape=4&step=3&picture=matrix",
    ),
    (
        "matrix-12",
        "layer=Conv2d(1,1,3,padding=1)&shape=12x12&step=77&picture=matrix",
    ),
    ("matrix-many", "layer=Conv2d(8,4,3)&shape=4x4&step=9&picture=matrix"),
    (
        "matrix-large",
        "layer=Conv2d(3,8,3,padding=1)&shape=32x32&step=700&picture=matrix",
    ),
    ("matrix-all", "layer=Conv2d(1,1,2)&shape=3x3&order=all&picture=matrix"),
    ("matrix-3d", "layer=Conv3d(1,1,2)&shape=2x3x3&step=1&picture=matrix"),
    ("matrix-one", "layer=Conv1d(1,1,1)&shape=1&picture=matrix"),
    (
        "flip",
        "layer=Conv1d(1,1,3,padding=2,bias=False)&input=1,2,3,4&weight=1,2,3&flip=1&step=5&picture=flip",
    ),
    (
        "flip-cross",
        "layer=Conv1d(1,1,3,padding=2,bias=False)&input=1,2,3,4&weight=1,2,3&step=2&picture=flip",
    ),
    (
        "flip-symmetric",
        "layer=Conv1d(1,1,3)&shape=6&weight=1,2,1&flip=1&step=1&picture=flip",
    ),
    (
        "flip-channels",
        "layer=Conv1d(4,2,2,stride=2,groups=2,dilation=2)&shape=9&step=5&flip=1&picture=flip",
    ),
    (
        "flip-long",
        "layer=Conv1d(1,1,5,padding=2)&shape=100&step=40&flip=1&picture=flip",
    ),
    (
        "flip-large",
        "layer=Conv1d(1,1,11,dilation=5)&shape=100&step=4&flip=1&picture=flip",
    ),
    ("flip-one", "layer=Conv1d(1,1,1)&shape=3&picture=flip"),
    (
        "flip-2d",
        "layer=Conv2d(1,1,3,padding=1,bias=False)&shape=5x5&step=6&flip=1&picture=flip",
    ),
    ("flip-2d-cross", "layer=Conv2d(3,2,(2,5))&shape=6x6&step=3&picture=flip"),
    ("flip-2d-large", "layer=Conv2d(1,1,9)&shape=20x20&step=3&picture=flip"),
    ("flip-3d", "layer=Conv3d(1,1,2)&shape=3x3x3&step=3&flip=1&picture=flip"),
    (
        "flip-all",
        "layer=Conv2d(1,1,3)&shape=6x6&order=all&flip=1&picture=flip",
    ),
    (
        "flip-all-1d",
        "layer=Conv1d(1,1,3)&shape=6&order=all&flip=1&picture=flip",
    ),
    (
        "dilation-far",
        "layer=Conv2d(1,1,11,dilation=7)&shape=80x80&picture=dilation",
    ),
    (
        "dilation",
        "layer=Conv1d(1,1,3,dilation=2,bias=False)&shape=8&step=1&picture=dilation",
    ),
    ("dilation-one", "layer=Conv1d(1,1,3)&shape=6&step=1&picture=dilation"),
    (
        "dilation-wide",
        "layer=Conv1d(4,2,5,dilation=4,padding='same',groups=2)&shape=24&step=30&picture=dilation",
    ),
    (
        "dilation-long",
        "layer=Conv1d(1,1,11,dilation=6)&shape=100&step=3&picture=dilation",
    ),
    (
        "dilation-2d",
        "layer=Conv2d(1,1,3,dilation=2,padding=1)&shape=7x7&step=6&picture=dilation",
    ),
    (
        "dilation-axes",
        "layer=Conv2d(3,2,(2,3),dilation=(3,1))&shape=6x6&step=20&flip=1&picture=dilation",
    ),
    (
        "dilation-large",
        "layer=Conv2d(1,1,7,dilation=4)&shape=40x40&step=20&picture=dilation",
    ),
    (
        "dilation-3d",
        "layer=Conv3d(1,1,2,dilation=2)&shape=4x4x4&picture=dilation",
    ),
    (
        "dilation-transposed",
        "layer=ConvTranspose2d(1,1,2,stride=2,dilation=2)&shape=3x3&step=9&picture=dilation",
    ),
    (
        "dilation-scatter",
        "layer=ConvTranspose1d(1,1,3,dilation=2)&shape=4&order=scatter&picture=dilation",
    ),
    (
        "dilation-all",
        "layer=Conv2d(64,64,3,dilation=3)&shape=20x20&order=all&picture=dilation",
    ),
    (
        "padding",
        "layer=Conv1d(1,1,5,padding=2,padding_mode='reflect')&shape=6&picture=padding",
    ),
    (
        "padding-circular",
        "layer=Conv1d(1,1,5,padding=2,padding_mode='circular')&shape=6&step=5&picture=padding",
    ),
    (
        "padding-replicate",
        "layer=Conv1d(1,1,3,padding=3,padding_mode='replicate')&shape=3&picture=padding",
    ),
    (
        "padding-same",
        "layer=Conv1d(1,1,4,padding='same')&shape=6&step=5&picture=padding",
    ),
    ("padding-none", "layer=Conv1d(1,1,3)&shape=6&step=1&picture=padding"),
    (
        "padding-long",
        "layer=Conv1d(4,4,9,padding=4,groups=4,padding_mode='reflect')&shape=120&step=123&picture=padding",
    ),
    (
        "padding-2d",
        "layer=Conv2d(1,1,3,padding=1,padding_mode='reflect')&shape=5x6&step=5&picture=padding",
    ),
    (
        "padding-2d-circular",
        "layer=Conv2d(2,1,3,padding=(2,1),padding_mode='circular')&shape=4x5&step=3&picture=padding",
    ),
    (
        "padding-2d-same",
        "layer=Conv2d(1,1,(4,3),padding='same',dilation=(1,2))&shape=5x5&picture=padding",
    ),
    (
        "padding-image",
        "layer=Conv2d(1,1,7,padding=3,padding_mode='reflect')&shape=48x64&step=63&picture=padding",
    ),
    (
        "padding-3d",
        "layer=Conv3d(1,1,3,padding=1,padding_mode='replicate')&shape=2x3x3&picture=padding",
    ),
    (
        "stride",
        "layer=Conv1d(1,1,3,stride=3,bias=False)&shape=8&step=1&picture=stride",
    ),
    (
        "stride-padding",
        "layer=Conv1d(1,1,2,stride=2,padding=1)&shape=5&step=1&picture=stride",
    ),
    ("stride-data", "layer=Conv1d(1,1,3,stride=2)&shape=6&picture=stride"),
    ("stride-one", "layer=Conv1d(1,1,1)&shape=1&picture=stride"),
    (
        "stride-dense",
        "layer=Conv1d(1,1,9,padding=4)&shape=16&step=7&picture=stride",
    ),
    (
        "stride-holes",
        "layer=Conv1d(4,4,3,stride=4,dilation=2,padding=1,groups=2)&shape=19&step=9&picture=stride",
    ),
    (
        "stride-long",
        "layer=Conv1d(1,1,5,stride=3,padding=2)&shape=200&step=40&picture=stride",
    ),
    (
        "stride-2d",
        "layer=Conv2d(1,1,3,stride=(2,3),padding=(1,0))&shape=6x8&step=3&picture=stride",
    ),
    ("stride-overlap", "layer=Conv2d(3,2,3)&shape=5x5&step=4&picture=stride"),
    (
        "stride-image",
        "layer=Conv2d(1,1,5,stride=4,padding=2)&shape=64x64&step=85&picture=stride",
    ),
    (
        "stride-3d",
        "layer=Conv3d(1,1,2,stride=(1,2,2))&shape=3x4x5&step=3&picture=stride",
    ),
    (
        "order",
        "layer=Conv2d(1,1,3)&shape=6x6&order=columns&step=6&picture=order",
    ),
    ("order-channels", "layer=Conv1d(2,3,3)&shape=7&step=2&picture=order"),
    (
        "order-large",
        "layer=Conv2d(1,1,3)&shape=40x40&order=shuffle&step=500&picture=order",
    ),
    (
        "separable",
        "layer=Conv2d(3,256,5,bias=False)&shape=12x12&step=70&picture=separable",
    ),
    (
        "separable-depthwise",
        "layer=Conv2d(4,8,3,padding=1,groups=4)&shape=5x5&step=80&picture=separable",
    ),
    (
        "separable-groups",
        "layer=Conv1d(12,12,3,groups=2)&shape=9&step=60&picture=separable",
    ),
    (
        "separable-many",
        "layer=Conv2d(256,256,3,padding=1,groups=256)&shape=4x4&step=4000&picture=separable",
    ),
    (
        "separable-1x1",
        "layer=Conv2d(1,1,1)&shape=4x4&order=all&picture=separable",
    ),
    (
        "separable-3d",
        "layer=Conv3d(2,5,(1,2,2))&shape=4x4x4&order=columns&step=70&picture=separable",
    ),
    (
        "separable-row",
        "layer=Sequential(Conv1d(4,4,3,groups=4),ReLU(),Conv1d(4,8,3,groups=4),Conv1d(8,3,1))&shape=12&stage=2&step=23&picture=separable",
    ),
    (
        "signal-reach",
        "layer=Conv1d(1,3,5,stride=4,padding=2,dilation=3)&shape=10&step=1&picture=signal",
    ),
    (
        "signal",
        "layer=Conv1d(1,1,9,padding=4,bias=False)&shape=200&fill=sine&weight=0.11111111,0.11111111,0.11111111,\
         0.11111111,0.11111111,0.11111111,0.11111111,0.11111111,0.11111111&step=120&picture=signal",
    ),
    (
        "signal-small",
        "layer=Conv1d(1,1,3,padding=1)&input=1,2,-3,4,5,6&weight=1,-1,2&step=3&picture=signal",
    ),
    (
        "signal-channels",
        "layer=Conv1d(8,4,3,stride=2,padding=2,padding_mode='reflect')&shape=12&step=9&picture=signal",
    ),
    (
        "signal-groups",
        "layer=Conv1d(6,6,3,groups=3,dilation=2)&shape=40&fill=sine&step=100&picture=signal",
    ),
    (
        "signal-transposed",
        "layer=ConvTranspose1d(1,1,3,stride=2,padding=1)&input=2,1,3,4&step=4&picture=signal",
    ),
    (
        "signal-scatter",
        "layer=ConvTranspose1d(1,2,4,stride=2)&input=2,1,3,4,1,2&order=scatter&step=2&picture=signal",
    ),
    (
        "signal-large",
        "layer=Conv1d(1,1,11,dilation=8,padding=40)&shape=256&fill=sine&order=shuffle&step=130&picture=signal",
    ),
    ("signal-all", "layer=Conv1d(1,1,1)&shape=1&order=all&picture=signal"),
    (
        "match",
        "layer=Conv2d(1,3,3,bias=False)&input=0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;\
         0,0,0,1,0,0,0;0,0,0,0,0,0,0&weight=-1,0,1;-1,0,1;-1,0,1__-1,-1,-1;0,0,0;1,1,1__-1,2,-1;-1,2,-1;-1,2,-1\
         &step=32&picture=match",
    ),
    (
        "match-told",
        "layer=Conv2d(1,4,3,bias=False)&input=0,0,0,0,0,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;0,1,1,1,1,0,0;\
         0,0,0,0,0,0,0;0,0,0,0,0,0,0&weight=-1,-1,-1;-1,1,1;-1,1,1__-1,-1,-1;1,1,-1;1,1,-1__-1,1,1;-1,1,1;-1,-1,-1__\
         1,1,-1;1,1,-1;-1,-1,-1&step=99&picture=match",
    ),
    (
        "match-small",
        "layer=Conv1d(1,1,3)&input=0,0,5,5,1,1,-1,0&weight=-1,0,1&step=5&picture=match",
    ),
    (
        "match-row",
        "layer=Conv1d(2,2,5,padding=2)&shape=200&step=399&picture=match",
    ),
    (
        "match-rgb",
        "layer=Conv2d(3,8,3,padding=1)&shape=6x6&seed=3&step=40&picture=match",
    ),
    ("match-many", "layer=Conv2d(256,256,1)&shape=4x4&step=7&picture=match"),
    (
        "match-groups",
        "layer=Conv2d(4,4,3,groups=2,dilation=2)&shape=9x9&step=60&picture=match",
    ),
    (
        "match-large",
        "layer=Conv2d(1,2,7,padding=3)&shape=64x64&step=1000&picture=match",
    ),
    (
        "match-huge",
        "layer=Conv2d(1,8,3)&shape=128x128&step=1000&picture=match",
    ),
    (
        "match-all",
        "layer=Conv2d(1,1,3,padding_mode='reflect',padding=1)&shape=5x5&order=all&picture=match",
    ),
    ("match-3d", "layer=Conv3d(1,1,2)&shape=3x4x4&step=3&picture=match"),
    (
        "match-too-large",
        "layer=Conv3d(1,1,6)&shape=8x8x8&step=3&picture=match",
    ),
];

/// What a link shows.
pub struct Shown {
    pub topic: Topic,
    pub scene: Scene,
    pub timeline: Timeline,
    pub beside: Option<Timeline>,
    pub still: Still,
    pub step: usize,
}

pub fn shown(link: &str) -> Result<Shown, String> {
    let pairs = link.split('&').filter_map(|pair| pair.split_once('='));
    let pairs: Vec<_> = pairs
        .map(|(name, value)| (name.to_owned(), value.replace("%26", "&")))
        .collect();
    let (shot, warnings) = read(&pairs);
    if !warnings.is_empty() {
        return Err(format!("{link}: {warnings:?}"));
    }
    let topic = shot.scene.view.picture.ok_or("no picture")?;
    let mut shown = Shown::of(topic, shot.scene).map_err(|fault| [link, ": ", &fault].concat())?;
    shown.step = shot.cursor.step;
    Ok(shown)
}

impl Shown {
    /// A topic's picture of a scene, at its first step.
    pub fn of(topic: Topic, scene: Scene) -> Result<Self, String> {
        match scene.show() {
            Ok(Showing::Film(film)) => Ok(Self {
                topic,
                still: Picture::of(topic).ok_or("no such picture")?.still(&scene, &film),
                timeline: Timeline::new(film, scene.view.order, scene.net.seed),
                beside: scene.beside(),
                step: 0,
                scene,
            }),
            other => Err(format!("{other:?}")),
        }
    }

    /// The picture of a step, in a width.
    pub fn drawing(&self, cursor: Cursor, pointed: Option<Cell>, width: f32) -> Drawing {
        self.ask(cursor, pointed, width, |ask| self.picture().whole(ask))
    }

    fn picture(&self) -> Picture {
        Picture::of(self.topic).expect("every topic has one")
    }

    /// The same without what lies beneath it.
    pub fn step(&self, cursor: Cursor, pointed: Option<Cell>, width: f32) -> Drawing {
        self.ask(cursor, pointed, width, |ask| self.picture().draw(ask))
    }

    fn ask<T>(&self, cursor: Cursor, pointed: Option<Cell>, width: f32, answer: impl Fn(&Ask<'_>) -> T) -> T {
        let frame = self.timeline.at(cursor);
        let beside = self.beside.as_ref().map(|timeline| timeline.at(cursor));
        answer(&Ask {
            scene: &self.scene,
            frame: &frame,
            beside: beside.as_ref(),
            pointed,
            width,
        })
    }
}
