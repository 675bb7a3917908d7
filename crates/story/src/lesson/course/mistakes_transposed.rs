use crate::lesson::{Ask, Lesson, Step};

pub const MISTAKES_TRANSPOSED: Lesson = Lesson {
    name: "mistakes-transposed",
    minutes: 5,
    steps: &[
        Step {
            name: "inverse",
            link: "layer=Sequential(Conv1d(1,1,2,stride=2,bias=False),ConvTranspose1d(1,1,2,stride=2,\
                   bias=False))&input=1,2,3,4,5,6&weight=1,1&weight.1=1,1&stage=1&step=1",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "sizes",
            link: "layer=Conv1d(1,1,3,stride=3,bias=False)&shape=8",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "zeros",
            link: "layer=ConvTranspose1d(1,1,3,stride=2,padding=1,output_padding=1,bias=False)&input=2,1,3&\
                   weight=1,2,3&step=4",
            ask: Some(Ask::Claim(false)),
        },
        Step {
            name: "beyond",
            link: "layer=ConvTranspose1d(1,1,2,stride=3,padding=0,output_padding=1)&input=2,1,3&weight=1,2&\
                   bias=5&step=1",
            ask: Some(Ask::Value),
        },
        Step {
            name: "bound",
            link: "layer=ConvTranspose1d(1,1,2,output_padding=1,dilation=2,bias=False)&shape=4",
            ask: Some(Ask::Claim(false)),
        },
    ],
};
