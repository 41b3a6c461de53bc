using CsCheck;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Tests.Training;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class TimeAndFamilySplitTests
{
    private static readonly DateTimeOffset Begin = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parts_follow_each_other_in_time_and_share_no_family() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 500]).Array[30, 120].Sample(rows =>
        {
            var split = TimeAndFamilySplit.Of([.. rows.Select(row => Cases.Of($"f{row.Item1}", Begin.AddHours(row.Item2)))], 0.2, 0.2);
            var parts = new[] { split.Train, split.Calibrate, split.Test };
            for (var later = 1; later < 3; later++)
            {
                var before = parts.Take(later).SelectMany(part => part).ToList();
                foreach (var example in parts[later])
                    Assert.All(before, earlier => Assert.True(earlier.ReportedAt < example.ReportedAt && earlier.Family != example.Family));
            }
        });

    [Fact]
    public void A_family_that_reaches_over_a_border_is_dropped_after_it()
    {
        var alone = Enumerable.Range(0, 10).Select(at => Cases.Of($"f{at}", Begin.AddHours(at))).ToList();
        var split = TimeAndFamilySplit.Of([.. alone, Cases.Of("f0", Begin.AddHours(20)), Cases.Of("f8", Begin.AddHours(21))], 0.25, 0.25);

        Assert.Equal(["f0", "f1", "f2", "f3", "f4", "f5"], split.Train.Select(example => example.Family));
        Assert.Equal(["f6", "f7", "f8"], split.Calibrate.Select(example => example.Family));
        Assert.Equal(["f9"], split.Test.Select(example => example.Family));
        Assert.Equal(Begin.AddHours(9), split.TestBorder);
    }

    [Fact]
    public void Equal_times_stay_on_one_side()
    {
        var split = TimeAndFamilySplit.Of([.. Enumerable.Range(0, 10).Select(at => Cases.Of($"f{at}", Begin))], 0.2, 0.2);
        Assert.Equal((0, 0, 10), (split.Train.Count, split.Calibrate.Count, split.Test.Count));
    }
}
