using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>A workflow in assistance, or one that was.</summary>
/// <param name="Name">The workflow.</param>
/// <param name="Family">What rounds and siblings of one request share.</param>
/// <param name="Rounds">The rounds of all its tasks and of its family, the newest first.</param>
/// <param name="Orders">What operators ordered for it, the newest first.</param>
/// <param name="Taken">What executors did with what was recommended, the newest first.</param>
/// <param name="LeftAt">When it left assistance last; null when it never did.</param>
public sealed record WorkflowCase(
    string Name, string Family, IReadOnlyList<TaskRound> Rounds, IReadOnlyList<GivenOrder> Orders, IReadOnlyList<TakenOrder> Taken, DateTimeOffset? LeftAt)
{
    /// <summary>The newest round of each of its tasks, by name.</summary>
    public IReadOnlyList<TaskRound> Tasks { get; } = [.. Rounds
        .Where(round => round.Workflow == Name)
        .GroupBy(round => round.Task)
        .Select(rounds => rounds.MaxBy(round => round.ReportedAt)!)
        .OrderBy(round => round.Task, StringComparer.Ordinal)];

    /// <summary>Whether it left after everything that was reported of it.</summary>
    public bool HasLeft => LeftAt is { } left && Tasks.All(task => task.ReportedAt <= left);
}

/// <summary>One task in one round of assistance, with what was said of it last.</summary>
public sealed record TaskRound(
    Guid EventId, string Workflow, string Task, DateTimeOffset ReportedAt, bool Imported, int? Revision, string? Disposition, string? Action, double? Confidence, bool Blinded)
{
    /// <summary>The path without the workflow.</summary>
    public string ShortTask => Task.StartsWith($"/{Workflow}/", StringComparison.Ordinal) ? Task[(Workflow.Length + 2)..] : Task;
}

/// <summary>What an operator ordered.</summary>
public sealed record GivenOrder(string? Task, DateTimeOffset RecordedAt, string Ordered, IReadOnlyList<string> Sites, IReadOnlyList<string> Reasons, string? Operator);

/// <summary>Who answered a case, and when.</summary>
public sealed record GivenAnswer(string? Operator, DateTimeOffset RecordedAt);

/// <summary>What an executor did.</summary>
public sealed record TakenOrder(string? Task, int Revision, DateTimeOffset TakenAt, string Result);

/// <summary>All about one round of a task.</summary>
/// <param name="Round">The round.</param>
/// <param name="Reported">What was reported last; without error rows where it is a recorded one.</param>
/// <param name="Matrix">The newest matrix.</param>
/// <param name="Cause">Why there is this matrix.</param>
/// <param name="Revisions">What was published, the newest first; empty where nothing was, as for recorded ones.</param>
/// <param name="Unblinded">What a blinded case would have said, once an operator has answered it.</param>
/// <param name="TraceId">The trace of the newest revision; null when it was not traced.</param>
public sealed record TaskCase(
    TaskRound Round, WorkflowAssistanceRequested Reported, SiteErrorMatrix Matrix, string Cause, IReadOnlyList<RecoveryRecommended> Revisions, RecoveryRecommended? Unblinded, string? TraceId)
{
    /// <summary>Who answered it last, and when; null while it waits.</summary>
    public GivenAnswer? Answer { get; init; }

    /// <summary>What there is to show of a recommendation: the newest revision, with its content once that may be seen; null when nothing was said.</summary>
    public RecoveryRecommended? Said => Unblinded ?? (Revisions.Count > 0 ? Revisions[0] : null);

    /// <summary>Whether the content is kept from operators until they have answered.</summary>
    public bool IsBlinded => Round.Blinded && Unblinded is null;
}
