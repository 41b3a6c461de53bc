using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Wr.Models;

/// <summary>How two sets did on the same live tasks.</summary>
/// <param name="Answered">Tasks that both judged before an operator answered.</param>
/// <param name="Scored">Those of them whose order says all, which the log-losses are of.</param>
/// <param name="ActiveLogLoss">Mean -ln p of the ordered action x memory bin, in nats; null without such a task.</param>
/// <param name="ShadowLogLoss">The same of the other set.</param>
/// <param name="Differing">Tasks on which the likeliest action or memory bin of both differs.</param>
/// <param name="Pairs">Those by what both say, the most frequent first.</param>
/// <param name="Examples">Some of those, the newest answers first.</param>
internal sealed record SetComparison(
    int Answered,
    int Scored,
    double? ActiveLogLoss,
    double? ShadowLogLoss,
    int Differing,
    IReadOnlyList<SaidPair> Pairs,
    IReadOnlyList<SaidExample> Examples)
{
    /// <param name="cases">The tasks, the newest answers first.</param>
    /// <param name="examples">How many examples at most.</param>
    public static SetComparison Of(IReadOnlyList<ComparedCase> cases, int examples)
    {
        var scored = cases.Where(compared => compared.Ordered.SaysAll).ToList();
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
                    pair.Count(compared => compared.OrderedWords == pair.Key.ActiveSays),
                    pair.Count(compared => compared.OrderedWords == pair.Key.ShadowSays)))
                .OrderByDescending(pair => pair.Tasks)
                .ThenBy(pair => pair.ActiveSays, StringComparer.Ordinal)
                .ThenBy(pair => pair.ShadowSays, StringComparer.Ordinal)],
            [.. differing.Take(examples).Select(compared => new SaidExample(compared.Task, compared.ActiveSays, compared.ShadowSays, compared.OrderedWords))]);
    }

    private static double LogLoss(IReadOnlyList<WeighedOrder> plans, ComparedCase compared) =>
        OrderScores.LogLoss(plans, compared.Ordered.Action, compared.Ordered.Memory);
}

/// <summary>What both sets say, how often, and how often it was ordered.</summary>
internal sealed record SaidPair(string ActiveSays, string ShadowSays, int Tasks, int ActiveRight, int ShadowRight);

/// <summary>A task on which both differ.</summary>
internal sealed record SaidExample(string Task, string ActiveSays, string ShadowSays, string Ordered);
