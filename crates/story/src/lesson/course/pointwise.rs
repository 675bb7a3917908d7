use crate::lesson::{Ask, Lesson, Step};

pub const POINTWISE: Lesson = Lesson {
    name: "pointwise",
    minutes: 5,
    steps: &[
        Step {
            name: "one",
            link: "layer=Conv2d(3,4,1,bias=False)&shape=4x4&picture=pointwise",
            ask: None,
        },
        Step {
            name: "dot",
            link: "layer=Conv2d(3,1,1,bias=False)&input=1,2;3,4_5,6;7,8_2,0;1,3&weight=1_2_-1&step=0&picture=pointwise",
            ask: Some(Ask::Value),
        },
        Step {
            name: "depth",
            link: "layer=Conv2d(3,1,1,bias=False)&shape=128x128",
            ask: Some(Ask::Params),
        },
        Step {
            name: "many",
            link: "layer=Conv2d(3,256,(1,1))&shape=8x8",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "scale",
            link: "layer=Conv2d(2,1,1,bias=False)&input=5,5,5;5,9,5;5,5,5_5,5,5;5,5,5;5,5,5&weight=1_-1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "shrink",
            link: "layer=Conv2d(8,2,1,bias=False)&shape=4x4&picture=pointwise",
            ask: Some(Ask::Macs),
        },
    ],
};
