//! The numbers as a table for spreadsheets and programs.
use crate::{Film, Tensor, exact_number};

/// All numbers of a film, one a line: `tensor,i0,i1,i2,value`, the indices as PyTorch counts them, an index that a tensor
/// does not have left empty. Lines end as RFC 4180 has it, numbers have a point and as many digits as tell them apart.
pub fn csv(film: &Film) -> String {
    let tensors = [Tensor::Input, Tensor::Weight, Tensor::Bias, Tensor::Output];
    let mut shapes: Vec<_> = tensors.iter().map(|&tensor| (tensor, film.shape(tensor))).collect();
    shapes.retain(|(tensor, _)| !film.data(*tensor).is_empty());
    let axes = shapes.iter().map(|(_, shape)| shape.len()).max().unwrap_or(0);
    let mut text = String::from("tensor");
    for axis in 0..axes {
        text += ",i";
        text += &axis.to_string();
    }
    text += ",value\r\n";
    for (tensor, shape) in shapes {
        for (index, value) in film.data(tensor).iter().enumerate() {
            text += tensor.name();
            for axis in 0..axes {
                text.push(',');
                if let Some(size) = shape.get(axis) {
                    let inner: usize = shape[axis + 1..].iter().product();
                    text += &(index / inner % size).to_string();
                }
            }
            text.push(',');
            text += &exact_number(*value);
            text += "\r\n";
        }
    }
    text
}
