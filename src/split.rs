//! Where the page is split: what is there at once, what loads when it is first used, and of that, what reads, the
//! explaining pictures, and what is taken away.
//!
//! Without the feature `split`, as in tests, all is one file and there at once.
use crate::composer;
use crate::controls;
use crate::controls::composer::Composer;
use crate::controls::explain::Explain;
use crate::controls::export::Export;
use crate::controls::grids::Grids;
use crate::controls::image::Image;
use crate::controls::lessons::Lessons;
use crate::controls::reader::Reader;
use crate::embed;
use crate::explain;
use crate::export;
use crate::export::sheet::Sheet;
use crate::grids;
use crate::image;
use crate::lesson;
use crate::page::Page;
use crate::page::later::Later;
use crate::part::Fetch;
use crate::platform::{address, charts, clipboard, language};
use crate::reader;
use crate::services::Services;
use crate::sheet;
use picture::explain::{Pictures, Set};
use story::lesson::Course;

/// A part that is there.
#[cfg(not(feature = "split"))]
macro_rules! part {
    ($name:ident) => {
        Fetch {
            soon: |act| act(Some(make::$name())),
            now: || Some(make::$name()),
        }
    };
}

/// A part that is fetched.
#[cfg(feature = "split")]
macro_rules! part {
    ($name:ident) => {
        Fetch {
            soon: cut::$name::soon,
            now: cut::$name::now,
        }
    };
}
/// How [`Later`] is fetched.
pub fn later() -> Fetch<Later> {
    part!(controls)
}

/// What talks with a page around this one.
pub type Embed = fn(Page);

/// How it is fetched.
pub fn embed() -> Fetch<Embed> {
    part!(embed)
}

/// How [`Reader`] is fetched.
fn reader() -> Fetch<Reader> {
    part!(reader)
}

/// How [`Explain`] is fetched.
fn explain() -> Fetch<Explain> {
    part!(explain)
}

/// How [`Composer`] is fetched.
fn composer() -> Fetch<Composer> {
    part!(composer)
}

/// How [`Export`] is fetched.
fn export() -> Fetch<Export> {
    part!(export)
}

/// How [`Sheet`] is fetched.
fn sheet() -> Fetch<Sheet> {
    part!(sheet)
}

/// How [`Course`] is fetched.
fn course() -> Fetch<Course> {
    part!(course)
}

/// How [`Lessons`] is fetched.
fn lessons() -> Fetch<Lessons> {
    part!(lessons)
}

/// How [`Grids`] is fetched.
fn grids() -> Fetch<Grids> {
    part!(grids)
}

/// How [`Image`] is fetched.
fn image() -> Fetch<Image> {
    part!(image)
}

/// How a set of explaining pictures is fetched.
fn pictures(set: Set) -> Fetch<Pictures> {
    match set {
        Set::Channels => part!(channels),
        Set::Windows => part!(windows),
        Set::Numbers => part!(numbers),
        Set::Tables => part!(tables),
    }
}

/// What makes the parts, once they are there.
mod make {
    use super::*;

    pub fn controls() -> Later {
        controls::controls(
            Services {
                keep: address::keep,
                page: address::page,
                copy: clipboard::copy,
                text: language::text,
                count: language::count,
                speak: language::speak,
                again: language::again,
                resumed: language::resumed,
                draw: charts::draw,
            },
            controls::Parts {
                reader: super::reader(),
                explain: super::explain(),
                composer: super::composer(),
                export: super::export(),
                course: super::course(),
                lessons: super::lessons(),
                grids: super::grids(),
                image: super::image(),
            },
        )
    }

    pub fn embed() -> Embed {
        embed::embed()
    }

    pub fn reader() -> Reader {
        reader::reader()
    }

    pub fn explain() -> Explain {
        explain::explain(super::pictures)
    }

    pub fn composer() -> Composer {
        composer::composer()
    }

    pub fn export() -> Export {
        export::export(super::sheet())
    }

    pub fn sheet() -> Sheet {
        sheet::sheet()
    }

    pub fn course() -> Course {
        story::lesson::ALL
    }

    pub fn lessons() -> Lessons {
        lesson::lessons()
    }

    pub fn grids() -> Grids {
        grids::grids()
    }

    pub fn image() -> Image {
        image::image()
    }

    pub fn channels() -> Pictures {
        Pictures(Set::channels)
    }

    pub fn windows() -> Pictures {
        Pictures(Set::windows)
    }

    pub fn numbers() -> Pictures {
        Pictures(Set::numbers)
    }

    pub fn tables() -> Pictures {
        Pictures(Set::tables)
    }
}

/// The cuts themselves: the build (`xtask`, by the crate wasm_split_cli_support) finds these names in the wasm, and moves
/// into files of their own what only the exported functions reach. `static/later.js` fetches them.
///
/// Leptos' macro does the same with futures, which would weigh more than the page asks for.
#[cfg(feature = "split")]
#[allow(unsafe_code)]
mod cut {
    use super::{
        Composer, Course, Embed, Explain, Export, Grids, Image, Later, Lessons, Pictures, Reader, Sheet, make,
    };
    use crate::part::Act;
    use js_sys::Reflect;
    use std::cell::Cell;
    use std::ffi::c_void;

    type Told = extern "C" fn(*const c_void, bool);

    macro_rules! cut {
        ($name:ident, $part:ty, $load:ident, $import:ident, $export:ident) => {
            pub mod $name {
                use super::*;

                #[link(wasm_import_module = "__wasm_split_placeholder__")]
                #[allow(improper_ctypes, reason = "both sides are compiled as one")]
                unsafe extern "C" {
                    /// Fetches the file and tells whether it is there.
                    safe fn $load(told: Told, data: *const c_void);
                    /// Becomes a call of the exported function; only for when the file is there.
                    fn $import() -> $part;
                }

                #[unsafe(no_mangle)]
                #[allow(improper_ctypes_definitions, reason = "both sides are compiled as one")]
                extern "C" fn $export() -> $part {
                    make::$name()
                }

                thread_local! {
                    static THEN: Cell<Option<Act<$part>>> = const { Cell::new(None) };
                    static IS_THERE: Cell<bool> = const { Cell::new(false) };
                }

                /// Nobody asks twice before the answer.
                pub fn soon(then: Act<$part>) {
                    THEN.set(Some(then));
                    $load(told, std::ptr::null());
                }

                extern "C" fn told(_data: *const c_void, is_there: bool) {
                    if let Some(then) = THEN.take() {
                        then(part(is_there));
                    }
                }

                pub fn now() -> Option<$part> {
                    IS_THERE.set(false);
                    waiting(true);
                    $load(told_now, std::ptr::null());
                    waiting(false);
                    part(IS_THERE.get())
                }

                extern "C" fn told_now(_data: *const c_void, is_there: bool) {
                    IS_THERE.set(is_there);
                }

                fn part(is_there: bool) -> Option<$part> {
                    // SAFETY: the file with the function is there.
                    is_there.then(|| unsafe { $import() })
                }
            }
        };
    }

    cut!(
        controls,
        Later,
        __wasm_split_load_controls,
        __wasm_split_00controls00_import_636f6e766c656e732d636f6e74726f6c_all,
        __wasm_split_00controls00_export_636f6e766c656e732d636f6e74726f6c_all
    );
    cut!(
        embed,
        Embed,
        __wasm_split_load_embed,
        __wasm_split_00embed00_import_636f6e766c656e732d656d6265642d5f_all,
        __wasm_split_00embed00_export_636f6e766c656e732d656d6265642d5f_all
    );
    cut!(
        reader,
        Reader,
        __wasm_split_load_reader,
        __wasm_split_00reader00_import_636f6e766c656e732d7265616465722d_all,
        __wasm_split_00reader00_export_636f6e766c656e732d7265616465722d_all
    );
    cut!(
        explain,
        Explain,
        __wasm_split_load_explain,
        __wasm_split_00explain00_import_636f6e766c656e732d6578706c61696e_all,
        __wasm_split_00explain00_export_636f6e766c656e732d6578706c61696e_all
    );
    cut!(
        composer,
        Composer,
        __wasm_split_load_composer,
        __wasm_split_00composer00_import_636f6e766c656e732d636f6d706f7365_all,
        __wasm_split_00composer00_export_636f6e766c656e732d636f6d706f7365_all
    );
    cut!(
        export,
        Export,
        __wasm_split_load_export,
        __wasm_split_00export00_import_636f6e766c656e732d6578706f72742d_all,
        __wasm_split_00export00_export_636f6e766c656e732d6578706f72742d_all
    );
    cut!(
        sheet,
        Sheet,
        __wasm_split_load_sheet,
        __wasm_split_00sheet00_import_636f6e766c656e732d73686565742d2d_all,
        __wasm_split_00sheet00_export_636f6e766c656e732d73686565742d2d_all
    );
    cut!(
        course,
        Course,
        __wasm_split_load_course,
        __wasm_split_00course00_import_636f6e766c656e732d636f757273652d_all,
        __wasm_split_00course00_export_636f6e766c656e732d636f757273652d_all
    );
    cut!(
        lessons,
        Lessons,
        __wasm_split_load_lessons,
        __wasm_split_00lessons00_import_636f6e766c656e732d6c6573736f6e73_all,
        __wasm_split_00lessons00_export_636f6e766c656e732d6c6573736f6e73_all
    );
    cut!(
        grids,
        Grids,
        __wasm_split_load_grids,
        __wasm_split_00grids00_import_636f6e766c656e732d67726964732d2d_all,
        __wasm_split_00grids00_export_636f6e766c656e732d67726964732d2d_all
    );
    cut!(
        image,
        Image,
        __wasm_split_load_image,
        __wasm_split_00image00_import_636f6e766c656e732d696d6167652d2d_all,
        __wasm_split_00image00_export_636f6e766c656e732d696d6167652d2d_all
    );
    cut!(
        channels,
        Pictures,
        __wasm_split_load_channels,
        __wasm_split_00channels00_import_636f6e766c656e732d6368616e6e656c_all,
        __wasm_split_00channels00_export_636f6e766c656e732d6368616e6e656c_all
    );
    cut!(
        windows,
        Pictures,
        __wasm_split_load_windows,
        __wasm_split_00windows00_import_636f6e766c656e732d77696e646f7773_all,
        __wasm_split_00windows00_export_636f6e766c656e732d77696e646f7773_all
    );
    cut!(
        numbers,
        Pictures,
        __wasm_split_load_numbers,
        __wasm_split_00numbers00_import_636f6e766c656e732d6e756d62657273_all,
        __wasm_split_00numbers00_export_636f6e766c656e732d6e756d62657273_all
    );
    cut!(
        tables,
        Pictures,
        __wasm_split_load_tables,
        __wasm_split_00tables00_import_636f6e766c656e732d7461626c65732d_all,
        __wasm_split_00tables00_export_636f6e766c656e732d7461626c65732d_all
    );

    /// Whether what loads now is waited for.
    fn waiting(on: bool) {
        if let Some(window) = web_sys::window() {
            // Only a frozen window could refuse.
            let _ = Reflect::set(&window, &"convlensNow".into(), &on.into());
        }
    }
}
