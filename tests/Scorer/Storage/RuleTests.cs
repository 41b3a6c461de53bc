using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Scorer.Tests.Models;
using WorkflowRecovery.Scorer.Tests.Rules;

namespace WorkflowRecovery.Scorer.Tests.Storage;

public sealed class RuleTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));

    [Fact]
    public async Task A_recommendation_names_the_rules_that_fired()
    {
        var matrix = _rounds.Matrix(code: 50660);

        await stores.CasesAt(_clock, TrainedModels.Set).JudgeAsync(matrix, TestContext.Current.CancellationToken);

        Assert.Equal(["unified-memory (passive)", "panda-memory-ladder (passive)"], Assert.Single(await stores.ReceivedOfAsync(matrix.EventId)).Said.Rules);
    }

    [Fact]
    public async Task What_a_rule_decides_is_what_subscribers_are_told()
    {
        var matrix = _rounds.Matrix();

        await stores.CasesAt(_clock, TrainedModels.Set, rules: Books.Ordering("decide")).JudgeAsync(matrix, TestContext.Current.CancellationToken);

        var said = Assert.Single(await stores.ReceivedOfAsync(matrix.EventId)).Said;
        Assert.Equal(("acdc", "10x", "review"), (said.Action, said.Splitting, said.Disposition));
        Assert.Equal("rule.files", said.Reasons[0].Feature);
    }
}
