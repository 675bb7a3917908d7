//! Variants of a question: the same question of another scene, which follows from the link and the variant's number.
use super::draw::{Draw, arguments, largest, numbers, sizes};
use super::{Answer, Form, Question};
use crate::lesson::Ask;
use crate::link::Shot;
use crate::tensor::mix;
use crate::{Cell, Change, Order, Scene, Showing};
use conv::{Finish, LayerSpec, Plan, Source};

/// So many scenes are tried for a variant, fewer where they are dear: together no more than this many multiply-adds.
const TRIES: u64 = 200;
const WORK: u64 = 200 << 20;

/// As many cells as anybody wants to mark.
const MOST_CELLS: usize = 12;

/// So many answers are looked at to split them.
const SAMPLE: usize = 12;

/// What the variants are made from.
struct Origin {
    /// The question of the step's own scene.
    own: Question,
    /// Of the link.
    seed: u64,
    /// The layers to choose from, the scene's own first.
    layers: Vec<LayerSpec>,
    tries: u32,
}

/// The question of this variant. The answers are split into two classes, and variants alternate between them, so that none
/// has the answer of the one before.
pub fn variant(ask: Ask, link: &str, shot: &Shot, variant: u32) -> Option<Question> {
    let mut layers = vec![shot.scene.spec().clone()];
    if let Ask::Layer(lines) = ask {
        for line in lines {
            layers.push(LayerSpec::parse(line).ok()?);
        }
    }
    let seed = hash(link);
    let place = match ask {
        Ask::Feeds(place) => place,
        _ => &[],
    };
    let own = Question::of(ask, shot.clone(), place, choices(&layers, &mut Draw::new(seed, 0, 0)))?;
    let tries = tries(ask, &shot.scene);
    let origin = Origin {
        own,
        seed,
        layers,
        tries,
    };
    let found = match ask {
        _ if variant == 0 => None,
        Ask::Claim(_) => None,
        // The layers take turns.
        Ask::Layer(_) => origin.tries(variant).next(),
        _ => origin.alternating(variant),
    };
    Some(found.unwrap_or(origin.own))
}

fn tries(ask: Ask, scene: &Scene) -> u32 {
    let plans = match ask {
        Ask::Value | Ask::Window | Ask::Feeds(_) | Ask::Layer(_) => scene.plans().unwrap_or_default(),
        // Nothing is computed.
        _ => Vec::new(),
    };
    let macs = plans.iter().fold(1, |sum: u64, plan| sum.saturating_add(plan.macs()));
    (WORK / macs).clamp(4, TRIES) as u32
}

/// The lines of the layers to choose from, each once, in some order.
fn choices(layers: &[LayerSpec], draw: &mut Draw) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for layer in layers {
        let line = layer.to_string();
        if !lines.contains(&line) {
            lines.insert(draw.below(lines.len() + 1), line);
        }
    }
    lines
}

impl Origin {
    /// The first good question whose answer is of the variant's class; that of the step's own scene is of the even ones.
    fn alternating(&self, variant: u32) -> Option<Question> {
        let answers: Vec<u64> = self
            .tries(0)
            .take(SAMPLE)
            .map(|question| hash(&question.answer_text()))
            .collect();
        let own = hash(&self.own.answer_text());
        // Of some ways to split the answers the one that splits a few of them best.
        let is_like_own = |salt: u64, answer: u64| (mix(salt ^ answer) ^ mix(salt ^ own)) & 1 == 0;
        let balance = |salt: &u64| {
            let like = answers.iter().filter(|&&answer| is_like_own(*salt, answer)).count();
            like.min(answers.len() - like)
        };
        let salt = (0..SAMPLE as u64).max_by_key(balance)?;
        let fits = |question: &Question| is_like_own(salt, hash(&question.answer_text())) == variant.is_multiple_of(2);
        self.tries(variant).find(fits).or_else(|| self.tries(variant).next())
    }

    /// The scenes that are tried for a variant and make a good question.
    fn tries(&self, variant: u32) -> impl Iterator<Item = Question> + '_ {
        let tries = (0..self.tries)
            .filter_map(move |attempt| self.attempt(variant, &mut Draw::new(self.seed, variant, attempt)));
        tries.filter(|question| is_good(question, &self.own) && self.is_told_apart(question))
    }

    /// Whether the picture is that of one of the layers alone.
    fn is_told_apart(&self, question: &Question) -> bool {
        let scene = &question.shot.scene;
        let output = |scene: &Scene| match scene.show() {
            Ok(Showing::Film(film)) => Some((film.plan.output_shape().to_vec(), film.output.clone())),
            Ok(Showing::Shapes(plan, _)) => Some((plan.output_shape().to_vec(), Vec::new())),
            Err(_) => None,
        };
        let own = scene.spec();
        let mut others = self.layers.iter().filter(|layer| *layer != own);
        !matches!(question.ask, Ask::Layer(_))
            || others.all(|layer| output(&scene.with(Change::Layer(layer.clone()))) != output(scene))
    }

    fn attempt(&self, variant: u32, draw: &mut Draw) -> Option<Question> {
        let mut shot = self.own.shot.clone();
        let scene = &mut shot.scene;
        let mut place = Vec::new();
        match self.own.ask {
            Ask::Claim(_) => return None,
            Ask::Value => {}
            Ask::Layer(_) => {
                let made = &self.layers[variant as usize % self.layers.len()];
                *scene = scene.with(Change::Layer(made.clone()));
            }
            ask => {
                arguments(scene, ask == Ask::ReceptiveField, draw);
                sizes(scene, ask, draw);
            }
        }
        numbers(scene.net_mut(), self.own.ask == Ask::Value, draw);
        let plan = scene.plan().ok()?;
        match self.own.ask {
            Ask::Window => {
                let steps: usize = plan.output_shape().iter().product();
                shot.cursor.step = draw.below(steps.checked_sub(1)?);
            }
            Ask::Feeds(_) => place = plan.input_shape().iter().map(|&size| draw.below(size)).collect(),
            _ => {}
        }
        Question::of(self.own.ask, shot, &place, choices(&self.layers, draw))
    }
}

/// Whether a question is worth asking: small enough to be seen and worked out, and not answered at first sight.
fn is_good(question: &Question, own: &Question) -> bool {
    let (plan, first) = (&question.known.plan, &own.known.plan);
    if !is_small(plan, first) {
        return false;
    }
    match (&question.right, question.ask) {
        (Answer::Number(value), Ask::Value) => is_worth_adding(question, *value, &own.right),
        (Answer::Number(_), Ask::Feeds(_)) => true,
        (Answer::Number(_), Ask::Macs) if plan.output_size().iter().product::<usize>() == 1 => first.rank() == 0,
        (Answer::Number(count), _) => *count > 1.0 || question.right == own.right,
        (Answer::Shape(shape), _) => shape.iter().skip(1).any(|&size| size > 1) || shape.len() == 1,
        (Answer::Cells(cells), _) => {
            let all: usize = plan.input_shape().iter().product();
            let most = match &own.right {
                Answer::Cells(own) => own.len().max(MOST_CELLS),
                _ => MOST_CELLS,
            };
            (1..=most).contains(&cells.len()) && (cells.len() < all || own.right == question.right)
        }
        (Answer::Choice(_), _) => matches!(question.form, Form::Choice(_)),
    }
}

/// Cells on an axis of input and output: as many as the step's own scene has, or a few.
fn is_small(plan: &Plan, own: &Plan) -> bool {
    let most = 2 + largest(plan.rank());
    let fits = |size: [usize; 3], own: [usize; 3]| size.iter().zip(own).all(|(&size, own)| size <= most.max(own));
    fits(plan.input_size(), own.input_size()) && fits(plan.output_size(), own.output_size())
}

fn is_worth_adding(question: &Question, value: f32, own: &Answer) -> bool {
    let Some([_, told]) = question.frames() else {
        return false;
    };
    let xs: Vec<f32> = told.products.iter().map(|product| product.x).collect();
    let varied = xs.iter().any(|x| *x != xs[0]) || xs.len() == 1;
    // Of what the window reads, not of the holes and zeros around it.
    let read = told
        .products
        .iter()
        .filter(|product| matches!(product.source, Source::Input(_) | Source::Copy(_)));
    let (read, added) = read.fold((0, 0), |(read, added), product| {
        (read + 1, added + usize::from(product.x * product.w != 0.0))
    });
    if let (Order::Scatter, Some(Cell::Of(_, output))) = (told.order, question.cell) {
        let asked = told.products.iter().find(|product| product.output == Some(output));
        return value != 0.0 && asked.is_some_and(|product| product.x * product.w != 0.0);
    }
    let own = match own {
        Answer::Number(own) => *own,
        _ => 0.0,
    };
    // No harder than the step's own.
    let easy = value.is_finite() && value.abs() <= own.abs().max(300.0);
    let whole = value.fract() == 0.0 || own.fract() != 0.0;
    match told.film.plan.finish() {
        Finish::Sum => easy && whole && value != 0.0 && added >= read.min(2),
        Finish::Max | Finish::Mean => easy && value != 0.0 && varied,
        Finish::Relu | Finish::Copy => easy,
    }
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0, |hash, byte| mix(hash ^ u64::from(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;

    #[test]
    fn dear_scenes_are_tried_less_often_where_they_are_computed() {
        let tried = |ask, line: &str, size: usize| {
            let text = format!("layer={line}&shape={size}x{size}");
            tries(ask, &link::read(&link::pairs(&text)).0.scene)
        };
        assert_eq!(tried(Ask::Value, "Conv2d(1, 1, 3)", 5), 200);
        assert_eq!(tried(Ask::Value, "Conv2d(64, 64, 3)", 64), 4);
        // 28 scenes of 7 372 800 products are as much work as is done.
        assert_eq!(tried(Ask::Value, "Conv2d(16, 8, 3)", 82), 28);
        assert_eq!(tried(Ask::Shape, "Conv2d(64, 64, 3)", 64), 200);
    }
}
