namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>How many jobs there were and what they asked for. Without a number the column and its <c>known</c> flag are 0.</summary>
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
        if (task.TotalJobs is { } jobs)
        {
            values[0] = 1;
            values[1] = Values.Log(jobs);
            values[2] = Values.Share(facts.Totals.Errors, jobs);
        }

        if (task.MemoryMb is { } memory)
        {
            values[3] = 1;
            values[4] = (float)(memory / MbPerGb);
            values[5] = task.Cores is > 0 and var perJob ? (float)(memory / MbPerGb / perJob) : 0;
        }

        if (task.Cores is { } cores)
        {
            values[6] = 1;
            values[7] = cores;
        }
    }
}
