using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Calibration;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>What is promised of the models, held against what operators answered.</summary>
internal static class KeptPromises
{
    /// <summary>By how much agreement may be below that of always answering acdc.</summary>
    private const double AgreementMargin = 0.02;

    /// <summary>By how many standard errors coverage may be below what was promised.</summary>
    private const double CoverageErrors = 3;

    /// <summary>Where something was recommended, operators agreed as often as with the constant answer, or nearly so.</summary>
    public static string AgreementIsKept(string whose, IEnumerable<AnsweredCase> cases)
    {
        var recommended = cases.Where(answered => answered.Agreed is not null).ToList();
        Assert.True(recommended.Count >= 200, $"{whose}: {recommended.Count} answers are too few to tell");
        var (agreement, constant) = (Share(recommended, answered => answered.Agreed is true), Share(recommended, answered => answered.Ordered == RecoveryActionKind.Acdc));
        var numbers = $"{whose}: agreement {agreement:F3}, constant answer {constant:F3}, n {recommended.Count} tasks of {WorkflowsOf(recommended)} workflows";
        Assert.True(agreement >= constant - AgreementMargin, numbers);
        return numbers;
    }

    /// <summary>The ordered action was among those that were said to be possible as often as was promised, as far as so few workflows can tell.</summary>
    public static string CoverageIsKept(string whose, PlanConfidence promise, IEnumerable<AnsweredCase> cases)
    {
        var judged = cases.ToList();
        Assert.True(judged.Count >= 200, $"{whose}: {judged.Count} answers are too few to tell");
        var sets = new ConformalSets(promise.Actions);
        var coverage = Share(judged, answered => sets.Of(answered.Actions).Contains((int)answered.Ordered));
        var (promised, workflows) = (1 - promise.ActionAlpha, WorkflowsOf(judged));
        var least = promised - ShortfallOf(promised, workflows, (double)promise.CalibratedOn * workflows / judged.Count);
        var numbers = $"{whose}: coverage of actions {coverage:F3}, promised {promised:F2} by {promise.CalibratedOn} tasks, of so few at least {least:F3}, n {judged.Count} tasks of {workflows} workflows";
        Assert.True(coverage >= least, numbers);
        return numbers;
    }

    /// <summary>
    /// How far chance may take coverage below what was promised: the bounds come from a sample as the answers do, and the unit
    /// of both is the workflow, whose tasks share their order.
    /// </summary>
    private static double ShortfallOf(double promised, double judged, double calibrating) =>
        CoverageErrors * Math.Sqrt(promised * (1 - promised) * ((1 / judged) + (1 / calibrating)));

    private static double Share(List<AnsweredCase> cases, Func<AnsweredCase, bool> condition) => cases.Average(answered => condition(answered) ? 1.0 : 0);

    private static int WorkflowsOf(List<AnsweredCase> cases) => cases.Select(answered => answered.Workflow).Distinct().Count();
}
