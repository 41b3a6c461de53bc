namespace WorkflowRecovery.Wr.Study;

/// <summary>What the numbers say, in sentences.</summary>
internal static class StudyWords
{
    public static IEnumerable<string> Of(StudyResult result)
    {
        var records = result.Rows.Where(row => row.Row != 1 && row.TrainSeconds > 0).Select(row => row.Records).DefaultIfEmpty(result.Source.Tasks.Count).Max();
        yield return $"{result.Source.Tasks.Count} tasks with errors of {result.Source.Name}; each approach saw up to {records} of them. {result.Options.Seeds} seeds (searches: one). Took {result.Took.TotalMinutes:0.0} minutes.";
        foreach (var comparison in result.Comparisons)
            yield return Sentence(comparison);

        if (result.Rows.FirstOrDefault(row => row is { Row: 2, Metric: Metrics.Accuracy }) is { Mean: { } accuracy, ConstantAnswer: { } constant })
            yield return $"The talk's accuracy of about 90 %: the simplest network is right in {accuracy:P1} of the tasks, always answering plain ACDC in {constant:P1}.";
        if (result.Importances is [var first, ..])
            yield return $"Of the settings searched, the {first.Name} matters most: alone it explains {first.Share:P0} of the variance of the scores.";
        foreach (var match in result.Rows.Where(row => row.Metric == "exact match"))
            yield return $"The row of the action table as a whole ({match.Split}): recommended exactly as ordered in {match.Mean:P1} of the tasks, the constant answer in {match.ConstantAnswer:P1}.";
    }

    private static string Sentence(Comparison comparison) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{comparison.Target}, {comparison.Split}, {comparison.Metric}: ours {comparison.Ours:0.000} ({comparison.OursName}), the talk's best {comparison.Talk:0.000} ({comparison.TalkName}); "
        + $"difference {comparison.Difference:+0.000;-0.000}, 95 % interval over families {comparison.Low:+0.000;-0.000} to {comparison.High:+0.000;-0.000}, spread over seeds {StudyTable.Number(comparison.Spread)}: "
        + $"{(comparison.IsBetter ? "better by more than chance" : "no clear difference in our favour")}.");
}
