//! A backend that estimates how large text is: in a browser, plotters would add an element to the page for each
//! measurement.
use plotters::prelude::{DrawingBackend, SVGBackend};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};

type Answer<'a, T> = Result<T, DrawingErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

pub(super) struct Estimate<'a>(SVGBackend<'a>);

impl<'a> Estimate<'a> {
    pub fn new(backend: SVGBackend<'a>) -> Self {
        Self(backend)
    }
}

impl<'a> DrawingBackend for Estimate<'a> {
    type ErrorType = <SVGBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Answer<'a, ()> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Answer<'a, ()> {
        self.0.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Answer<'a, ()> {
        self.0.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Answer<'a, ()> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Answer<'a, ()> {
        self.0.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Answer<'a, ()> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Answer<'a, ()> {
        self.0.draw_circle(centre, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Answer<'a, ()> {
        self.0.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Answer<'a, ()> {
        self.0.draw_text(text, style, at)
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Answer<'a, (u32, u32)> {
        let size = style.size() as f32;
        Ok((crate::fit::words_width(text, size).ceil() as u32, size.ceil() as u32))
    }
}
