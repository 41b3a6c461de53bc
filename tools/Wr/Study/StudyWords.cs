namespace WorkflowRecovery.Wr.Study;

/// <summary>What the numbers say, in sentences.</summary>
internal static class StudyWords
{
    /// <summary>With few trials, less is chance.</summary>
    private const double Telling = 0.1;

    public static IEnumerable<string> Of(StudyResult result)
    {
        var records = result.Rows.Where(row => row.Row != 1 && row.TrainSeconds > 0).Select(row => row.Records).DefaultIfEmpty(result.Source.Tasks.Count).Max();
        yield return $"{result.Source.Tasks.Count} tasks with errors of {result.Source.Name}; each approach saw up to {records} of them. {SeedsOf(result.Options)}. Took {result.Took.TotalMinutes:0.0} minutes.";
        if (result.Source.Tally is { SkippedCount: > 0 and var unused } tally)
            yield return $"{unused} of {tally.Records} records could not be used{(tally.Skipped is [var one, ..] ? $", the first because {one.Reason}" : "")}.";
        if (result.Skipped.Count > 0)
            yield return $"{result.Skipped.Count} of the experiments asked for could not be tried on these tasks ({RowsOf(result.Skipped)}).";
        if (result.Rows.FirstOrDefault(row => row is { Row: 2, Metric: Metrics.Accuracy }) is { Mean: { } accuracy, ConstantAnswer: { } constant } simplest)
            yield return $"The talk's accuracy of about 90 % ({simplest.Split}): the simplest network is right in {accuracy:P1} of the tasks, always answering plain ACDC in {constant:P1}.";
        if (result.Importances is [{ Share: > Telling } first, ..])
            yield return $"Of the settings searched, the {first.Name} matters most: alone it explains {first.Share:P0} of the variance of the scores.";
        foreach (var match in result.Rows.Where(row => row.Metric == RowMatch.Metric))
            yield return $"The row of the action table as a whole ({match.Split}): recommended exactly as ordered in {match.Mean:P1} of the tasks, the constant answer in {match.ConstantAnswer:P1}.";
        foreach (var rule in result.Rules.Where(rule => rule.Fired > 0))
            yield return WordsOf(rule);
    }

    private static string WordsOf(RuleScore rule) => $"Rule {rule.Name} fires on {rule.Fired} of {rule.Judged} later tasks"
        + (rule.Ordered == 0 ? " and orders nothing." : $" and orders for {rule.Ordered}: what the operator ordered in {rule.AgreementShare:P1}, the constant answer in {rule.PlainShare:P1}.");

    /// <summary>How often each approach learned.</summary>
    public static string SeedsOf(StudyOptions options) => options.Seeds == 1 ? "1 seed" : $"{options.Seeds} seeds (searches: one)";

    private static string RowsOf(IReadOnlyList<Skipped> skipped) => skipped.Select(one => one.Row).Distinct().Order().ToList() switch
    {
        [var only] => $"row {only}",
        var rows => $"rows {string.Join(", ", rows)}",
    };
}
