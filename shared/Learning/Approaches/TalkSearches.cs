using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>The searches of the talk: of a network's settings, of one on the whole matrix, and of the extended network's structure.</summary>
public static class TalkSearches
{
    /// <summary>Name of the parameter that the talk found to matter most.</summary>
    public const string LearningRate = "learning rate";

    private static readonly string[] Activations = [nameof(Activation.Relu), nameof(Activation.Tanh), nameof(Activation.Sigmoid)];

    /// <summary>What the talk's tool varied: layers, neurons, activation, batch size, L2 and learning rate.</summary>
    public static SearchSpace Networks { get; } = new(
        new WholeNumber("layers", 1, 6),
        new WholeNumber("neurons", 10, 100),
        new Choice("activation", Activations),
        new LogNumber("batch size", 100, 5000),
        new LogNumber("L2", 1e-7, 1e-2),
        new LogNumber(LearningRate, 1e-4, 0.1));

    /// <summary>The structure of the extended network.</summary>
    public static SearchSpace Structures { get; } = new(
        new WholeNumber("pictures", 1, 3),
        new WholeNumber("filters", 4, 16),
        new WholeNumber("neurons on a picture", 5, 40),
        new WholeNumber("neurons on the matrix", 20, 80),
        new WholeNumber("neurons on extras", 10, 50),
        new WholeNumber("neurons on top", 20, 80),
        new WholeNumber("layers on top", 1, 4),
        new LogNumber(LearningRate, 3e-4, 0.01));

    /// <summary>A network with the settings of <see cref="Networks"/>.</summary>
    public static IApproach Network(ITaskView view, Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var activation = Enum.Parse<Activation>(setting.Option("activation"));
        var layer = new DenseDesign(setting.Whole("neurons"), activation, setting.Number("L2"));
        return new NetworkApproach(NetworkRecipe.Of(
            "network",
            new ColumnsRecipe(view, [.. Enumerable.Repeat(layer, setting.Whole("layers"))]),
            new() { BatchSize = (int)setting.Number("batch size"), LearningRate = setting.Number(LearningRate), Epochs = 25, PatienceEpochs = 4 }));
    }

    /// <summary>An extended network with the settings of <see cref="Structures"/>.</summary>
    public static IApproach Extended(ITaskView view, ITaskView extras, Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return TalkNetworks.Extended(
            new(
                setting.Whole("pictures"), setting.Whole("filters"), setting.Whole("neurons on a picture"), setting.Whole("neurons on the matrix"),
                setting.Whole("neurons on extras"), setting.Whole("neurons on top"), setting.Whole("layers on top"), setting.Number(LearningRate)),
            view,
            extras);
    }
}
