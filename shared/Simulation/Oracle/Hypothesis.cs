using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Errors;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>What may have been intended for a workflow.</summary>
/// <param name="Kind">The action.</param>
/// <param name="World">What its errors were drawn from.</param>
/// <param name="Memory">Whether more memory was to be ordered; by task, not every task has it.</param>
/// <param name="Splitting">Whether a finer splitting was.</param>
/// <param name="Prior">How probable it was before anything was seen, what the request asked for aside.</param>
internal sealed record Hypothesis(RecoveryActionKind Kind, World World, bool Memory, bool Splitting, double Prior)
{
    /// <summary>Whether parameters are drawn by task.</summary>
    public bool ByTask => IsByTask(Kind);

    /// <summary>All of them for a request.</summary>
    /// <param name="others">How probably anything but ACDC is ordered.</param>
    /// <param name="specials">Part of that which is not a clone.</param>
    /// <param name="memory">Share of the tasks of an ACDC with more memory.</param>
    public static IEnumerable<Hypothesis> Of(double others, double specials, double memory)
    {
        var kinds = IntentSimulation.Special.Probabilities
            .Select(special => (Kind: special.Item, Probability: others * specials * special.Probability))
            .Append((Kind: RecoveryActionKind.Clone, Probability: others * (1 - specials)))
            .Append((Kind: RecoveryActionKind.Acdc, Probability: 1 - others));
        return from kind in kinds
               from world in WorldsOf(kind.Kind)
               from parameters in ParametersOf(kind.Kind, memory / IntentSimulation.TaskShare)
               let prior = kind.Probability * world.Probability * parameters.Probability
               where prior > 0
               select new Hypothesis(kind.Kind, world.World, parameters.Memory, parameters.Splitting, prior);
    }

    /// <summary>How probably a task has an order for memory and for splitting.</summary>
    /// <param name="memory">Whether it is for memory.</param>
    /// <param name="splitting">Whether it is for splitting.</param>
    /// <param name="given">How probably its parameters are given at all.</param>
    public double ShareOf(bool memory, bool splitting, double given)
    {
        if (!ByTask)
            return (memory, splitting) == (Memory, Splitting) ? 1 : 0;

        var both = Part(Memory, memory) * Part(Splitting, splitting) * given;
        return memory || splitting ? both : both + (1 - given);
    }

    private static bool IsByTask(RecoveryActionKind kind) => kind is RecoveryActionKind.Acdc or RecoveryActionKind.Recovery;

    private static double Part(bool intended, bool ordered) => intended
        ? ordered ? IntentSimulation.TaskShare : 1 - IntentSimulation.TaskShare
        : ordered ? 0 : 1;

    private static (World World, double Probability)[] WorldsOf(RecoveryActionKind kind) => kind == RecoveryActionKind.Acdc
        ? [(World.Acdc, 1)]
        : [(World.Typical, CodeDraw.TypicalShare), (World.Untypical, 1 - CodeDraw.TypicalShare)];

    private static IEnumerable<(bool Memory, bool Splitting, double Probability)> ParametersOf(RecoveryActionKind kind, double memory)
    {
        const double Split = IntentSimulation.SplittingShare / IntentSimulation.TaskShare;
        const double Clone = IntentSimulation.CloneShare / 2;
        return kind switch
        {
            RecoveryActionKind.Clone => [(false, false, 1 - (2 * Clone)), (true, false, Clone), (false, true, Clone)],
            _ when IsByTask(kind) =>
            [
                (false, false, (1 - memory) * (1 - Split)), (true, false, memory * (1 - Split)),
                (false, true, (1 - memory) * Split), (true, true, memory * Split),
            ],
            _ => [(false, false, 1)],
        };
    }
}
