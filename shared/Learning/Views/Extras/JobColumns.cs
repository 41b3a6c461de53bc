namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>How many jobs there were and what they asked for. What was not told is taken to be <see cref="Typical"/>, and its <c>known</c> flag is 0.</summary>
internal sealed class JobColumns : IExtraColumns
{
    private const double MbPerGb = 1000;

    public IReadOnlyList<string> Names { get; } =
    [
        "jobs/known", "jobs", "jobs/failed-share", "memory/known", "memory-gb", "memory-gb/core", "cores/known", "cores",
    ];

    public void Write(TaskFacts facts, Span<float> values)
    {
        var task = facts.Task;
        var jobs = task.TotalJobs ?? Typical.Jobs(facts.Totals.Errors);
        var cores = task.Cores ?? (task.MemoryMb is { } told ? Typical.CoresOf(told) : Typical.Cores);
        var memory = task.MemoryMb ?? Math.Max(cores, 1) * Typical.MemoryMbPerCore;
        ReadOnlySpan<float> all =
        [
            Values.Flag(task.TotalJobs is not null), Values.Log(jobs), Values.Share(facts.Totals.Errors, jobs),
            Values.Flag(task.MemoryMb is not null), (float)(memory / MbPerGb), cores > 0 ? (float)(memory / MbPerGb / cores) : 0,
            Values.Flag(task.Cores is not null), cores,
        ];
        all.CopyTo(values);
    }
}
