namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>How two sets of models did on the same live tasks.</summary>
/// <param name="Answered">Tasks that both judged before an operator answered.</param>
/// <param name="Scored">Those of them whose order says all, which the log-losses are of.</param>
/// <param name="ActiveLogLoss">Mean -ln p of the ordered action x memory bin, in nats; null without such a task.</param>
/// <param name="ShadowLogLoss">The same of the other set.</param>
/// <param name="Differing">Tasks on which the likeliest action or memory bin of both differs.</param>
/// <param name="Pairs">Those by what both say, the most frequent first.</param>
/// <param name="Examples">Some of those, the newest answers first.</param>
public sealed record SetComparison(
    int Answered,
    int Scored,
    double? ActiveLogLoss,
    double? ShadowLogLoss,
    int Differing,
    IReadOnlyList<SaidPair> Pairs,
    IReadOnlyList<SaidExample> Examples)
{
    /// <summary>Compares two sets.</summary>
    /// <param name="cases">The tasks, the newest answers first.</param>
    /// <param name="examples">How many examples at most.</param>
    public static SetComparison Of(IReadOnlyList<ComparedCase> cases, int examples)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var scored = cases.Where(compared => compared.SaysAll).ToList();
        var differing = cases.Where(compared => compared.Differs).ToList();
        return new SetComparison(
            cases.Count,
            scored.Count,
            scored.Count == 0 ? null : scored.Average(compared => LogLoss(compared.Active, compared)),
            scored.Count == 0 ? null : scored.Average(compared => LogLoss(compared.Shadow, compared)),
            differing.Count,
            [.. differing
                .GroupBy(compared => (compared.ActiveSays, compared.ShadowSays))
                .Select(pair => new SaidPair(
                    pair.Key.ActiveSays, pair.Key.ShadowSays, pair.Count(),
                    pair.Count(compared => compared.Ordered == pair.Key.ActiveSays),
                    pair.Count(compared => compared.Ordered == pair.Key.ShadowSays)))
                .OrderByDescending(pair => pair.Tasks)
                .ThenBy(pair => pair.ActiveSays, StringComparer.Ordinal)
                .ThenBy(pair => pair.ShadowSays, StringComparer.Ordinal)],
            [.. differing.Take(examples).Select(compared => new SaidExample(compared.Task, compared.ActiveSays, compared.ShadowSays, compared.Ordered))]);
    }

    private static double LogLoss(IReadOnlyList<WeighedOrder> plans, ComparedCase compared) =>
        OrderScores.LogLoss(plans, compared.Action, compared.Memory);
}

/// <summary>What both sets say, how often, and how often it was ordered.</summary>
/// <param name="ActiveSays">What the active set says.</param>
/// <param name="ShadowSays">What the other says.</param>
/// <param name="Tasks">For how many tasks.</param>
/// <param name="ActiveRight">How often an operator ordered the first.</param>
/// <param name="ShadowRight">How often an operator ordered the second.</param>
public sealed record SaidPair(string ActiveSays, string ShadowSays, int Tasks, int ActiveRight, int ShadowRight);

/// <summary>A task on which both differ.</summary>
/// <param name="Task">The task.</param>
/// <param name="ActiveSays">What the active set says.</param>
/// <param name="ShadowSays">What the other says.</param>
/// <param name="Ordered">What was ordered.</param>
public sealed record SaidExample(string Task, string ActiveSays, string ShadowSays, string Ordered);
