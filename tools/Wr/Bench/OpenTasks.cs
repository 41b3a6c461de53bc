using System.Globalization;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Simulation.Live;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Many workflows in assistance at the same time, three tasks each, with errors at sites whose readiness is known.</summary>
internal static class OpenTasks
{
    public const int Workflows = 5_000;

    private const int TasksOfEach = 3;
    private const int SitesOfEach = 6;
    private const int Sites = 60;

    private static readonly DateTimeOffset Newest = TimeProvider.System.GetUtcNow().AddMinutes(-10);

    public static IReadOnlyList<OutsideMessage> All { get; } = [.. Some(Workflows)];

    /// <summary>The tasks of some workflows.</summary>
    public static IEnumerable<OutsideMessage> Some(int workflows) =>
        Enumerable.Range(0, workflows).SelectMany(number => Enumerable.Range(0, TasksOfEach).Select(task => Of(number, task)));

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"bench_{number:0000}");

    /// <summary>The code of most of its errors.</summary>
    public static int CodeOf(int number) => ErrorCatalogue.TalkCodes[number % ErrorCatalogue.TalkCodes.Count];

    public static OutsideMessage Of(int number, int task)
    {
        var reportedAt = Newest.AddSeconds(number - Workflows);
        return new(reportedAt, RoutingKeys.WorkflowAssistance, new WorkflowAssistanceRequested
        {
            Workflow = NameOf(number),
            Task = $"/{NameOf(number)}/Task{task}",
            ReportedAt = reportedAt,
            Errors = [.. Enumerable.Range(0, SitesOfEach).Select(at => ErrorAt(number + task, at))],
            Status = "assistance-manual",
            Campaign = $"Campaign{number % 20}",
            Priority = 80_000 + (number % 30 * 1_000),
            MemoryMb = 8_000,
            Cores = 4,
            TotalJobs = 1_000,
            Attempt = number % 3,
        });
    }

    private static ErrorRow ErrorAt(int seed, int at) => new()
    {
        Code = CodeOf(at < SitesOfEach - 1 ? seed : seed + 1),
        Site = $"T2_XX_Site{(seed + (at * 7)) % Sites}",
        Count = 1 + (seed % 9),
        Readiness = at % 2 == 0 ? "green" : "none",
    };
}
