using System.Diagnostics;
using System.Text.Json;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Training;

/// <summary>Asks the retrainer for new models and follows its run.</summary>
internal sealed class TrainingRequest(RunningInstance instance, IProgress<Step> progress)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(300);

    private readonly Guid _runId = Guid.NewGuid();

    /// <exception cref="ServerException">The training failed.</exception>
    public async Task<TrainingOutcome> RunAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await instance.Inside.SendInsideAsync(InsideKeys.TrainingRequested, new TrainingRequested(_runId, "wr"));
        while (true)
        {
            var run = await ReadAsync(cancellation);
            if (run.State == "failed")
                throw new ServerException($"The training failed: {SafeText.Of(run.Failure)}");
            if (run.State == "done")
                return Ended(JsonSerializer.Deserialize<TrainingReport>(run.Report!, JsonSerializerOptions.Web)!, watch.Elapsed);
            progress.Report(new Step(run.Done, run.Stage));
            await Task.Delay(LookEvery, cancellation);
        }
    }

    private TrainingOutcome Ended(TrainingReport report, TimeSpan took)
    {
        progress.Report(new Step(1, report.State ?? "ended"));
        return new TrainingOutcome(_runId, Math.Round(took.TotalSeconds, 2), report);
    }

    private async Task<Run> ReadAsync(CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand("select state, stage, done, report::text, failure from retrainer.training_run where run_id = $1");
        command.Parameters.Add(new() { Value = _runId });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation))
            return new Run("sent", "waiting for the retrainer", 0, null, null);
        return new Run(
            rows.GetString(0),
            rows.IsDBNull(1) ? "waiting for its turn" : rows.GetString(1),
            rows.GetDouble(2),
            rows.IsDBNull(3) ? null : rows.GetString(3),
            rows.IsDBNull(4) ? null : rows.GetString(4));
    }

    private sealed record Run(string State, string Stage, double Done, string? Report, string? Failure);
}
