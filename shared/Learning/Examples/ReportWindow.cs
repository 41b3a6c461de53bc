using System.Runtime.InteropServices;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>Counts over the tasks of a length of time before a moment that only moves forward.</summary>
/// <param name="tasks">In the order of time.</param>
/// <param name="length">The length of time.</param>
internal sealed class ReportWindow(IReadOnlyList<TaskInReport> tasks, TimeSpan length)
{
    private readonly Dictionary<string, int> _workflows = [];
    private readonly Dictionary<int, int> _codes = [];
    private readonly Dictionary<(int Code, string Site), int> _cells = [];
    private readonly Dictionary<string, int> _campaigns = [];
    private readonly Dictionary<(string Campaign, int Code), int> _campaignCodes = [];
    private int _first;
    private int _next;

    /// <summary>Takes in what was reported before a moment and lets go what is older than the length.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        for (; _next < tasks.Count && tasks[_next].ReportedAt < moment; _next++)
            Count(tasks[_next], 1);

        for (; _first < _next && moment - tasks[_first].ReportedAt > length; _first++)
            Count(tasks[_first], -1);
    }

    public OtherReports Around(TaskInReport task) => new(
        _next - _first,
        _workflows.Count,
        task.Errors.MainCode is { } code ? _codes.GetValueOrDefault(code) : 0,
        task.Errors.MainCode is { } atSite ? _cells.GetValueOrDefault((atSite, task.Errors.MainSite)) : 0,
        task.Campaign is { } campaign ? _campaigns.GetValueOrDefault(campaign) : 0,
        task is { Campaign: { } of, Errors.MainCode: { } with } ? _campaignCodes.GetValueOrDefault((of, with)) : 0);

    private void Count(TaskInReport task, int by)
    {
        Add(_workflows, task.Workflow, by);
        if (task.Campaign is { } campaign)
            Add(_campaigns, campaign, by);

        int? before = null;
        foreach (var (code, site) in task.Errors.Cells)
        {
            Add(_cells, (code, site), by);
            if (code == before)
                continue;

            before = code;
            Add(_codes, code, by);
            if (task.Campaign is { } of)
                Add(_campaignCodes, (of, code), by);
        }
    }

    /// <summary>What falls to nothing is forgotten, so that a window over years of data stays as small as its time.</summary>
    private static void Add<TKey>(Dictionary<TKey, int> counts, TKey key, int by)
        where TKey : notnull
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count += by;
        if (count == 0)
            counts.Remove(key);
    }
}
