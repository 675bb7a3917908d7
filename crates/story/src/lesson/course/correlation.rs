use crate::lesson::{Ask, Lesson, Step};

pub const CORRELATION: Lesson = Lesson {
    name: "correlation",
    minutes: 6,
    steps: &[
        Step {
            name: "slide",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4&weight=1,2,3&step=0&picture=flip",
            ask: None,
        },
        Step {
            name: "mirrored",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4&weight=1,2,3&flip=1&step=0",
            ask: Some(Ask::Value),
        },
        Step {
            name: "full",
            link: "layer=Conv1d(1,1,3,padding=2,bias=False)&input=1,2,3,4&weight=1,2,3&flip=1&picture=flip",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "swap",
            link: "layer=Conv1d(1,1,4,padding=3,bias=False)&input=1,2,3&weight=1,2,3,4&flip=1",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "symmetric",
            link: "layer=Conv1d(1,1,3,bias=False)&input=3,1,4,1,5&weight=1,2,1",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "plane",
            link: "layer=Conv2d(1,1,2,bias=False)&input=1,2,3;4,5,6;7,8,9&weight=1,2;3,4&flip=1&step=0&picture=flip",
            ask: Some(Ask::Value),
        },
        Step {
            name: "learn",
            link: "layer=Conv1d(1,1,3,bias=False)&input=0,0,0,1,1,1&weight=-1,0,1",
            ask: Some(Ask::Claim(false)),
        },
    ],
};
