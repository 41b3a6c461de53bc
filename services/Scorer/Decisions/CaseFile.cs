using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>All that a decision looks at.</summary>
internal sealed record CaseFile(MatrixStored Stored, SiteErrorMatrix Matrix, Judgement Judgement, PolicyInUse Policy, Facts Facts)
{
    public WorkflowAssistanceRequested Event => Stored.Event;

    public Dominant Dominant { get; } = Dominant.Of(Matrix);

    /// <summary>Failures with a code at places where jobs run.</summary>
    public IReadOnlyList<MatrixCell> Failures { get; } = [.. Matrix.Cells.Where(
        cell => cell.Code != SiteErrorMatrix.NotReported && SiteCatalogue.Of(cell.Site).Kind == SiteKind.Compute)];

    /// <summary>The campaign as reported, else as the workflow's name tells it; empty when neither does.</summary>
    public string Campaign => TaskWork.CampaignOf(Event) ?? "";

    /// <summary>The kind of case; null when nothing is recommended.</summary>
    public string? Cell => Judgement.Choice is { } choice ? Decisions.Cell.Of(choice.Plan, Dominant) : null;

    /// <summary>Whether it is drawn for operators to decide without hearing from us, whatever would be done otherwise: so the answers tell of all kinds of cases.</summary>
    public bool IsDrawn => Blinding.Draws(Stored.EventId, Policy.Policy.BlindedShare);

    /// <summary>Where a recovery would run.
    public SiteChoice Sites => SiteResolution.Auto(Event, [.. Stored.UnavailableSites]);
}
