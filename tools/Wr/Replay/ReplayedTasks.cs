using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Replay;

/// <summary>Recorded tasks as models are asked about them.</summary>
internal static class ReplayedTasks
{
    /// <summary>
    /// Each with what was reported around it by then, as far as the tasks themselves tell: the featurizer would have told
    /// the same, had it seen just them.
    /// </summary>
    public static IReadOnlyList<ReplayedTask> Of(IReadOnlyList<PastTask> past) =>
        [.. past.Zip(Surroundings.Of([.. past.Select(PastReport.Of)]), (task, around) => new ReplayedTask(task.Event, Of(around)))];

    private static ReportedAround Of(Surroundings around) => new()
    {
        SixHours = Of(around.SixHours),
        Day = Of(around.Day),
        Week = Of(around.Week),
        Siblings = new(
            around.Siblings.Count, around.Siblings.WithErrors, around.Siblings.Errors, around.Siblings.WithMemory, around.Siblings.SameCode, around.Siblings.WorkflowShares),
        EarlierReports = around.EarlierReports,
        SinceLast = around.SinceLast,
    };

    private static ReportsBefore Of(OtherReports before) => new(
        before.Tasks, before.Workflows, before.SameCode, before.SameCodeAndSite, before.SameCampaign, before.SameCampaignAndCode);
}
