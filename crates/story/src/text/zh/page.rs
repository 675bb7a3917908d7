//! Simplified Chinese, of what the document says by itself.
use super::super::PageKey;

pub fn page(key: PageKey) -> &'static str {
    match key {
        PageKey::Title => "ConvLens：卷积层在做什么",
        PageKey::About => {
            "用真实的数，一格一格看清卷积层在做什么。修改 PyTorch 各种层的任意参数，一步一步走完全过程。"
        }
        PageKey::PanicTitle => "ConvLens 自身出错了",
        PageKey::PanicKept => "出错之前的场景已经保留。按 Enter 返回。",
        PageKey::PanicBack => "返回",
        PageKey::Script => {
            "图无法动起来：脚本没有运行。请启用 JavaScript。网站管理者需要允许 <code>script-src \
             'self' 'wasm-unsafe-eval'</code>；在框架中还需要 <code>sandbox=\"allow-scripts\"</code>。"
        }
        PageKey::Offline => "图无法动起来：当前处于离线状态。联网后请重新加载页面。",
        PageKey::Load => {
            "图无法动起来：有文件没能加载。请重新加载页面。在服务器上，所有文件必须放在同一个文件夹里。"
        }
        PageKey::Part => "这里需要 ConvLens 的另一部分，但它没能加载。下次操作时会重新请求。",
        PageKey::OtherScene => "这是 ConvLens 自带的例子，不是链接中的场景。",
        PageKey::Wasm => {
            "图无法动起来：这个浏览器关闭了 WebAssembly，严格的安全模式就会这样。请启用它，或换用较新的浏览器。"
        }
        PageKey::Old => "图无法动起来：这个浏览器太旧了。请换用较新的浏览器。",
        PageKey::Policy => {
            "图无法动起来：本网站的安全策略不允许。网站管理者需要允许 <code>script-src \
             'self' 'wasm-unsafe-eval'; connect-src 'self'</code>。"
        }
        PageKey::Mime => {
            "图无法动起来：有脚本的类型不对。网站管理者需要以 <code>text/javascript</code> 类型发送 .js 文件。"
        }
        PageKey::File => {
            "图无法动起来：以本地文件方式打开的页面不能加载其他文件。请打开 convlens.html，或为该文件夹启动一个服务器：\
             <code>python3 -m http.server</code>。"
        }
        PageKey::Sandbox => {
            "图无法动起来：框架的 sandbox 使它读不到自己的文件。框架的作者需要加上 \
             <code>allow-same-origin</code>，或改用 convlens.html；也可以让服务器发送 \
             <code>Access-Control-Allow-Origin: *</code>。"
        }
    }
}
