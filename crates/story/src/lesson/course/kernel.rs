use crate::lesson::{Ask, Lesson, Step};

pub const KERNEL: Lesson = Lesson {
    name: "kernel",
    minutes: 3,
    steps: &[
        Step {
            name: "one",
            link: "layer=Conv1d(1,1,1,bias=False)&input=1,2,3,4,5,6&weight=2",
            ask: None,
        },
        Step {
            name: "three",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=2,1,3&step=1",
            ask: Some(Ask::Value),
        },
    ],
};
