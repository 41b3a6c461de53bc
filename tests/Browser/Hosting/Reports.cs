using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;

namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>Tasks in assistance, reported just now.</summary>
internal static class Reports
{
    public static readonly IReadOnlyList<string> Offered = ["T1_US_FNAL", "T2_CH_CERN", "T2_DE_DESY", "T2_US_MIT"];

    /// <summary>So many memory failures at a good site ask for more memory.</summary>
    public static WorkflowAssistanceRequested OutOfMemory(string name) =>
        Events.New(name, Events.Row(50660, "T2_US_MIT", 400, "green"), Events.Row(50660, "T2_CH_CERN", 12, "red")) with
        {
            ReportedAt = Now(),
            Campaign = "RunIISummer15wmLHEGS",
            Priority = 85_000,
            TotalJobs = 2_000,
            FailedJobs = 412,
            Attempt = 1,
            Sites = Offered,
            Logs = [new() { Code = 50660, Site = "T2_US_MIT", Text = "Job exceeded maxRSS: 4600 MB" }],
        };

    // The contract's times are kept to the microsecond by the database.
    private static DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
}
