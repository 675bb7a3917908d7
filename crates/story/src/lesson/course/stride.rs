use crate::lesson::{Ask, Lesson, Step};

pub const STRIDE: Lesson = Lesson {
    name: "stride",
    minutes: 6,
    steps: &[
        Step {
            name: "three",
            link: "layer=Conv1d(1,1,3,stride=3,bias=False)&input=1,2,3,4,5,6&weight=2,2,2&step=0&picture=stride",
            ask: None,
        },
        Step {
            name: "jump",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6,7&weight=2,2,2&step=0",
            ask: Some(Ask::Window),
        },
        Step {
            name: "half",
            link: "layer=Conv1d(1,1,3,stride=2,padding=1,bias=False)&shape=12&picture=stride",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "keep",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=3,1,4,2,6,9,2&weight=1,2,-1",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "plane",
            link: "layer=Conv2d(1,1,3,stride=2,padding=1,bias=False)&input=3,3,2,1,0;0,0,1,3,1;3,1,2,2,3;2,0,0,2,2;2,0,0,0,1&weight=0,1,2;2,2,0;0,1,2&step=3&picture=stride",
            ask: Some(Ask::Value),
        },
        Step {
            name: "pair",
            link: "layer=Conv2d(1,1,3,stride=(2,1),bias=False)&shape=7x5&picture=stride",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "feeds",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6,7,8,9&weight=1,2,3",
            ask: Some(Ask::Feeds(&[0, 4])),
        },
    ],
};
