using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Retrainer.Examples;

namespace WorkflowRecovery.Retrainer.Tests.Examples;

/// <summary>Answers of operators to tasks of a few workflows.</summary>
internal static class Answers
{
    public static readonly DateTimeOffset Begin = new(2019, 3, 4, 5, 6, 7, TimeSpan.Zero);
    public static readonly SiteErrorMatrix Matrix = SiteErrorMatrix.Of([new(85, "T2_US_MIT", Readiness.Green, 3)]);

    public static Answer Of(
        string task, string action = "acdc", int hour = 1, string workflow = "w", Guid? key = null, bool wholeWorkflow = false, bool accepted = false,
        SiteErrorMatrix? matrix = null, Guid? eventId = null, string? around = null) => new()
        {
            Key = key ?? Guid.NewGuid(),
            WholeWorkflow = wholeWorkflow,
            RecordedAt = Begin.AddHours(hour),
            Action = action,
            ParametersGiven = true,
            Accepted = accepted,
            EventId = eventId ?? Guid.NewGuid(),
            Workflow = workflow,
            Task = $"/{workflow}/{task}",
            Family = workflow,
            ReportedAt = Begin,
            Cells = MatrixEncoding.Encode(matrix ?? Matrix),
            Around = around,
        };
}
