namespace WorkflowRecovery.Console.Models;

/// <summary>How operators agreed with recommendations in a week.</summary>
/// <param name="Week">Its beginning.</param>
/// <param name="Answers">Answers to recommendations.</param>
/// <param name="Agreed">Share with the recommended action; null without answers.</param>
/// <param name="Constant">Share with the action that was commonest before the week; null without answers, or before any.</param>
internal sealed record AgreementWeek(DateTimeOffset Week, long Answers, double? Agreed, double? Constant);

/// <summary>How operators agreed with one recommended action.</summary>
/// <param name="Action">What was recommended.</param>
/// <param name="Answers">Answers to it.</param>
/// <param name="Agreed">Share with that action.</param>
/// <param name="Plan">Share with the whole plan.</param>
/// <param name="Constant">Share with the commonest action of all.</param>
internal sealed record AgreementOfAction(string Action, long Answers, double Agreed, double Plan, double Constant);

/// <summary>How operators agreed, in total and by week.</summary>
/// <param name="Weeks">The weeks, the oldest first, those without answers included.</param>
/// <param name="Actions">By recommended action, the commonest first.</param>
/// <param name="Commonest">What operators ordered most; null without answers.</param>
/// <param name="Coverage">Share of answered cases for which anything was recommended; null without answers.</param>
internal sealed record Agreement(IReadOnlyList<AgreementWeek> Weeks, IReadOnlyList<AgreementOfAction> Actions, string? Commonest, double? Coverage)
{
    /// <param name="rows">The answers, the oldest week first.</param>
    /// <param name="only">The recommended action to look at; null: all.</param>
    public static Agreement Of(IReadOnlyList<AnsweredWeek> rows, string? only)
    {
        var total = rows.Sum(row => row.Answers);
        var recommended = rows.Where(row => row.RecommendedAction is not null).ToList();
        var commonest = CommonestOf(rows);
        return new(
            WeeksOf(rows, only),
            [.. recommended.GroupBy(row => row.RecommendedAction!).Select(action => new AgreementOfAction(
                    action.Key,
                    action.Sum(row => row.Answers),
                    Share(action.Sum(row => row.AgreedAction), action) ?? 0,
                    Share(action.Sum(row => row.AgreedPlan), action) ?? 0,
                    Share(action.Where(row => row.Action == commonest).Sum(row => row.Answers), action) ?? 0))
                .OrderByDescending(action => action.Answers).ThenBy(action => action.Action, StringComparer.Ordinal)],
            commonest,
            total == 0 ? null : (double)recommended.Sum(row => row.Answers) / total);
    }

    private static List<AgreementWeek> WeeksOf(IReadOnlyList<AnsweredWeek> rows, string? only)
    {
        if (rows.Count == 0)
            return [];

        var (weeks, byWeek) = (new List<AgreementWeek>(), rows.ToLookup(row => row.Week));
        for (var week = rows[0].Week; week <= rows[^1].Week; week = week.AddDays(7))
        {
            var asked = byWeek[week].Where(row => row.RecommendedAction is { } action && (only is null || only == action)).ToList();
            var before = CommonestOf(rows.Where(row => row.Week < week));
            weeks.Add(new AgreementWeek(
                week,
                asked.Sum(row => row.Answers),
                Share(asked.Sum(row => row.AgreedAction), asked),
                before is null ? null : Share(asked.Where(row => row.Action == before).Sum(row => row.Answers), asked)));
        }

        return weeks;
    }

    private static string? CommonestOf(IEnumerable<AnsweredWeek> rows) => rows
        .GroupBy(row => row.Action)
        .OrderByDescending(action => action.Sum(row => row.Answers)).ThenBy(action => action.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private static double? Share(long part, IEnumerable<AnsweredWeek> rows) =>
        rows.Sum(row => row.Answers) is var all and > 0 ? (double)part / all : null;
}
