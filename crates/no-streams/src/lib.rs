//! Nothing, in the shape of the crate wasm-streams.
//!
//! Leptos brings a client for functions on a server, and that brings wasm-streams, whose classes are exports: no linker
//! may leave them out, though the page has no server and calls none of it. They weighed 6 KB of the first load. This
//! has the names that the client compiles against; nothing runs it.
#![forbid(unsafe_code)]

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// A stream of the browser that gives nothing.
    pub fn from_stream(_given: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// What it wraps.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that gives nothing.
    pub fn into_stream(self) -> Empty {
        Empty
    }
}

/// The stream without items.
#[derive(Debug)]
pub struct Empty;

impl Stream for Empty {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
