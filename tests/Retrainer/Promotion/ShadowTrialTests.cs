using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class ShadowTrialTests
{
    private const double Level = 0.05;
    private const string Good = """[{"action":"acdc","memory":"none","splitting":"none","probability":0.9},{"action":"clone","memory":"none","splitting":"none","probability":0.1}]""";
    private const string Bad = """[{"action":"acdc","memory":"none","splitting":"none","probability":0.4},{"action":"clone","memory":"none","splitting":"none","probability":0.6}]""";

    [Fact]
    public void A_set_that_is_clearly_better_is_promoted_and_the_reason_gives_the_numbers()
    {
        var finding = Judge(Cases(100, Good, Bad), 1000);

        Assert.True(finding.Promote);
        Assert.Contains("better than the active models", finding.Why, StringComparison.Ordinal);
        Assert.Contains("lower by 0.7000", finding.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_clearly_worse_is_retired() =>
        Assert.False(Judge(Cases(100, Bad, Good), 1000).Promote);

    [Fact]
    public void One_that_says_the_same_goes_on_until_the_most_workflows_are_answered_and_is_then_retired()
    {
        Assert.Null(Judge(Cases(99, Good, Good), 100).Promote);
        Assert.False(Judge(Cases(100, Good, Good), 100).Promote);
    }

    [Fact]
    public void A_workflow_counts_once_however_many_tasks_and_answers_it_has()
    {
        var (key, tasks) = (Guid.NewGuid(), Enumerable.Range(0, 500).ToList());

        Assert.Contains("after 1 answered workflows", Judge(tasks.Select(_ => Case("w", key, 0, Good, Bad)), 1000).Why, StringComparison.Ordinal);
        Assert.Contains("after 1 answered workflows", Judge(tasks.Select(at => Case("w", Guid.NewGuid(), at, Good, Bad)), 1000).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_was_better_once_stays_so_in_whatever_order_the_rows_come()
    {
        var cases = Cases(100, Good, Bad).Concat(Cases(900, Bad, Good, from: 100)).ToList();

        Assert.True(Judge(cases, 1000).Promote);
        cases.Reverse();
        Assert.True(Judge(cases, 1000).Promote);
    }

    [Fact]
    public void An_order_that_leaves_its_parameters_open_does_not_count() =>
        Assert.Contains("after 0 answered workflows", Judge([Case("w", Guid.NewGuid(), 0, Good, Bad, parametersGiven: false)], 1000).Why, StringComparison.Ordinal);

    private static TrialFinding Judge(IEnumerable<LiveCase> cases, int mostWorkflows) =>
        ShadowTrial.Judge(ShadowTrial.Counted(cases).Select(counted => counted.Advantage).OfType<double>(), Level, mostWorkflows);

    private static IEnumerable<LiveCase> Cases(int count, string shadow, string active, int from = 0) =>
        Enumerable.Range(from, count).Select(at => Case($"w{at}", Guid.NewGuid(), at, shadow, active));

    private static LiveCase Case(string workflow, Guid key, int minutes, string shadow, string active, bool parametersGiven = true) => new()
    {
        Key = key,
        Workflow = workflow,
        AnsweredAt = StoredSets.Start.AddMinutes(minutes),
        Action = "acdc",
        ParametersGiven = parametersGiven,
        ShadowPlans = shadow,
        ActivePlans = active,
    };
}
