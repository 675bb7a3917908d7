//! Which channels of the input reach which channel of a layer, through layers in a row.
use conv::LayerSpec;

/// Channels that are followed, at most.
pub const CHANNELS: usize = 256;

/// A set of the first layer's input channels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChannelSet([u64; CHANNELS / 64]);

impl ChannelSet {
    /// The set of one channel; empty where it is beyond [`CHANNELS`].
    pub fn one(channel: usize) -> Self {
        let mut set = Self::default();
        if let Some(word) = set.0.get_mut(channel / 64) {
            *word = 1 << (channel % 64);
        }
        set
    }

    pub fn has(&self, channel: usize) -> bool {
        self.0
            .get(channel / 64)
            .is_some_and(|word| word >> (channel % 64) & 1 == 1)
    }

    pub fn len(&self) -> usize {
        let mut count = 0;
        for word in self.0 {
            count += word.count_ones() as usize;
        }
        count
    }

    pub fn is_empty(&self) -> bool {
        self.0 == [0; CHANNELS / 64]
    }

    fn join(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }
}

/// The input channels of a layer from which an output channel is made: those of its group. Empty where the channels do
/// not divide into groups.
pub fn sources(spec: &LayerSpec, output: usize) -> std::ops::Range<usize> {
    let size = |number: i64| usize::try_from(number).unwrap_or(0);
    let (ins, outs, groups) = (size(spec.in_channels), size(spec.out_channels), size(spec.groups));
    if groups == 0 || ins % groups != 0 || outs % groups != 0 || output >= outs {
        return 0..0;
    }
    let (ins, outs) = (ins / groups, outs / groups);
    let first = output / outs.max(1) * ins;
    first..first + ins
}

/// For the input, and then for each layer, which input channels reach each of its channels.
///
/// It ends before a layer that does not take as many channels as there are, or that has more than [`CHANNELS`].
pub fn mixing(layers: &[&LayerSpec]) -> Vec<Vec<ChannelSet>> {
    let size = |number: i64| usize::try_from(number).ok().filter(|&size| size <= CHANNELS);
    let Some(ins) = layers.first().and_then(|first| size(first.in_channels)) else {
        return Vec::new();
    };
    let mut rows = vec![(0..ins).map(ChannelSet::one).collect::<Vec<_>>()];
    for layer in layers {
        let Some(before) = rows.last() else { break };
        let Some(outs) = size(layer.out_channels).filter(|_| layer.in_channels == before.len() as i64) else {
            break;
        };
        let mut row: Vec<ChannelSet> = Vec::new();
        let mut group = 0..0;
        for output in 0..outs {
            let from = sources(layer, output);
            // The channels of a group are made from the same ones.
            let known = row.last().copied().filter(|_| from == group);
            row.push(known.unwrap_or_else(|| {
                let mut set = ChannelSet::default();
                for channel in before.get(from.clone()).unwrap_or(&[]) {
                    set.join(channel);
                }
                set
            }));
            group = from;
        }
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(lines: &[&str]) -> Vec<LayerSpec> {
        lines.iter().map(|line| LayerSpec::parse(line).expect(line)).collect()
    }

    fn mixed(lines: &[&str]) -> Vec<Vec<Vec<usize>>> {
        let layers = layers(lines);
        let rows = mixing(&layers.iter().collect::<Vec<_>>());
        let list = |set: &ChannelSet| (0..CHANNELS).filter(|&channel| set.has(channel)).collect();
        rows.iter().map(|row| row.iter().map(list).collect()).collect()
    }

    #[test]
    fn given_depthwise_layers_in_a_row_when_followed_then_output_0_stays_marked_by_input_0_alone() {
        let depthwise = "Conv2d(3, 3, 3, groups=3)";
        let rows = mixed(&[depthwise, depthwise, depthwise]);
        assert_eq!(rows.len(), 4);
        for row in &rows {
            assert_eq!(row, &[vec![0], vec![1], vec![2]]);
        }
        // One 1x1 mixes all.
        let rows = mixed(&[depthwise, depthwise, "Conv2d(3, 2, 1)", "Conv2d(2, 2, 3, groups=2)"]);
        assert_eq!(rows[3], [vec![0, 1, 2], vec![0, 1, 2]]);
        assert_eq!(rows[4], rows[3]);
    }

    #[test]
    fn given_groups_when_followed_then_channels_mix_within_their_group() {
        let rows = mixed(&["Conv1d(4, 8, 3, groups=2)", "ConvTranspose1d(8, 2, 1, groups=2)"]);
        assert_eq!(rows[1][..4], [const { &[0, 1] }; 4]);
        assert_eq!(rows[1][4..], [const { &[2, 3] }; 4]);
        assert_eq!(rows[2], [vec![0, 1], vec![2, 3]]);
        // A depthwise layer with two filters a channel.
        assert_eq!(
            mixed(&["Conv1d(2, 4, 3, groups=2)"])[1],
            [vec![0], vec![0], vec![1], vec![1]]
        );
    }

    #[test]
    fn given_what_cannot_be_when_followed_then_it_ends_there() {
        assert_eq!(mixed(&[]).len(), 0);
        assert_eq!(mixed(&["Conv1d(2, 3, 1)", "Conv1d(4, 3, 1)"]).len(), 2);
        assert_eq!(mixed(&["Conv1d(300, 3, 1)"]).len(), 0);
        assert_eq!(mixed(&["Conv1d(3, 300, 1)"]).len(), 1);
        assert_eq!(mixed(&["Conv1d(3, 2, 1, groups=2)"])[1], [vec![], vec![]]);
        assert_eq!(mixed(&["Conv1d(3, 2, 1, groups=0)"])[1], [vec![], vec![]]);
    }

    #[test]
    fn a_set_has_as_many_channels_as_were_joined() {
        let mut set = ChannelSet::one(255);
        set.join(&ChannelSet::one(0));
        set.join(&ChannelSet::one(0));
        assert_eq!((set.len(), set.has(255), set.has(256)), (2, true, false));
        assert!(ChannelSet::one(256).is_empty());
    }
}
