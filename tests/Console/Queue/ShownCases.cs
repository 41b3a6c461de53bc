using WorkflowRecovery.Console.Queue;

namespace WorkflowRecovery.Console.Tests.Queue;

/// <summary>Cases for tests of what needs no database.</summary>
internal static class ShownCases
{
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static QueueCase Case(string workflow = "pdmvserv_one", string task = "Production", int hoursAgo = 1) => new()
    {
        EventId = Guid.NewGuid(),
        Workflow = workflow,
        Task = $"/{workflow}/{task}",
        ReportedAt = Now.AddHours(-hoursAgo),
        OpenedAt = Now.AddHours(-hoursAgo),
        Revision = 1,
        MatrixRevision = 1,
        Disposition = "review",
        ExpiresAt = Now.AddHours(24 - hoursAgo),
        Plan = new("acdc", 8000, null, null, null, null),
        Confidence = 0.931,
        Campaign = "RunIISummer20",
        FailedJobs = 10,
        Codes = [new(50660, 8), new(85, 2)],
        Sites = ["T2_US_MIT", "T1_US_FNAL"],
    };

    public static QueueSnapshot QueueOf(params QueueCase[] cases)
    {
        var board = new QueueBoard();
        board.Apply([], cases);
        return board.Current;
    }
}
