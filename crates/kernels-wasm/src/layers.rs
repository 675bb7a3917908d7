//! The layers that JavaScript holds by their handles.
use conv::text::{joined, signed};
use conv::{Bounds, LayerSpec, Plan, Refusal};
use kernels::Kernel;

/// A layer with the weights as JavaScript writes them.
#[derive(Debug)]
struct Held {
    /// Until the kernel has it.
    plan: Option<Plan>,
    weight: Vec<f32>,
    bias: Option<Vec<f32>>,
    kernel: Option<Kernel>,
}

#[derive(Debug)]
pub struct Layers {
    scratch: Vec<u8>,
    said: usize,
    held: Vec<Option<Held>>,
}

/// Code, field, message and PyTorch's line, a line each.
type Fault = String;

impl Layers {
    pub const NONE: Self = Self {
        scratch: Vec::new(),
        said: 0,
        held: Vec::new(),
    };

    pub fn scratch(&mut self, bytes: usize) -> usize {
        if self.scratch.len() < bytes {
            self.scratch.resize(bytes, 0);
        }
        self.scratch.as_mut_ptr() as usize
    }

    pub fn said(&self) -> usize {
        self.said
    }

    pub fn open(&mut self, entries: usize, characters: usize) -> usize {
        match held(&self.scratch, entries, characters) {
            Ok(held) => {
                let free = self.held.iter().position(Option::is_none);
                let at = free.unwrap_or(self.held.len());
                if free.is_none() {
                    self.held.push(None);
                }
                self.held[at] = Some(held);
                at + 1
            }
            Err(fault) => self.fault(&fault),
        }
    }

    pub fn ready(&mut self, handle: usize) -> usize {
        let Some(held) = held_at(&mut self.held, handle) else {
            return 0;
        };
        match held.ready() {
            Ok(said) => {
                self.say(&said);
                1
            }
            Err(refusal) => self.fault(&fault(&refusal)),
        }
    }

    pub fn tensor(&mut self, handle: usize, which: usize) -> &[f32] {
        let Some(held) = held_at(&mut self.held, handle) else {
            return &[];
        };
        match (which, &mut held.kernel) {
            (0, Some(kernel)) => kernel.input_mut(),
            (1, _) => &held.weight,
            (2, _) => held.bias.as_deref().unwrap_or_default(),
            (_, Some(kernel)) => kernel.output(),
            _ => &[],
        }
    }

    pub fn run(&mut self, handle: usize) {
        if let Some(kernel) = held_at(&mut self.held, handle).and_then(|held| held.kernel.as_mut()) {
            kernel.run();
        }
    }

    pub fn close(&mut self, handle: usize) {
        if let Some(held) = handle.checked_sub(1).and_then(|at| self.held.get_mut(at)) {
            *held = None;
        }
    }

    fn say(&mut self, text: &str) {
        self.scratch.clear();
        self.scratch.extend_from_slice(text.as_bytes());
        self.said = text.len();
    }

    fn fault(&mut self, fault: &str) -> usize {
        self.say(fault);
        0
    }
}

fn held_at(held: &mut [Option<Held>], handle: usize) -> Option<&mut Held> {
    held.get_mut(handle.checked_sub(1)?)?.as_mut()
}

/// Reads the scratch.
fn held(scratch: &[u8], entries: usize, characters: usize) -> Result<Held, Fault> {
    let (mut shape, mut line) = (Vec::new(), String::new());
    for (at, bytes) in scratch
        .as_chunks()
        .0
        .iter()
        .take(entries.saturating_add(characters))
        .enumerate()
    {
        let number = u32::from_le_bytes(*bytes);
        if at < entries {
            shape.push(number as usize);
        } else {
            line.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
    let parsed = LayerSpec::parse(&line);
    let spec = parsed.map_err(|error| lines(&["parse", "layer", &error.message(), ""]))?;
    let plan = plan(&spec, &shape).map_err(|refusal| fault(&refusal))?;
    let weights = if plan.spec().op.has_weight() {
        plan.weight_shape().iter().product()
    } else {
        0
    };
    Ok(Held {
        weight: vec![0.0; weights],
        bias: plan.spec().bias.then(|| vec![0.0; plan.out_channels()]),
        kernel: None,
        plan: Some(plan),
    })
}

fn plan(spec: &LayerSpec, shape: &[usize]) -> Result<Plan, Refusal> {
    let plan = spec.layer()?.plan(shape, false)?;
    plan.check(Bounds::WORKER)?;
    Ok(plan)
}

fn fault(refusal: &Refusal) -> Fault {
    let pytorch = refusal.pytorch().unwrap_or_default();
    lines(&[refusal.code.name(), refusal.field.name(), &refusal.message(), &pytorch])
}

fn lines(lines: &[&str]) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text += line;
    }
    text
}

impl Held {
    fn ready(&mut self) -> Result<String, Refusal> {
        let bias = self.bias.as_deref();
        if let Some(kernel) = &mut self.kernel {
            kernel.set_weights(&self.weight, bias)?;
        } else if let Some(plan) = self.plan.take() {
            self.kernel = Some(Kernel::new(plan, &self.weight, bias)?);
        }
        let said = |kernel: &Kernel| {
            let shape = joined(&signed(kernel.plan().output_shape()), ",");
            lines(&[kernel.path().name(), &shape])
        };
        Ok(self.kernel.as_ref().map(said).unwrap_or_default())
    }
}
