use crate::lesson::{Ask, Lesson, Step};

pub const DILATION: Lesson = Lesson {
    name: "dilation",
    minutes: 6,
    steps: &[
        Step {
            name: "holes",
            link: "layer=Conv1d(1,1,3,dilation=2,bias=False)&input=1,2,3,4,5,6&weight=2,2,2&step=0&picture=dilation",
            ask: None,
        },
        Step {
            name: "window",
            link: "layer=Conv1d(1,1,3,dilation=3,bias=False)&input=1,2,3,4,5,6,7,8,9,10&weight=1,1,1&step=1",
            ask: Some(Ask::Window),
        },
        Step {
            name: "length",
            link: "layer=Conv1d(1,1,3,dilation=3,bias=False)&shape=12&picture=dilation",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "zeros",
            link: "layer=Conv1d(1,1,3,dilation=2,bias=False)&input=1,2,3,4,5,6,7,8&weight=1,2,3&step=0&picture=dilation",
            ask: Some(Ask::Value),
        },
        Step {
            name: "ordinary",
            link: "layer=Conv1d(1,1,3,dilation=1,bias=False)&input=1,2,3,4,5,6,7,8&weight=1,2,3",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "free",
            link: "layer=Conv1d(1,1,3,dilation=3,bias=False)&input=1,2,3,4,5,6,7,8,9&weight=1,2,3&picture=dilation",
            ask: Some(Ask::Params),
        },
        Step {
            name: "resolution",
            link: "layer=Conv2d(1,1,3,padding=2,dilation=2,bias=False)&shape=7x7&picture=dilation",
            ask: Some(Ask::Shape),
        },
    ],
};
