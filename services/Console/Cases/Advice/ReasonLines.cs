using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>Reasons by what they are reasons for.</summary>
/// <param name="Weighed">What models saw, with its weight in log-odds.</param>
/// <param name="HeldBack">What keeps the recommendation from being automatic, or from being made.</param>
internal sealed record ReasonLines(IReadOnlyList<Reason> Weighed, IReadOnlyList<Reason> HeldBack)
{
    /// <summary>Those of the models have a weight; all others say why no more is done.</summary>
    public static ReasonLines Of(IReadOnlyList<Reason> reasons) =>
        new([.. reasons.Where(IsFor)], [.. reasons.Where(reason => !IsFor(reason))]);

    /// <summary>How much a reason weighs beside the weightiest, 0 to 1.</summary>
    public double ShareOf(Reason reason)
    {
        var most = Weighed.Max(one => Math.Abs(one.Contribution ?? 0));
        return most == 0 ? 0 : Math.Abs(reason.Contribution ?? 0) / most;
    }

    private static bool IsFor(Reason reason) => reason.Contribution is not null || reason.Feature.StartsWith("rule.", StringComparison.Ordinal);
}
