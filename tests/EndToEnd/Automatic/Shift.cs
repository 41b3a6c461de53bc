using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;

namespace WorkflowRecovery.EndToEnd.Tests.Automatic;

/// <summary>
/// A time in which operators always retry what could not be read, and give more memory to what lacked it; what crashed they retry or clone as
/// it comes, so that sure and unsure cases are told apart. The newest reports are of one whole hour not long ago, since what is older
/// than two days is never automatic.
/// </summary>
internal sealed class Shift
{
    private const int Unreadable = 92;

    private static readonly string[] Sites = ["T2_US_MIT", "T2_DE_DESY", "T2_IT_Rome", "T2_UK_London_IC"];

    private readonly DateTimeOffset _hour = Whole(DateTimeOffset.UtcNow.AddHours(-2));
    private int _reports;

    /// <summary>Statuses in the day before each report, that no site is unheard of.</summary>
    public IEnumerable<SiteStatusChanged> Statuses =>
        from site in Sites
        from time in Enumerable.Range(0, 20)
        select new SiteStatusChanged { Site = site, EffectiveAt = _hour.AddHours(-12 * time).AddMinutes(-1), Readiness = "green", Status = "enabled", Source = "shift" };

    /// <summary>Recorded tasks of months, one an hour.</summary>
    public static IReadOnlyList<PastTask> Past { get; } = [.. Enumerable.Range(0, 1500).Select(PastOf)];

    /// <summary>A report of the newest hour.</summary>
    public WorkflowAssistanceRequested Next(string campaign) => Report(_hour.AddMinutes(1), campaign);

    /// <summary>Reports of some hours before, one in each: ten at one site within three hours would look as if the site were at fault.</summary>
    public IReadOnlyList<WorkflowAssistanceRequested> Before(int count) => [.. Enumerable.Range(1, count).Select(hours => Report(_hour.AddHours(-4 - hours), "before"))];

    /// <summary>A report that is older than all of these.</summary>
    public WorkflowAssistanceRequested LongBefore() => Report(_hour.AddHours(-40).AddMinutes(-20 * _reports), "long-before");

    private static DateTimeOffset Whole(DateTimeOffset time) => new(time.Year, time.Month, time.Day, time.Hour, 0, 0, TimeSpan.Zero);

    private WorkflowAssistanceRequested Report(DateTimeOffset reportedAt, string campaign) => Events.New($"shift-{++_reports}", Events.Row(Unreadable, SiteOf(_reports), 12)) with
    {
        ReportedAt = reportedAt,
        Campaign = campaign,
        Status = "assistance-manual",
        TaskType = "Processing",
        RequestType = "TaskChain",
        HasRecoveryDocument = true,
        Sites = [SiteOf(_reports)],
    };

    private static string SiteOf(int number) => Sites[number % Sites.Length];

    private static PastTask PastOf(int number)
    {
        var (code, action, memoryMb) = (number % 5) switch
        {
            0 => (50660, "acdc", (int?)20_000),
            1 => (8001, new Random(number).Next(2) == 0 ? "acdc" : "clone", null),
            _ => (Unreadable, "acdc", null),
        };
        var reported = Events.New($"past-{number}", Events.Row(code, SiteOf(number), 12, "green")) with { ReportedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(number) };
        return new()
        {
            Event = reported,
            ParametersGiven = true,
            TimeSource = "extras",
            Action = new() { Workflow = reported.Workflow, Task = reported.Task, RecordedAt = reported.ReportedAt, Action = action, MemoryMb = memoryMb },
        };
    }
}
