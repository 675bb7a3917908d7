use crate::lesson::{Ask, Lesson, Step};

pub const MISTAKES_SIZES: Lesson = Lesson {
    name: "mistakes-sizes",
    minutes: 6,
    steps: &[
        Step {
            name: "whole",
            link: "layer=Conv2d(1,1,2,stride=2,padding=1,bias=False)&shape=5x5&weight=-1,2;3,1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "keeps",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "axes",
            link: "layer=Conv2d(1,1,3,bias=False)&shape=5x7",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "parts",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5,6,7&weight=1,2,1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "dilation-one",
            link: "layer=Conv1d(1,1,3,bias=False)&input=1,2,3,4,5,6&weight=1,2,3",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "dropped",
            link: "layer=Conv1d(1,1,3,stride=2,bias=False)&input=1,2,3,4,5&weight=1,1,1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "strict",
            link: "layer=Conv1d(1,1,3,padding='valid',bias=False)&input=1,2,3,4,5,6&weight=2,2,2",
            ask: Some(Ask::Claim(false)),
        },
    ],
};
