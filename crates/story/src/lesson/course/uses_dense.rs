use crate::lesson::{Ask, Lesson, Step};

pub const USES_DENSE: Lesson = Lesson {
    name: "uses-dense",
    minutes: 7,
    steps: &[
        Step {
            name: "look",
            link: "layer=Sequential(Conv2d(1,2,3,padding=1),ReLU(),MaxPool2d(2),Conv2d(2,4,3,padding=1),\
                   ReLU(),ConvTranspose2d(4,2,2,stride=2))&shape=8x8&picture=stack",
            ask: None,
        },
        Step {
            name: "down",
            link: "layer=Sequential(Conv2d(1,2,3,padding=1),ReLU(),MaxPool2d(2),Conv2d(2,4,3,padding=1),\
                   ReLU(),ConvTranspose2d(4,2,2,stride=2))&shape=8x8&stage=2",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "up",
            link: "layer=ConvTranspose2d(4,2,2,stride=2)&shape=4x4",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "double",
            link: "layer=ConvTranspose2d(1,1,3,stride=2,padding=1,output_padding=1,bias=False)&\
                   input=1,2,3;4,5,6;7,8,9&weight=1,2,1;2,4,2;1,2,1",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "resize",
            link: "layer=Sequential(ConvTranspose2d(1,1,2,stride=2,bias=False),Conv2d(1,1,3,padding=1,\
                   bias=False))&input=1,2,3;4,5,6;7,8,9&weight=1,1;1,1&weight.1=1,2,1;2,4,2;1,2,1&stage=1&\
                   step=14",
            ask: None,
        },
        Step {
            name: "skip",
            link: "layer=Conv2d(4,2,3,padding=1)&shape=8x8",
            ask: Some(Ask::Params),
        },
        Step {
            name: "head",
            link: "layer=Conv2d(3,2,1)&shape=6x6",
            ask: Some(Ask::Params),
        },
    ],
};
