using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>A network on columns: its layers and how it is trained.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="Layers">From the columns upwards.</param>
/// <param name="Options">How it is trained; its seed and threads are those of the lesson.</param>
public sealed record ColumnsNetwork(string Name, ImmutableArray<LayerDesign> Layers, NetworkOptions Options)
{
    /// <summary>Two layers of fifty.</summary>
    public static ColumnsNetwork Small { get; } = new(
        "network 2 x 50",
        [new DenseDesign(50), new DropoutDesign(0.2), new DenseDesign(50)],
        new() { BatchSize = 500, LearningRate = 0.002, Epochs = 30, PatienceEpochs = 5, GradientNorm = 5 });
}
