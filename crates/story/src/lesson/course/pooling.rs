use crate::lesson::{Ask, Lesson, Step};

pub const POOLING: Lesson = Lesson {
    name: "pooling",
    minutes: 6,
    steps: &[
        Step {
            name: "max",
            link: "layer=MaxPool2d(2)&input=1,3,2,0;5,2,4,4;0,1,7,2;6,2,3,1&picture=pooling",
            ask: None,
        },
        Step {
            name: "next",
            link: "layer=MaxPool2d(2)&input=1,3,2,0;5,2,4,4;0,1,7,2;6,2,3,1&step=1",
            ask: Some(Ask::Value),
        },
        Step {
            name: "average",
            link: "layer=AvgPool1d(2)&input=2,4,8,0,3,5&step=0",
            ask: Some(Ask::Value),
        },
        Step {
            name: "linear",
            link: "layer=MaxPool1d(2)&input=2,4,8,0,3,5&picture=pooling",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "size",
            link: "layer=MaxPool2d(3)&shape=3_7x7&picture=pooling",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "which",
            link: "layer=MaxPool1d(2)&input=0,4,2,2,8,0,1,3",
            ask: Some(Ask::Layer(&["AvgPool1d(2)", "MaxPool1d(2,stride=1)", "MaxPool1d(4)"])),
        },
        Step {
            name: "instead",
            link: "layer=Conv2d(4,4,3,stride=2,padding=1)&shape=8x8",
            ask: Some(Ask::Params),
        },
    ],
};
