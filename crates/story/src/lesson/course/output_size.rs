use crate::lesson::{Ask, Lesson, Step};

pub const OUTPUT_SIZE: Lesson = Lesson {
    name: "output-size",
    minutes: 6,
    steps: &[
        Step {
            name: "fit",
            link: "layer=Conv1d(1,1,2,bias=False)&input=1,2,3,4,5,6&weight=2,2&picture=stride",
            ask: None,
        },
        Step {
            name: "picture",
            link: "layer=Conv2d(3,1,5)&shape=12x12",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "sides",
            link: "layer=Conv2d(1,1,3,bias=False)&shape=5x8",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "formula",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6,7&weight=1,1,1,1,1&picture=stride",
            ask: Some(Ask::Layer(&[
                "Conv1d(1,1,3,bias=False)",
                "Conv1d(1,1,3,stride=3,bias=False)",
                "Conv1d(1,1,5,bias=False)",
            ])),
        },
        Step {
            name: "floor",
            link: "layer=Conv2d(1,1,2,stride=2,padding=1,bias=False)&shape=5x5&weight=-1,2;3,1&picture=stride",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "pair",
            link: "layer=Conv2d(1,1,(3,5),bias=False)&shape=7x9",
            ask: Some(Ask::Shape),
        },
    ],
};
