//! Filters for pictures with three channels, each an ordinary layer.
use crate::preset::{Preset, filter};
use crate::text::ImageKey;

const EACH: &str = "Conv2d(3,3,3,padding=1,groups=3,bias=False)";

pub const COLOURS: &[Preset<ImageKey>] = &[
    filter(
        ImageKey::ColourGrey,
        &[("layer", "Conv2d(3,1,1,bias=False)"), ("weight", "0.299_0.587_0.114")],
    ),
    filter(
        ImageKey::ColourBlur,
        &[
            ("layer", EACH),
            (
                "weight",
                "0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111__\
                 0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111__\
                 0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111;0.11111111,0.11111111,0.11111111",
            ),
        ],
    ),
    filter(
        ImageKey::ColourSobel,
        &[
            ("layer", EACH),
            (
                "weight",
                "-1,0,1;-2,0,2;-1,0,1__-1,0,1;-2,0,2;-1,0,1__-1,0,1;-2,0,2;-1,0,1",
            ),
        ],
    ),
    filter(
        ImageKey::ColourSharpen,
        &[
            ("layer", EACH),
            (
                "weight",
                "0,-1,0;-1,5,-1;0,-1,0__0,-1,0;-1,5,-1;0,-1,0__0,-1,0;-1,5,-1;0,-1,0",
            ),
        ],
    ),
    filter(
        ImageKey::ColourSwap,
        &[("layer", "Conv2d(3,3,1,bias=False)"), ("weight", "0_1_0__0_0_1__1_0_0")],
    ),
];
