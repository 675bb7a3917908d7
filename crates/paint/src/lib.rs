//! A layer's numbers as pixels: what static/image-worker.js puts on canvases. A picture has a million numbers, and in
//! JavaScript to find their ends and to paint them takes longer than the layer itself.
//!
//! One plane of numbers is held at a time. Loops are written so that the compiler takes several numbers at once.

mod ends;
#[cfg(target_arch = "wasm32")]
mod exports;
mod pixel;

use ends::Ends;

/// The images of one output after another, and the ends of its numbers.
#[derive(Debug)]
pub struct Painter {
    /// Pixels of an image, which are the numbers of a plane.
    area: usize,
    plane: Vec<f32>,
    images: Vec<u32>,
    ends: Ends,
}

impl Painter {
    pub const NEW: Self = Self {
        area: 0,
        plane: Vec::new(),
        images: Vec::new(),
        ends: Ends::NONE,
    };

    /// Begins another output, of so many images of so many pixels. Fresh memory is slow: it is kept.
    pub fn begin(&mut self, area: usize, images: usize) {
        self.area = area;
        self.ends = Ends::NONE;
        make_room(&mut self.plane, area);
        // What is too large to count is too large to hold.
        make_room(&mut self.images, area.saturating_mul(images));
    }

    /// The plane, to be written.
    pub fn plane_mut(&mut self) -> &mut [f32] {
        &mut self.plane[..self.area]
    }

    /// The images that were painted, one after another: in a pixel the lowest byte is red, the highest its opacity.
    #[must_use]
    pub fn images(&self) -> &[u32] {
        &self.images
    }

    /// Takes in what the plane's numbers are.
    pub fn measure(&mut self) {
        self.ends.take(&self.plane[..self.area]);
    }

    /// The least and the greatest finite number of all planes that were taken in; 0 where there is none.
    #[must_use]
    pub fn ends(&self) -> [f32; 2] {
        self.ends.get()
    }

    /// Paints the plane in grey, of which a number's is `number * factor + start`, cut to 0 to 255.
    pub fn paint(&mut self, image: usize, factor: f64, start: f64) {
        let pixels = &mut self.images[image * self.area..][..self.area];
        for (pixel, number) in pixels.iter_mut().zip(&self.plane) {
            *pixel = pixel::grey(*number, factor, start);
        }
    }

    /// Paints the first image in the colours that the three after it are together.
    pub fn join(&mut self) {
        let (colours, greys) = self.images.split_at_mut(self.area);
        let (reds, greys) = greys.split_at(self.area);
        let (greens, blues) = greys.split_at(self.area);
        for (((colour, red), green), blue) in colours.iter_mut().zip(reds).zip(greens).zip(blues) {
            *colour = pixel::colour(*red, *green, *blue);
        }
    }
}

fn make_room<T: Copy + Default>(held: &mut Vec<T>, count: usize) {
    if held.len() < count {
        // Before there is more, what there was is given back.
        *held = Vec::new();
        held.resize(count, T::default());
    }
}
