using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>What is promised of the models, held against what operators answered. Workflows are what varies, since their tasks share their fate.</summary>
internal static class KeptPromises
{
    /// <summary>Of an interval that a promise is held against: one promise in a hundred looks broken by chance.</summary>
    private const double Level = 0.98;

    /// <summary>Operators may agree more often than was promised, as they do for a while after a drift, but who promises far too little knows little.</summary>
    private const double TooModest = 0.1;

    /// <summary>By so much operators may agree less often than was promised, chance included.</summary>
    private const double TooBold = 0.05;

    /// <summary>Standard errors that coverage may fall short by: chance alone does so once in a thousand times.</summary>
    private const double Errors = 3.1;

    private const int LeastWorkflows = 100;
    private const double WidestInterval = 0.2;

    /// <summary>Whether something was recommended for so many workflows that a promise can be held against them.</summary>
    public static bool IsEnough(IEnumerable<AnsweredCase> cases) => WorkflowsOf([.. cases.Where(answered => answered.Agreed is not null)]) >= LeastWorkflows;

    /// <summary>Where something was recommended, operators ordered just that as often as confidence promised, and surely more often than who always answers a plain acdc.</summary>
    public static string AgreementIsKept(string whose, IEnumerable<AnsweredCase> cases)
    {
        var recommended = cases.Where(answered => answered.Agreed is not null).ToList();
        var (more, above) = (Over(recommended, answered => Of(answered.Agreed is true) - answered.Confidence!.Value), Over(recommended, answered => Of(answered.Agreed is true) - Of(answered.IsPlain)));
        var numbers = FormattableString.Invariant(
            $"{whose}: agreement {recommended.Average(one => Of(one.Agreed is true)):F3}, mean confidence {recommended.Average(one => one.Confidence!.Value):F3}, difference {more.Low:F3} to {more.High:F3}; above the constant answer by {above.Low:F3} to {above.High:F3}; {WorkflowsOf(recommended)} workflows");
        Assert.True(WorkflowsOf(recommended) >= LeastWorkflows && more.High - more.Low <= WidestInterval, $"{numbers}: too few to tell");
        Assert.True(more.High >= 0 && more.Low <= TooModest, numbers);
        Assert.True(recommended.Average(one => Of(one.Agreed is true) - one.Confidence!.Value) >= -TooBold, numbers);
        Assert.True(above.Low > 0, numbers);
        return numbers;
    }

    /// <summary>
    /// In as many workflows as was promised, everything that was ordered was among what had not been ruled out. Both the
    /// calibrating workflows and those judged are samples, so that coverage may fall short by some standard errors of their difference.
    /// </summary>
    public static string CoverageIsKept(string whose, PlanConfidence promise, IEnumerable<AnsweredCase> cases)
    {
        var workflows = cases.GroupBy(answered => answered.Workflow).ToList();
        var (actions, plans) = (workflows.Average(tasks => Of(tasks.All(task => task.ActionCovered))), workflows.Average(tasks => Of(tasks.All(task => task.PlanCovered))));
        var (lowestActions, lowestPlans) = (Lowest(promise.ActionAlpha), Lowest(promise.PlanAlpha));
        var numbers = FormattableString.Invariant(
            $"{whose}: coverage of actions {actions:F3}, promised {1 - promise.ActionAlpha:F2}, at least {lowestActions:F3}; of whole plans {plans:F3}, promised {1 - promise.PlanAlpha:F2}, at least {lowestPlans:F3}; by {promise.CalibratedOn} workflows, on {workflows.Count}; check {promise.Check}");
        Assert.True(workflows.Count >= LeastWorkflows && promise.CalibratedOn >= 19, $"{numbers}: too few to tell");
        Assert.True(actions >= lowestActions, numbers);
        Assert.True(plans >= lowestPlans, numbers);
        return numbers;

        double Lowest(double alpha) => 1 - alpha - (Errors * Math.Sqrt((1 - alpha) * alpha * ((1.0 / workflows.Count) + (1.0 / promise.CalibratedOn))));
    }

    private static BootstrapInterval Over(List<AnsweredCase> cases, Func<AnsweredCase, double> difference) => new GroupBootstrap(rounds: 500, seed: 1, Level).Of(
        [.. cases.Select(answered => answered.Workflow)], rows => rows.Average(row => difference(cases[row])));

    private static double Of(bool holds) => holds ? 1 : 0;

    private static int WorkflowsOf(List<AnsweredCase> cases) => cases.Select(answered => answered.Workflow).Distinct().Count();
}
