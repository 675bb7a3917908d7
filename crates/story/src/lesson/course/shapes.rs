use crate::lesson::{Ask, Lesson, Step};

pub const SHAPES: Lesson = Lesson {
    name: "shapes",
    minutes: 6,
    steps: &[
        Step {
            name: "row",
            link: "layer=Conv1d(2,1,3,bias=False)&input=1,2,3,4,5,6_10,20,30,40,50,60&weight=1,0,1_1,0,-1",
            ask: None,
        },
        Step {
            name: "words",
            link: "layer=Conv1d(128,256,3,stride=1,padding=1)&shape=10",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "height",
            link: "layer=Conv2d(3,1,3,padding=1,bias=False)&shape=4x6",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "classic",
            link: "layer=Conv2d(3,16,(3,3),stride=(1,1),padding=(1,1),bias=True,padding_mode='zeros')&shape=256x256",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "volume",
            link: "layer=Conv3d(1,1,2,bias=False)&shape=3x4x4",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "block",
            link: "layer=Conv1d(4,1,3,bias=False)&shape=6&picture=channels",
            ask: Some(Ask::Params),
        },
    ],
};
