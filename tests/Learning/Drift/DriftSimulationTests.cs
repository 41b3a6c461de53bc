using WorkflowRecovery.Learning.Drift;

namespace WorkflowRecovery.Learning.Tests.Drift;

/// <summary>How often drift is found where there is none, and how soon where there is: looked at after every workflow.</summary>
public sealed class DriftSimulationTests
{
    private const int Reference = 1000;

    private static readonly IReadOnlyList<WorkflowSample> Month = Replay.Month(2018, 3);

    private static readonly DriftOptions Options = DriftOptions.Usual;

    [Fact]
    public void A_month_in_which_nothing_changes_has_one_false_alarm_at_most()
    {
        var alarms = Enumerable.Range(1, 40).AsParallel().Select(AlarmsOfAMonth).ToList();

        Assert.True(alarms.Max() <= 1, $"{string.Join(' ', alarms)} alarms in months of {Month.Count} workflows");
        Assert.InRange(alarms.Average(), 0, 0.3);
    }

    /// <summary>A code that a tenth of all workflows fail with becomes three times as frequent; a site fails for a tenth of them; other actions triple.</summary>
    [Theory]
    [InlineData(DriftKind.Code)]
    [InlineData(DriftKind.Site)]
    [InlineData(DriftKind.Label)]
    public void A_shift_is_found_within_200_workflows(DriftKind kind)
    {
        var delays = Enumerable.Range(1, 40).AsParallel().Select(seed => DelayOf(kind, seed)).ToList();

        Assert.True(delays.Max() <= 200, $"{kind} found after {string.Join(' ', delays)} workflows");
    }

    private static int AlarmsOfAMonth(int seed)
    {
        var replay = new Replay(Month, seed);
        return Alarms.Count(replay.Draw(Reference), replay.Draw(Month.Count));
    }

    private static int DelayOf(DriftKind kind, int seed)
    {
        var replay = new Replay(Month, seed);
        var detection = new DriftDetection(replay.Draw(Reference), Options);
        var recent = replay.Draw(200);
        var code = CodeWithShareAbove(0.1);
        for (var workflow = 1; workflow <= 1000; workflow++)
        {
            Alarms.Add(recent, kind switch
            {
                DriftKind.Code => replay.NextWithMore(sample => sample.Code == code, times: 3),
                DriftKind.Site => replay.NextWithFailingSite("T2_XX_Failing", share: 0.1),
                _ => replay.NextWithMore(sample => sample.IsOther is true, times: 3),
            });
            if (detection.Find(kind, recent) is { } found && IsTheSeeded(found, code))
                return workflow;
        }

        return int.MaxValue;
    }

    private static bool IsTheSeeded(DriftSignal found, int code) =>
        found.Kind == DriftKind.Label || found.Subject == "T2_XX_Failing" || found.Subject == $"{code}";

    /// <summary>The rarest code that is the main error of at least this share of workflows.</summary>
    private static int CodeWithShareAbove(double share) =>
        Month.CountBy(sample => sample.Code ?? 0).Where(count => count.Value >= share * Month.Count).MinBy(count => count.Value).Key;
}
