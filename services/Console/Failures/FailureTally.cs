using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Failures;

/// <summary>What failed in a stretch of days, by code and by site.</summary>
internal sealed class FailureTally
{
    private readonly Dictionary<int, Counted<string>> _codes = [];
    private readonly Dictionary<string, Counted<int>> _sites = new(StringComparer.Ordinal);

    private FailureTally(int days) => Days = days;

    /// <summary>How many days, the last of which is that of <c>now</c>.</summary>
    public int Days { get; }

    public int Tasks { get; private set; }

    /// <summary>The codes, those of most workflows first.</summary>
    public IReadOnlyList<FailuresOfCode> Codes { get; private set; } = [];

    /// <summary>The sites, those of most workflows first: their order is their rank.</summary>
    public IReadOnlyList<SiteFailures> Sites { get; private set; } = [];

    public FailuresOfCode? Of(int code) => Codes.FirstOrDefault(failures => failures.Code == code);

    public SiteFailures? Of(string site) => Sites.FirstOrDefault(failures => failures.Site == site);

    /// <param name="tasks">The tasks; those reported earlier or later do not count.</param>
    /// <param name="now">The end.</param>
    /// <param name="days">Number of days, above 0.</param>
    public static FailureTally Of(IEnumerable<ReportedFailure> tasks, DateTimeOffset now, int days)
    {
        var (tally, until) = (new FailureTally(days), now.UtcDateTime.Date);
        foreach (var task in tasks)
        {
            var day = days - 1 - (int)(until - task.ReportedAt.UtcDateTime.Date).TotalDays;
            if (day >= 0 && day < days)
                tally.Add(task, day);
        }

        tally.Codes = [.. tally._codes
            .Select(code => new FailuresOfCode(code.Key, code.Value.Jobs, code.Value.Workflows, code.Value.PerDay, code.Value.PartsByWorkflows()))
            .OrderByDescending(code => code.Workflows).ThenByDescending(code => code.Jobs).ThenBy(code => code.Code)];
        tally.Sites = [.. tally._sites
            .OrderByDescending(site => site.Value.Workflows).ThenByDescending(site => site.Value.Jobs).ThenBy(site => site.Key, StringComparer.Ordinal)
            .Select((site, place) => new SiteFailures(
                site.Key, place + 1, site.Value.Jobs, site.Value.Workflows, site.Value.PerDay, site.Value.PartsByWorkflows(), site.Value.NewestWorkflows()))];
        return tally;
    }

    private void Add(ReportedFailure task, int day)
    {
        Tasks++;
        foreach (var cell in MatrixEncoding.Decode(task.Cells).Cells)
        {
            Find(_codes, cell.Code).Add(task, day, cell.Site, cell.Count);
            Find(_sites, cell.Site).Add(task, day, cell.Code, cell.Count);
        }
    }

    private Counted<TPart> Find<TKey, TPart>(Dictionary<TKey, Counted<TPart>> all, TKey key) where TKey : notnull where TPart : notnull
    {
        if (!all.TryGetValue(key, out var counted))
            all.Add(key, counted = new Counted<TPart>(Days));
        return counted;
    }

    private sealed class Counted<TPart>(int days) where TPart : notnull
    {
        private readonly Dictionary<string, DateTimeOffset> _workflows = new(StringComparer.Ordinal);
        private readonly Dictionary<TPart, (long Jobs, HashSet<string> Workflows)> _parts = [];
        private readonly long[] _perDay = new long[days];

        public long Jobs { get; private set; }

        public int Workflows => _workflows.Count;

        public IReadOnlyList<long> PerDay => _perDay;

        public void Add(ReportedFailure task, int day, TPart part, long jobs)
        {
            Jobs += jobs;
            _perDay[day] += jobs;
            if (!_workflows.TryGetValue(task.Workflow, out var newest) || newest < task.ReportedAt)
                _workflows[task.Workflow] = task.ReportedAt;
            var (before, workflows) = _parts.TryGetValue(part, out var known) ? known : (0, new HashSet<string>(StringComparer.Ordinal));
            workflows.Add(task.Workflow);
            _parts[part] = (before + jobs, workflows);
        }

        public IReadOnlyList<FailurePart<TPart>> PartsByWorkflows() => [.. _parts
            .Select(part => new FailurePart<TPart>(part.Key, part.Value.Jobs, part.Value.Workflows.Count))
            .OrderByDescending(part => part.Workflows).ThenByDescending(part => part.Jobs).ThenBy(part => part.Part)];

        public IReadOnlyList<HitWorkflow> NewestWorkflows() => [.. _workflows
            .Select(workflow => new HitWorkflow(workflow.Key, workflow.Value))
            .OrderByDescending(workflow => workflow.ReportedAt).ThenBy(workflow => workflow.Workflow, StringComparer.Ordinal)];
    }
}
