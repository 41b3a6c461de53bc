using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class CandidatesTests : IDisposable
{
    private static readonly DateTimeOffset Begin = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Candidates _candidates = Train(Tasks(1600));

    public void Dispose() => _candidates.Dispose();

    [Fact]
    public void Every_model_and_the_confidence_of_their_plans_is_entered_with_its_hash_and_metrics()
    {
        var entries = _candidates.EntriesBy("1.0");

        Assert.Equal(["action", "memory", "plan"], entries.Select(entry => entry.Target));
        Assert.All(entries, entry => Assert.Equal(ModelArtifact.Sha256Of(entry.Artifact), entry.Sha256));
        Assert.All(entries.Where(entry => entry.Target != "memory"), entry => Assert.Equal((Begin, Begin.AddHours(1599)), (entry.WindowFrom, entry.WindowTo)));
        Assert.NotNull(PlanConfidence.Load(entries[2].Artifact, entries[2].Sha256).Check);
        var metrics = JsonDocument.Parse(entries[0].Metrics).RootElement;
        Assert.Equal("trees", metrics.GetProperty("approach").GetString());
        Assert.True(metrics.GetProperty("splits").TryGetProperty("by time and workflow", out var honest));
        Assert.True(honest.GetProperty("logLoss").GetDouble() < honest.GetProperty("constantLogLoss").GetDouble());
        Assert.True(JsonDocument.Parse(entries[2].Metrics).RootElement.TryGetProperty("decided", out _));
    }

    [Fact]
    public void The_first_models_are_active_at_once_when_they_beat_the_constant_answer() =>
        Assert.Equal("active", _candidates.Decide(againstActive: null, againstShadow: null).State);

    [Fact]
    public void Models_that_know_a_new_habit_beat_active_ones_that_do_not()
    {
        using var before = Train(Tasks(1600, clones: false));
        var models = before.EntriesBy("1.0").Where(entry => entry.Target != "plan").Select(entry => new ActiveModel(ModelArtifact.Load(entry.Artifact, entry.Sha256))).ToList();
        var decision = _candidates.Decide(_candidates.Fight(new(models), Begin.AddHours(1000)), againstShadow: null);
        models.ForEach(model => model.Dispose());

        Assert.Equal("shadow", decision.State);
        Assert.StartsWith("better than the active models on ", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_of_the_action_the_reason_is_that_of_its_refusal()
    {
        using var candidates = Train(Tasks(1600).ConvertAll(task => task with { Action = new(RecoveryActionKind.Acdc) }));
        var decision = candidates.Decide(againstActive: null, againstShadow: null);

        Assert.Equal(("refused", "target action: every example to train with is of the class acdc"), (decision.State, decision.Reason));
        Assert.Empty(candidates.EntriesBy("1.0"));
    }

    private static Candidates Train(IReadOnlyList<RecordedTask> tasks) =>
        new(Tournament.Run(tasks, new() { Candidates = TournamentCandidates.TreesOnly(30) }, cancellation: TestContext.Current.CancellationToken));

    /// <summary>Operators who give memory for 50660, clone for 73 (or 92 before they do), and answer everything else by a plain acdc.</summary>
    private static List<RecordedTask> Tasks(int count, bool clones = true)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var code = random.GetItems([85, 50660, 73, 92], 1)[0];
            var report = new ReportedTask
            {
                Task = $"/w{at}/Production",
                Workflow = $"w{at}",
                ReportedAt = Begin.AddHours(at),
                Matrix = SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, random.Next(1, 90))]),
            };
            var action = new RecoveryAction(code == (clones ? 73 : 92) ? RecoveryActionKind.Clone : RecoveryActionKind.Acdc) { MemoryMb = code == 50660 ? 20_000 : null };
            return new RecordedTask(report, $"family{at}", action, ParametersGiven: true, 1);
        })];
    }
}
