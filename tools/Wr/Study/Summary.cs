using MathNet.Numerics.Statistics;

namespace WorkflowRecovery.Wr.Study;

/// <summary>From single answers to numbers with their spread over seeds.</summary>
internal static class Summary
{
    /// <summary>One row for each experiment and metric, in the order of the experiments.</summary>
    public static IEnumerable<StudyRow> Of(IEnumerable<Answered> answers) =>
        answers.GroupBy(answered => answered.Experiment).SelectMany(group => Of(group.Key, [.. group]));

    /// <summary>Mean and standard deviation of the values that are numbers; the latter is null of fewer than two.</summary>
    public static (double? Mean, double? Spread) Over(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>().Where(double.IsFinite)];
        return known switch
        {
            [] => (null, null),
            [var only] => (only, null),
            _ => (known.Mean(), known.StandardDeviation()),
        };
    }

    private static IEnumerable<StudyRow> Of(Experiment experiment, IReadOnlyList<Answered> answers)
    {
        var metrics = answers.Select(answered => Metrics.Of(answered).ToList()).ToList();
        for (var at = 0; at < metrics[0].Count; at++)
        {
            var (mean, spread) = Over(metrics.Select(of => of[at].Value));
            var name = metrics[0][at].Name;
            yield return new(
                experiment.Row,
                experiment.Name,
                experiment.Approach.View,
                experiment.Target.Name,
                StudySplits.NameOf(experiment.Split),
                name,
                experiment.Talk.TryGetValue(name, out var talk) ? talk : null,
                mean,
                spread,
                Over(metrics.Select(of => of[at].Constant)).Mean,
                answers.Average(answered => answered.TrainSeconds),
                (int)answers.Average(answered => answered.Records),
                answers.Count);
        }
    }
}
