using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>What goes beyond the talk: trees, linear models, context beside the matrix, old orders that count less, several together.</summary>
public static class OurApproaches
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(180);

    /// <summary>The approaches to a question of two classes, from the simplest; the last one is the one to beat the talk with.</summary>
    /// <param name="target">The question.</param>
    /// <param name="context">The matrix with all that is known beside it.</param>
    public static IReadOnlyList<IApproach> For(Target target, ITaskView context)
    {
        var recent = new TreesApproach(context, HalfLife);
        var network = Network(context);
        IEnumerable<IApproach> approaches =
        [
            new ConstantApproach(),
            new LinearApproach(MatrixViews.Tier),
            new TreesApproach(MatrixViews.Tier),
            new TreesApproach(context),
            recent,
            network,
            .. HoldsMemory(target) ? [new MemoryFirstApproach(recent, recent)] : Array.Empty<IApproach>(),
            new EnsembleApproach("mean of both trees and the network", [new TreesApproach(context), recent, network]),
        ];
        return [.. approaches];
    }

    /// <summary>A small network on the matrix and all that is known beside it, its probabilities put right on watched rows.</summary>
    public static IApproach Network(ITaskView context) => new CalibratedApproach(new NetworkApproach(NetworkRecipe.Of(
        ColumnsNetwork.Small.Name, new ColumnsRecipe(context, ColumnsNetwork.Small.Layers), ColumnsNetwork.Small.Options)));

    private static bool HoldsMemory(Target target) => target == TalkTargets.PlainOfAuthors || target == TalkTargets.PlainStrict;
}
