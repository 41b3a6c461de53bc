using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>
/// A code at a site. When it is seen in many workflows at once, the site or a release is at fault: recovering one workflow
/// after the other would not help, so the cone is frozen.
/// </summary>
internal sealed record Cone(int Code, string Site)
{
    /// <summary>Workflows within <see cref="Window"/> that freeze it.</summary>
    public const int Workflows = 10;

    public static readonly TimeSpan Window = TimeSpan.FromHours(3);

    /// <summary>The cones that a task is in.</summary>
    public static IReadOnlyList<Cone> Of(CaseFile file) =>
        [.. file.Failures.Select(cell => new Cone(cell.Code, cell.Site)).Distinct()];

    public Reason Frozen() => Because.Of("guard.cone", $"Code {Code} at {Site} was met in {Workflows} or more workflows within {Window.TotalHours:0} h.");
}
