using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Wr.Study;

/// <summary>One approach to one question on one split.</summary>
/// <param name="Row">Number of the talk's result; 0 for ours.</param>
/// <param name="Approach">The approach.</param>
/// <param name="Target">The question.</param>
/// <param name="Split">The split.</param>
/// <param name="Cost">Expected seconds on 27,000 tasks, for the time left only.</param>
internal sealed record Experiment(int Row, IApproach Approach, Target Target, SplitKind Split, double Cost = 2)
{
    /// <summary>The talk's numbers by metric.</summary>
    public IReadOnlyDictionary<string, double> Talk { get; init; } = new Dictionary<string, double>();

    /// <summary>Share of the families to learn from that are used.</summary>
    public double DataShare { get; init; } = 1;

    /// <summary>Whether there is nothing to learn from without logs.</summary>
    public bool NeedsLogs { get; init; }

    public string Name => DataShare < 1 ? $"{Approach.Name} on {DataShare:P0} of the data" : Approach.Name;
}
