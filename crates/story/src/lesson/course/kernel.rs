use crate::lesson::{Ask, Lesson, Step};

pub const KERNEL: Lesson = Lesson {
    name: "kernel",
    minutes: 6,
    steps: &[
        Step {
            name: "one",
            link: "layer=Conv1d(1,1,1,bias=False)&input=1,2,3,4,5,6&weight=2",
            ask: None,
        },
        Step {
            name: "two",
            link: "layer=Conv1d(1,1,2,bias=False)&input=1,2,3,4,5,6&weight=2,2&step=0",
            ask: Some(Ask::Value),
        },
        Step {
            name: "three",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=2,2,2&step=1",
            ask: Some(Ask::Window),
        },
        Step {
            name: "rise",
            link: "layer=Conv1d(1,1,3,bias=False)&input=2,5,5,1,3,4&weight=-1,0,1&step=0&picture=match",
            ask: Some(Ask::Value),
        },
        Step {
            name: "plane",
            link: "layer=Conv2d(1,1,3,bias=False)&input=3,3,2,1,0;0,0,1,3,1;3,1,2,2,3;2,0,0,2,2;2,0,0,0,1&weight=0,1,2;2,2,0;0,1,2&step=3",
            ask: Some(Ask::Value),
        },
        Step {
            name: "odd",
            link: "layer=Conv1d(1,1,5,bias=False)&input=0,0,0,0,1,0,0,0,0&weight=1,1,1,1,1",
            ask: Some(Ask::Layer(&[
                "Conv1d(1,1,2,bias=False)",
                "Conv1d(1,1,3,bias=False)",
                "Conv1d(1,1,7,bias=False)",
            ])),
        },
    ],
};
