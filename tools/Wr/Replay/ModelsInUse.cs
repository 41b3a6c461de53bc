using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Replay;

/// <summary>
/// Waits until the scorer judges with models: they are loaded a moment after their promotion. It is asked by a replay,
/// which publishes nothing outside.
/// </summary>
internal static class ModelsInUse
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly ReplayedTask Probe = new(
        new WorkflowAssistanceRequested
        {
            Workflow = "probe",
            Task = "/probe/task",
            ReportedAt = DateTimeOffset.UnixEpoch,
            Errors = [new ErrorRow { Code = 85, Site = "T2_CH_CERN", Count = 1, Readiness = "green" }],
        },
        Around: null);

    /// <summary>Whether a set of models is active.</summary>
    public static async Task<bool> AreThereAsync(RunningInstance instance, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand("select exists (select from retrainer.active_model)");
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <exception cref="ServerException">No model was ever promoted, or the scorer has none after a minute.</exception>
    public static async Task UntilAsync(RunningInstance instance, CancellationToken cancellation)
    {
        if (!await AreThereAsync(instance, cancellation))
            throw new ServerException($"There are no models yet. Import a history and train on it: {Hint.To("import FILE")}, {Hint.To("train")}");

        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until;)
        {
            var judged = await new HistoryReplay(instance, new Progress<Step>()).RunAsync([Probe], cancellation);
            if (judged.Values.Any(answer => answer.Plans.Count > 0))
                return;
        }

        throw new ServerException("The scorer did not take up the models within a minute. Its log may tell why.");
    }
}
