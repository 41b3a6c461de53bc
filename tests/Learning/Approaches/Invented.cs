using System.Collections.Immutable;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Invented tasks in the order of time, one to three in a family, with what an operator ordered for each.</summary>
internal static class Invented
{
    private static readonly DateTimeOffset Begin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sites = ["T1_US_FNAL", "T2_US_MIT", "T1_DE_KIT", "T2_US_Nebraska", "T1_IT_CNAF", "T2_US_Florida", "T1_ES_PIC", "T2_US_UCSD"];
    private static readonly string[] Campaigns = ["RunIIFall17DRPremix", "RunIISummer16MiniAODv3", "RunIIWinter15GS"];
    private static readonly string[] OfCrash = ["segmentation", "violation", "signal", "stack", "trace", "dumped", "fatal", "abort"];
    private static readonly string[] OfTransfer = ["timeout", "connection", "refused", "server", "redirector", "open", "replica", "proxy"];

    /// <param name="who">Who orders.</param>
    /// <param name="count">Number of tasks.</param>
    /// <param name="noise">Share of tasks that are ordered as if they were others.</param>
    /// <param name="seed">Same seed, same tasks.</param>
    public static List<RecordedTask> Tasks(Operator who, int count, double noise = 0.04, int seed = 7)
    {
        var random = new Random(seed);
        var tasks = new List<RecordedTask>(count);
        for (var family = 0; tasks.Count < count; family++)
        {
            for (var left = random.Next(1, 4); left > 0 && tasks.Count < count; left--)
            {
                var draft = DraftOf(who, random);
                var told = random.NextDouble() < noise ? DraftOf(who, random) : draft;
                tasks.Add(new(Report(draft, family, left, random), $"family{family}", who.Orders(told), ParametersGiven: true, 1));
            }
        }

        return tasks;
    }

    public static List<RecordedTask> WithShuffledOrders(IReadOnlyList<RecordedTask> tasks, int seed = 11)
    {
        var orders = tasks.Select(task => task.Action).ToArray();
        new Random(seed).Shuffle(orders);
        return [.. tasks.Zip(orders, (task, order) => task with { Action = order })];
    }

    private static Draft DraftOf(Operator who, Random random)
    {
        var crash = random.Next(2) == 0;
        return new(
            who.Codes[random.Next(who.Codes.Length)],
            Sites[random.Next(Sites.Length)],
            random.Next(5) == 0 ? Readiness.Yellow : Readiness.Green,
            random.Next(5, 200),
            0.05 + (0.95 * random.NextDouble()),
            crash,
            who.LogsHaveBoth ? !crash : random.Next(2) == 0);
    }

    private static ReportedTask Report(Draft draft, int family, int number, Random random)
    {
        var workflow = $"workflow{family}";
        var cells = ImmutableArray.CreateBuilder<MatrixCell>();
        cells.Add(new(draft.Code, draft.Site, draft.Readiness, draft.Errors));
        if (random.Next(3) == 0)
            cells.Add(new(8028, Sites[random.Next(Sites.Length)], Readiness.Green, random.Next(1, 4)));

        if (random.Next(2) == 0)
            cells.Add(new(SiteErrorMatrix.NotReported, "T1_ES_PIC_Disk", Readiness.None, 1));

        var matrix = SiteErrorMatrix.Of(cells);
        return new()
        {
            Task = $"/{workflow}/Step{number}",
            Workflow = workflow,
            ReportedAt = Begin.AddHours(3 * family),
            Matrix = matrix,
            Campaign = Campaigns[family % Campaigns.Length],
            TotalJobs = (long)Math.Ceiling(matrix.TotalErrors / draft.FailedShare),
            Logs = [new TaskLog(draft.Code, draft.Site, string.Join(' ', [.. Half(draft.BeginsWithCrash, random), .. Half(draft.EndsWithCrash, random)]))],
        };
    }

    private static string[] Half(bool ofCrash, Random random) => random.GetItems(ofCrash ? OfCrash : OfTransfer, 10);
}
