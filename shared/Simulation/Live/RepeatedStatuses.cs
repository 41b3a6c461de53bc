using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation.Live;

/// <summary>
/// Status systems say the same again and again. Here a tracked site's state is said at noon and at midnight (UTC) where a
/// task with errors there is reported in the half day that follows and the site did not change in the half day before.
/// So every tracked site with errors has a status younger than a day at the report, in few messages.
/// </summary>
internal static class RepeatedStatuses
{
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    public static IEnumerable<SiteChange> Of(IReadOnlyList<SimulatedTask> tasks, SiteTimeline timeline) => tasks
        .SelectMany(task => task.Matrix.Cells.Select(cell => (cell.Site, At: HalfDayOf(task.ReportedAt))))
        .Distinct()
        .Select(said => timeline.At(said.Site, said.At) is { } state && said.At - state.EffectiveAt >= HalfDay ? state with { EffectiveAt = said.At } : (SiteChange?)null)
        .OfType<SiteChange>();

    private static DateTimeOffset HalfDayOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % HalfDay.Ticks), TimeSpan.Zero);
}
