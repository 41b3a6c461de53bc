using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Console.Models;

/// <summary>The newest move of the switch for automatic recovery.</summary>
public sealed record MovedSwitch(DateTimeOffset SwitchedAt, bool IsOn, string SwitchedBy, string? Why);

/// <summary>A kind of case and how operators answered it, unprompted and prompted.</summary>
public sealed record KnownCell(string Cell, long Answers, long Agreed, long Prompted, long PromptedAgreed)
{
    internal CellRecord Record => new(Answers, Agreed);
}

/// <summary>What of a budget was used within an hour of report time.</summary>
public sealed record UsedBudget(string Kind, string Key, DateTimeOffset WindowStart, int Used, int Most);

/// <summary>What may be done without an operator now.</summary>
/// <param name="Moves">Moves of the switch, the newest first; none: it was never moved, which means off.</param>
/// <param name="Policy">The policy that scorers obey.</param>
/// <param name="PolicyReadAt">When it was read; null when no scorer has told yet.</param>
/// <param name="PolicyProblem">Why the policy file cannot be obeyed; null when it can, or is none.</param>
/// <param name="Drifts">Whether anything drifts.</param>
/// <param name="Cells">Kinds of cases, the most answered first.</param>
/// <param name="Budgets">The newest budgets that were used.</param>
public sealed record AutomaticStanding(
    IReadOnlyList<MovedSwitch> Moves,
    RecoveryPolicy Policy,
    DateTimeOffset? PolicyReadAt,
    string? PolicyProblem,
    bool Drifts,
    IReadOnlyList<KnownCell> Cells,
    IReadOnlyList<UsedBudget> Budgets)
{
    public bool IsOn => Moves is [{ IsOn: true }, ..];

    /// <summary>Why nothing can be automatic now; empty when something can.</summary>
    public IReadOnlyList<string> WhyNothing { get; } =
    [
        .. Moves is [{ IsOn: true }, ..] ? Array.Empty<string>() : ["Automatic recovery is switched off."],
        .. PolicyProblem is null ? Array.Empty<string>() : [$"The policy file cannot be obeyed: {PolicyProblem.TrimEnd('.')}."],
        .. PolicyProblem is not null || Policy.Automatic.Allowed ? Array.Empty<string>() : ["The policy allows nothing to be automatic."],
        .. Drifts ? ["The models abstain, since what is reported or ordered drifts."] : Array.Empty<string>(),
        .. Cells.Any(cell => cell.Record.HasEarned(Policy.Automatic)) ? Array.Empty<string>() : ["No kind of case has earned it yet."],
    ];
}
