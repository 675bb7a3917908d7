use crate::lesson::{Ask, Lesson, Step};

pub const ORDER: Lesson = Lesson {
    name: "order",
    minutes: 5,
    steps: &[
        Step {
            name: "look",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&step=3",
            ask: None,
        },
        Step {
            name: "shuffle",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&order=shuffle&step=3",
            ask: Some(Ask::Value),
        },
        Step {
            name: "columns",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&order=columns&step=4",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "place",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&step=3",
            ask: Some(Ask::Window),
        },
        Step {
            name: "all",
            link: "layer=Conv2d(1,1,3,bias=False)&input=1,0,2,1,3;2,1,0,4,1;0,3,5,1,2;1,2,1,0,1;4,0,1,2,0&\
                   weight=1,0,-1;2,0,-2;1,0,-1&order=all&picture=order",
            ask: None,
        },
        Step {
            name: "layers",
            link: "layer=Sequential(Conv1d(1,1,3,bias=False),Conv1d(1,1,3,bias=False))&shape=9&stage=1",
            ask: Some(Ask::Claim(true)),
        },
    ],
};
