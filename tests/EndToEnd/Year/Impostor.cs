using Npgsql;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>
/// A model that has learned orders dealt out at random among the tasks, and believes in them. No training would let it out, so
/// somebody who owns the database puts it into shadow by hand.
/// </summary>
internal static class Impostor
{
    private const int Seed = 11;
    private const int Rounds = 60;

    public static async Task<Guid> SlipInAsync(Pipeline pipeline, IReadOnlyList<SimulatedTask> tasks)
    {
        var (run, artifact) = (Guid.NewGuid(), ArtifactOf(Deal([.. tasks.Where(task => !task.Matrix.Cells.IsEmpty).Select(Recorded)])));
        await using var owner = NpgsqlDataSource.Create(pipeline.Database.Migrator);
        await using var batch = owner.CreateBatch();
        Add(batch, "insert into retrainer.training (run_id, cause, state, done, requested_at, started_at) values ($1, 'by hand', 'done', 1, now(), now())", run);
        Add(batch, "insert into retrainer.model_set (run_id, state, reason, entered_at) values ($1, 'shadow', 'by hand', now())", run);
        Add(batch,
            """
            insert into retrainer.model (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
            select 'action', max(version) + 1, $1, $2, $3, min(window_from), max(window_to), $4, 1, 'by hand', '{}', now() from retrainer.model where target = 'action'
            """,
            run, artifact, ModelArtifact.Sha256Of(artifact), tasks.Count);
        Add(batch, "select pg_notify('models_promoted', $1)", $"{run}");
        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return run;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] parameters)
    {
#pragma warning disable CA2100 // The statements are the test's own.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        batch.BatchCommands.Add(command);
    }

    private static RecordedTask Recorded(SimulatedTask task) => new(
        new() { Task = task.Task, Workflow = task.Workflow, ReportedAt = task.ReportedAt, Matrix = task.Matrix },
        WorkflowName.Parse(task.Workflow).Family, task.Action, ParametersGiven: true, 1);

    private static RecordedTask[] Deal(RecordedTask[] tasks)
    {
        var orders = Array.ConvertAll(tasks, task => task.Action);
        new Random(Seed).Shuffle(orders);
        return [.. tasks.Zip(orders, (task, order) => task with { Action = order })];
    }

    private static byte[] ArtifactOf(RecordedTask[] tasks)
    {
        var target = RecoveryTargets.Action;
        var lesson = Lesson.Of(new(tasks), target, Enumerable.Range(0, tasks.Length), [], Seed, threads: 2);
        var approach = new TreesApproach(MatrixViews.Tier);
        using var fitted = approach.Fit(lesson, lesson.Train, new(Rounds, TemperatureScaling.None, TimeSpan.FromDays(3650), 0));
        var usage = new ParameterUsage([.. target.Classes.Select(_ => Array.Empty<TypicalValue>())], CloneRates: null);
        var model = new TrainedModel(
            target, approach.Name, approach.Eye, fitted, fitted, NotMeasured(target), new(tasks[0].Report.ReportedAt, tasks[^1].Report.ReportedAt), tasks.Length, Seed, usage, usage);
        return ModelArtifact.Of(model, "by hand").ToBytes();
    }

    private static TargetMetrics NotMeasured(Target target) => new()
    {
        TrainExamples = 0,
        CalibrateExamples = 0,
        TestExamples = 0,
        LogLoss = 0,
        ConstantLogLoss = 0,
        Brier = 0,
        Accuracy = 0,
        ConstantAccuracy = 0,
        CalibrationError = 0,
        Auroc = [.. target.Classes.Select(_ => (double?)null)],
        AveragePrecision = [.. target.Classes.Select(_ => (double?)null)],
        Recall = [.. target.Classes.Select(_ => (double?)null)],
    };
}
