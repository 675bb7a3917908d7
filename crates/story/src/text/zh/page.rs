//! Chinese, of what the document says by itself.
use super::super::PageKey;

pub fn page(key: PageKey) -> &'static str {
    match key {
        PageKey::Title => "ConvLens：看清卷积层在做什么",
        PageKey::About => {
            "用真实的数字，一格一格地看清卷积层在做什么。PyTorch 各层的任何参数都可以改，每一步都可以看。"
        }
        PageKey::PanicTitle => "ConvLens 自己出了错",
        PageKey::PanicKept => "最后一个正常的场景还在。按回车键回到那里。",
        PageKey::PanicBack => "返回",
        PageKey::Script => {
            "画面不会动：没有脚本运行。请打开 JavaScript。网站管理者需要允许 <code>script-src 'self' \
             'wasm-unsafe-eval'</code>，在框架中需要 <code>sandbox=\"allow-scripts\"</code>。"
        }
        PageKey::Offline => "画面不会动：现在没有网络。联网后请重新加载页面。",
        PageKey::Load => "画面不会动：有一个文件没能加载。请重新加载页面。服务器上所有文件要放在同一个文件夹里。",
        PageKey::Part => "ConvLens 的一部分没能加载，而这一步需要它。再试一次就会重新加载。",
        PageKey::OtherScene => "这是 ConvLens 自带的例子，不是链接里的场景。",
        PageKey::Wasm => {
            "画面不会动：这个浏览器关闭了 WebAssembly，例如处于严格的安全模式。请打开它，或换用较新的浏览器。"
        }
        PageKey::Old => "画面不会动：这个浏览器太旧了。请换用较新的浏览器。",
        PageKey::Policy => {
            "画面不会动：这个网站的安全策略不允许。网站管理者需要允许 <code>script-src 'self' 'wasm-unsafe-eval'; \
             connect-src 'self'</code>。"
        }
        PageKey::Mime => {
            "画面不会动：有一个脚本的类型不对。网站管理者需要把 .js 以 <code>text/javascript</code> 发送。"
        }
        PageKey::File => {
            "画面不会动：以文件方式打开的页面不能加载其他文件。请打开 convlens.html，或者为这个文件夹起一个服务：\
             <code>python3 -m http.server</code>。"
        }
        PageKey::Sandbox => {
            "画面不会动：框架的沙盒不让它读取自己的文件。框架的作者需要加上 \
             <code>allow-same-origin</code>，或改用 convlens.html；也可以由服务器发送 \
             <code>Access-Control-Allow-Origin: *</code>。"
        }
    }
}
