using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Retrainer.Promotion;
using static WorkflowRecovery.Retrainer.Tests.Promotion.Habits;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class CandidatesTests : IDisposable
{
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
        Assert.Equal("active", _candidates.Decide(new() { IsFirst = true }).State);

    [Fact]
    public void Models_that_know_a_new_trouble_beat_active_ones_that_do_not()
    {
        using var before = Train(Tasks(1600, newFrom: 1600));

        var decision = DecideAgainst(before, Begin.AddHours(1000), _candidates);

        Assert.Equal("shadow", decision.State);
        Assert.StartsWith("better than the active models on 240 newer tasks", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trouble_that_began_after_the_active_models_had_learned_is_known_to_twins_although_little_is_new()
    {
        using var before = Train(Tasks(3000, newFrom: 3000));
        using var after = Train(Tasks(3450, newFrom: 3000));

        var decision = DecideAgainst(before, Begin.AddHours(2999), after);

        Assert.Equal("shadow", decision.State);
        Assert.StartsWith("better than the active models on 250 newer tasks", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_have_learned_nothing_new_are_refused()
    {
        using var before = Train(Tasks(1600));

        Assert.StartsWith("only 0 tasks are newer", DecideAgainst(before, Begin.AddHours(1599), _candidates).Reason, StringComparison.Ordinal);
        Assert.StartsWith("only 150 tasks are newer", DecideAgainst(before, Begin.AddHours(1449), _candidates).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_of_the_action_the_reason_is_that_of_its_refusal()
    {
        using var candidates = Train(Tasks(1600).ConvertAll(task => task with { Action = new(RecoveryActionKind.Acdc) }));
        var decision = candidates.Decide(new() { IsFirst = true });

        Assert.Equal(("refused", "target action: every example to train with is of the class acdc"), (decision.State, decision.Reason));
        Assert.Empty(candidates.EntriesBy("1.0"));
    }

    private static PromotionDecision DecideAgainst(Candidates active, DateTimeOffset learnedUpTo, Candidates candidates)
    {
        var models = active.EntriesBy("1.0").Where(entry => entry.Target != "plan").Select(entry => new ActiveModel(ModelArtifact.Load(entry.Artifact, entry.Sha256))).ToList();
        var duel = candidates.Fight(new(models), candidates.BorderAfter(learnedUpTo)!.Value, TestContext.Current.CancellationToken);
        models.ForEach(model => model.Dispose());
        return candidates.Decide(new() { AgainstActive = duel });
    }
}
