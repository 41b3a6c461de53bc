using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Learning.Targets;

/// <summary>One question that a model answers: which of some classes an operator would choose.</summary>
public sealed class Target
{
    private readonly Func<RecoveryAction, bool, int?> _classOf;

    /// <summary>Names a target and its classes.</summary>
    /// <param name="name">E.g. <c>memory</c>.</param>
    /// <param name="classes">Class names in order; the order is part of a stored model.</param>
    /// <param name="classOf">See <see cref="ClassOf"/>.</param>
    public Target(string name, IReadOnlyList<string> classes, Func<RecoveryAction, bool, int?> classOf) =>
        (Name, Classes, _classOf) = (name, classes, classOf);

    /// <summary>The target's name.</summary>
    public string Name { get; }

    /// <summary>Class names in order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The answer that is sure of the first class, which for a parameter is to leave it as it is.</summary>
    public IReadOnlyList<double> FirstClass => [1.0, .. Enumerable.Repeat(0.0, Classes.Count - 1)];

    /// <summary>The class of an action; null when the action says nothing about this target.</summary>
    /// <param name="action">What was ordered.</param>
    /// <param name="parametersGiven">Whether the order said more than the action's name: without it, missing parameters mean nothing.</param>
    public int? ClassOf(RecoveryAction action, bool parametersGiven) => _classOf(action, parametersGiven);
}
