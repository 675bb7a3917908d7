use crate::lesson::{Ask, Lesson, Step};

pub const CHANNELS: Lesson = Lesson {
    name: "channels",
    minutes: 7,
    steps: &[
        Step {
            name: "four",
            link: "layer=Conv1d(4,1,3,bias=False)&input=1,2,3_4,5,6_7,8,9_10,11,12&weight=0.2599,-0.1309,-0.2319_-0.1974,-0.0371,-0.1319_-0.2190,-0.1151,0.0644_-0.0862,-0.2313,0.1159&picture=channels",
            ask: None,
        },
        Step {
            name: "sum",
            link: "layer=Conv1d(2,1,2,bias=False)&input=1,2,3,4_2,0,1,3&weight=1,2_3,-1&step=0&picture=channels",
            ask: Some(Ask::Value),
        },
        Step {
            name: "two",
            link: "layer=Conv1d(4,2,3,bias=False)&input=1,2,3_4,5,6_7,8,9_10,11,12&weight=-0.1565,0.2598,-0.2152_-0.0130,-0.1495,-0.0799_-0.2842,-0.1508,-0.1939_-0.1133,-0.2627,0.1949__0.0576,0.1712,-0.1465_-0.2060,0.1648,0.2039_0.2221,-0.1940,0.1126_-0.2098,-0.0749,0.1407&picture=channels",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "long",
            link: "layer=Conv1d(4,2,3,stride=2)&input=-0.2105,-1.0958,0.7299,1.1003,2.3175,0.8186,-1.7510,-0.1925,0.8591_1.0991,-0.3016,1.5633,0.6162,0.3150,1.0413,1.0571,-0.7014,0.2239_-0.0658,0.4755,-0.6653,-0.0696,0.3483,-0.0360,-0.4665,1.2606,1.3365_-0.0186,-1.1802,-0.8835,-1.1813,-0.5145,-0.0534,-1.2568,0.3211,-2.4793",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "foreground",
            link: "layer=Conv2d(3,2,3)&shape=5x5&picture=channels",
            ask: Some(Ask::Params),
        },
        Step {
            name: "many",
            link: "layer=Conv2d(3,256,(5,5))&shape=12x12",
            ask: Some(Ask::Shape),
        },
        Step {
            name: "bias",
            link: "layer=Conv1d(1,2,2)&input=1,2,3,4&weight=1,1__1,-1&bias=10,-5&step=2",
            ask: Some(Ask::Value),
        },
    ],
};
