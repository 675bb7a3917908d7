use crate::lesson::{Ask, Lesson, Step};

pub const RECEPTIVE_FIELD: Lesson = Lesson {
    name: "receptive-field",
    minutes: 7,
    steps: &[
        Step {
            name: "look",
            link: "layer=Sequential(Conv1d(1,1,3,bias=False),Conv1d(1,1,3,bias=False))&shape=9&stage=1&\
                   step=2&picture=stack",
            ask: None,
        },
        Step {
            name: "three",
            link: "layer=Sequential(Conv1d(1,1,3,bias=False),Conv1d(1,1,3,bias=False),Conv1d(1,1,3,\
                   bias=False))&shape=9&stage=2",
            ask: Some(Ask::ReceptiveField),
        },
        Step {
            name: "stride",
            link: "layer=Sequential(Conv1d(1,1,3,stride=2,bias=False),Conv1d(1,1,3,bias=False))&shape=11&\
                   stage=1",
            ask: Some(Ask::ReceptiveField),
        },
        Step {
            name: "ways",
            link: "layer=Sequential(Conv1d(1,1,3,bias=False),Conv1d(1,1,3,bias=False),Conv1d(1,1,3,\
                   bias=False))&shape=9&stage=2&step=1&picture=stack",
            ask: None,
        },
        Step {
            name: "two-threes",
            link: "layer=Sequential(Conv2d(1,1,3,bias=False),Conv2d(1,1,3,bias=False))&shape=7x7&stage=1",
            ask: Some(Ask::Claim(true)),
        },
        Step {
            name: "growth",
            link: "layer=Sequential(Conv1d(1,1,3,padding=1,bias=False),Conv1d(1,1,3,padding=2,dilation=2,\
                   bias=False),Conv1d(1,1,3,padding=4,dilation=4,bias=False))&shape=24&stage=2&step=12",
            ask: Some(Ask::ReceptiveField),
        },
        Step {
            name: "holes",
            link: "layer=Sequential(Conv1d(1,1,3,dilation=2,bias=False),Conv1d(1,1,3,dilation=2,\
                   bias=False),Conv1d(1,1,3,dilation=2,bias=False))&shape=16&stage=2&step=1",
            ask: Some(Ask::Claim(false)),
        },
    ],
};
