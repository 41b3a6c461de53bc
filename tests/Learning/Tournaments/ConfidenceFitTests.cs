using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tests.Tournaments;

/// <summary>Bounds from tasks that come in workflows.</summary>
public sealed class ConfidenceFitTests
{
    [Fact]
    public void A_workflow_counts_once_by_the_least_likely_of_its_orders()
    {
        // floor(.05 x 40) = 2: of 39 workflows the second lowest.
        var confidence = Fit([.. Enumerable.Range(1, 39).SelectMany(at => new[] { Task(at, 0.99), Task(at, at / 40.0), Task(at, 0.98) })]);

        Assert.Equal((39, 2 / 40.0), (confidence.CalibratedOn, confidence.LowestPlan));
        Assert.Equal(4 / 40.0, confidence.Actions[(int)RecoveryActionKind.Acdc]);
    }

    [Theory]
    [InlineData(18, false)]
    [InlineData(19, true)]
    public void However_many_tasks_they_have_fewer_than_19_workflows_rule_no_plan_out(int workflows, bool rulesOut) =>
        Assert.Equal(rulesOut, Fit([.. Enumerable.Range(0, workflows * 30).Select(at => Task(at / 30, 0.9))]).LowestPlan > 0);

    [Fact]
    public void An_action_with_fewer_than_9_workflows_is_pooled_however_many_tasks_it_has()
    {
        var plain = Enumerable.Range(0, 40).Select(at => Task(at, 0.9));
        var clones = Enumerable.Range(0, 8 * 20).Select(at => Task(100 + (at / 20), 0.7, RecoveryActionKind.Clone));

        Assert.Contains("clone", Fit([.. plain, .. clones]).Pooled);
        Assert.DoesNotContain("clone", Fit([.. plain, .. clones, Task(200, 0.7, RecoveryActionKind.Clone)]).Pooled);
        Assert.DoesNotContain("acdc", Fit([.. plain]).Pooled);
    }

    [Fact]
    public void A_workflow_is_covered_in_the_check_only_if_all_its_tasks_are()
    {
        var calibrate = Enumerable.Range(1, 39).Select(at => Task(at, at / 40.0)).ToList();
        PlannedTask[] check = [Task(1, 0.9), Task(1, 0.01), Task(2, 0.9), Task(2, 0.9), Task(3, 0.9)];

        Assert.Equal(new ConfidenceCheck(3, 2 / 3.0, 2 / 3.0, 2 / 3.0, 1), ConfidenceFit.Of([], calibrate, check).Check);
    }

    [Fact]
    public void Later_workflows_are_covered_as_promised_on_average_although_siblings_share_their_fate()
    {
        var random = new Random(3);
        var coverage = Enumerable.Range(0, 300).Select(_ => ConfidenceFit.Of([], Some(100, random), Some(100, random)).Check!).ToList();

        Assert.InRange(coverage.Average(check => check.PlanCoverage), 0.945, 0.97);
        Assert.InRange(coverage.Average(check => check.ActionCoverage), 0.89, 0.93);
    }

    private static PlanConfidence Fit(IReadOnlyList<PlannedTask> calibrate) => ConfidenceFit.Of([], calibrate, []);

    /// <summary>Workflows of one to twenty tasks that are all about as likely as one another, large ones less.</summary>
    private static List<PlannedTask> Some(int workflows, Random random) => [.. Enumerable.Range(0, workflows).SelectMany(at =>
    {
        var (tasks, fate) = (random.Next(1, 21), random.NextDouble());
        return Enumerable.Range(0, tasks).Select(_ => Task(at, Math.Clamp((fate / Math.Sqrt(tasks)) + (0.02 * random.NextDouble()), 0.001, 1)));
    })];

    private static PlannedTask Task(int workflow, double probability, RecoveryActionKind kind = RecoveryActionKind.Acdc)
    {
        var report = new ReportedTask { Task = $"/w{workflow}/{probability}", Workflow = $"w{workflow}", ReportedAt = Cases.Begin, Matrix = SiteErrorMatrix.Empty };
        var actions = new double[RecoveryActionNames.All.Count];
        actions[(int)kind] = probability;
        return new(
            new(report, $"f{workflow}", new RecoveryAction(kind), ParametersGiven: true, 1), actions, Ordered: probability, First: probability, Second: 0, FirstRight: true,
            Decision: probability, DecisionRight: true, OrderedMemory: probability, NotPlain: 0, WithMemory: 0, OtherOfAuthors: 0);
    }
}
