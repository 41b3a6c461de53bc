using WorkflowRecovery.Learning.Drift;

namespace WorkflowRecovery.Learning.Tests.Drift;

/// <summary>
/// How often drift is found where there is none and workflows are as they come: not independent, as in <see cref="DriftSimulationTests"/>,
/// but in whole weeks with their campaigns, rounds and failing sites. What is promised is a mean: some months have two false alarms.
/// </summary>
public sealed class StationaryReplayTests
{
    private const int Reference = 1000;

    /// <summary>Seeds 1 to 24 of the simulator.</summary>
    private static readonly IReadOnlyList<WorkflowSample>[] Lived = [.. Enumerable.Range(1, 24).AsParallel().AsOrdered().Select(Weeks.Lived)];

    [Fact]
    public void Months_of_weeks_drawn_anew_have_less_than_one_false_alarm_on_average_and_few_have_two()
    {
        var alarms = Enumerable.Range(1, 100).AsParallel().AsOrdered().Select(seed => AlarmsOfAMonth(Weeks.Drawn(Lived, seed))).ToList();

        AssertFew(alarms, mean: 0.6, shareWithTwo: 0.08);
    }

    [Fact]
    public void So_have_months_as_they_were_lived()
    {
        var alarms = Lived.AsParallel().AsOrdered().SelectMany(AlarmsByMonth).ToList();

        AssertFew(alarms, mean: 0.6, shareWithTwo: 0.1);
    }

    private static void AssertFew(List<int> alarms, double mean, double shareWithTwo)
    {
        var told = $"{string.Join(' ', alarms)} alarms: {alarms.Average():0.000} a month, two or more in {alarms.Count(count => count > 1)} of {alarms.Count}";
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(alarms.Average() <= mean && alarms.Count(count => count > 1) <= shareWithTwo * alarms.Count, told);
    }

    private static int AlarmsOfAMonth(IEnumerable<WorkflowSample> workflows)
    {
        var known = workflows.Take(Reference + 3000).ToList();
        return Count(known, known[Reference].ReportedAt, months: 1);
    }

    /// <summary>Of each whole month after the reference, which stays the same.</summary>
    private static IEnumerable<int> AlarmsByMonth(IReadOnlyList<WorkflowSample> lived)
    {
        var begin = lived[Reference].ReportedAt;
        for (var (month, before) = (1, 0); begin.AddDays(30 * month) <= lived[^1].ReportedAt; month++)
        {
            var now = Count(lived, begin, month);
            yield return now - before;
            before = now;
        }
    }

    private static int Count(IReadOnlyList<WorkflowSample> known, DateTimeOffset begin, int months) =>
        Alarms.Count([.. known.Take(Reference)], known.Skip(Reference).TakeWhile(workflow => workflow.ReportedAt < begin.AddDays(30 * months)));
}
