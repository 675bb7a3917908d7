use crate::lesson::{Ask, Lesson, Step};

pub const FEATURES: Lesson = Lesson {
    name: "features",
    minutes: 7,
    steps: &[
        Step {
            name: "look",
            link: "layer=Conv2d(1,1,3,bias=False)&input=0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,0,0,0,0&weight=-1,2,-1;-1,2,-1;-1,2,-1&step=12&picture=match",
            ask: None,
        },
        Step {
            name: "match",
            link: "layer=Conv2d(1,1,3,bias=False)&input=0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,0,0,0,0&weight=-1,2,-1;-1,2,-1;-1,2,-1&step=21&picture=match",
            ask: Some(Ask::Value),
        },
        Step {
            name: "instruments",
            link: "layer=Conv2d(1,3,3,bias=False)&input=0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,0,0,0,0&weight=-1,0,1;-1,0,1;-1,0,1__-1,-1,-1;0,0,0;1,1,1__-1,2,-1;-1,2,-1;-1,2,-1&picture=match",
            ask: Some(Ask::Params),
        },
        Step {
            name: "layers",
            link: "layer=Sequential(Conv2d(1,4,3),ReLU(),MaxPool2d(2),Flatten(),Linear(?,10))&shape=10x10&picture=stack",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "dense",
            link: "layer=Sequential(Flatten(),Linear(36,16,bias=False))&shape=1_6x6&stage=1",
            ask: Some(Ask::Params),
        },
        Step {
            name: "sparse",
            link: "layer=Conv2d(1,1,3,bias=False)&shape=6x6&picture=matrix",
            ask: Some(Ask::Macs),
        },
        Step {
            name: "place",
            link: "layer=Conv2d(1,1,3,bias=False)&input=0,0,0,0,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,1,0,0,0;0,0,0,0,0,0,0&weight=-1,2,-1;-1,2,-1;-1,2,-1&step=12&picture=feeds",
            ask: Some(Ask::Claim(true)),
        },
    ],
};
