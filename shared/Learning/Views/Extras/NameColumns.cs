using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>What the names of the workflow and of the task tell: round, age, kind of request, place in the chain.</summary>
internal sealed class NameColumns : IExtraColumns
{
    public IReadOnlyList<string> Names { get; } =
    [
        "attempt", "age/known", "age-days", "request/task-chain", "request/rereco", "request/other",
        "requestor/production", "requestor/machine", "requestor/person",
        "task/depth", "task/processing", "task/step", "task/merge", "task/log-collect", "task/cleanup",
    ];

    public void Write(TaskFacts facts, Span<float> values)
    {
        var name = facts.Name;
        values[0] = facts.Attempt;
        values[1] = Values.Flag(name.CreatedAt is not null);
        values[2] = Values.Log((facts.Task.ReportedAt - name.CreatedAt)?.TotalDays ?? Typical.AgeDays);
        values[3 + RequestOf(name)] = 1;
        values[6 + RequestorOf(name)] = 1;
        WriteTask(facts.Task.Task, values[9..]);
    }

    private static int RequestOf(WorkflowName name)
    {
        var request = name.Request ?? name.Name;
        if (request.Contains("task_", StringComparison.Ordinal))
            return 0;

        return request.StartsWith("Run20", StringComparison.Ordinal) || request.StartsWith("HIRun20", StringComparison.Ordinal) ? 1 : 2;
    }

    /// <summary>Most requests are of production, so a name that does not tell is taken for one of these.</summary>
    private static int RequestorOf(WorkflowName name) => name.Requestor switch
    {
        null or "pdmvserv" => 0,
        "vlimant" or "cmsunified" => 1,
        _ => 2,
    };

    private static void WriteTask(string task, Span<float> values)
    {
        var last = task.AsSpan(task.LastIndexOf('/') + 1);
        values[0] = Values.Log(task.AsSpan().Count('/') - 1);
        values[1] = Values.Flag(last is "DataProcessing");
        values[2] = Values.Flag(last.StartsWith("Step", StringComparison.Ordinal));
        values[3] = Values.Flag(last.Contains("Merge", StringComparison.Ordinal));
        values[4] = Values.Flag(last.Contains("LogCollect", StringComparison.Ordinal));
        values[5] = Values.Flag(last.Contains("Cleanup", StringComparison.Ordinal));
    }
}
