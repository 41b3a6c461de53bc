using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>What the models make of one task.</summary>
/// <param name="Choice">The plan to recommend with its values; null when nothing can be recommended.</param>
/// <param name="Alternatives">Other plans, most likely first.</param>
/// <param name="Reasons">Why, most important first; for an abstention why nothing is recommended.</param>
/// <param name="Plans">Every action x memory x splitting with its probability and the likeliest of its switches.</param>
/// <param name="Models">The models that were asked.</param>
internal sealed record Judgement(
    ChosenPlan? Choice,
    IReadOnlyList<Alternative> Alternatives,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<Plan> Plans,
    IReadOnlyList<ModelReference> Models)
{
    /// <summary>How sure the models are; null when nothing tells, as before the first models that were measured.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>Every whole plan, switches and all, the likeliest first; none without a choice.</summary>
    public IReadOnlyList<Plan> WholePlans { get; init; } = [];

    /// <summary>How the switches are used by which plans that were taken together differ; null without a choice.</summary>
    public SwitchOdds? Switches => SwitchOdds.Of(WholePlans);

    /// <summary>The training of the models; null without models.</summary>
    public Guid? RunId { get; init; }

    /// <summary>The rules that fired, with their states.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The rule whose order <see cref="Choice"/> is; null: it is the models' own.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The rule that keeps anything from being automatic; null when none does.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>A plan as alternatives are told: with what all whole plans of its action, memory and splitting have together.</summary>
    public Alternative AlternativeOf(ChosenPlan chosen) => new()
    {
        Action = chosen.Plan.Action.ToName(),
        MemoryMb = chosen.MemoryMb,
        Splitting = chosen.Splitting,
        Probability = Plans.FirstOrDefault(plan => (plan.Action, plan.Memory, plan.Splitting) == (chosen.Plan.Action, chosen.Plan.Memory, chosen.Plan.Splitting))?.Probability
            ?? chosen.Plan.Probability,
    };
}

/// <summary>A plan with the values that it stands for.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="MemoryMb">Memory in MB for the whole job; null: leave as it is.</param>
/// <param name="Splitting">Splitting; null: leave as it is.</param>
internal sealed record ChosenPlan(Plan Plan, int? MemoryMb, string? Splitting)
{
    /// <summary>Cores per job; null: leave as they are.</summary>
    public int? Cores { get; init; }
}
