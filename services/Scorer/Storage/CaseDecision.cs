using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Decides a case with the facts of the database, within the transaction that stores what is decided.</summary>
internal sealed class CaseDecision(ScorerDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
{
    public async Task<Decision> OfAsync(CaseFile file)
    {
        var known = file with { Facts = await new FactReader(database, now, cancellationToken).ReadAsync(file) };
        var decision = Decision.Of(known);
        return decision.Disposition == Disposition.Automatic ? decision.HeldBackBy([.. await OfOthersAsync(known)]) : decision;
    }

    /// <summary>
    /// Those that would be automatic pass one at a time, so that each sees what those before it left that passed here: of such as come at
    /// once no more are automatic than a cone lets pass. What goes to review takes no turn, and is seen by cones once it is stored.
    /// </summary>
    private async Task<IEnumerable<Contracts.Outside.Reason>> OfOthersAsync(CaseFile file)
    {
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('automatic recommendation', 2))", cancellationToken);
        if (await WaitingOrders.AnyAsync(database, file.Event, cancellationToken))
            return [Because.Of("guard.order", "An operator's order for this task waits to be sent.")];

        var frozen = await Cones.FrozenAsync(database, file, cancellationToken);
        if (frozen.Count > 0)
            return frozen.Select(cone => cone.Frozen());

        var ruledOut = await Coverage.OfPlansAsync(database, file.Judgement.RunId, cancellationToken);
        if (ruledOut.LowerBound > file.Judgement.Certainty?.PlanAlpha)
            return [Because.Of("certainty.live", $"Of {ruledOut.Cases} workflows that operators decided unprompted, the plans of {ruledOut.Hits} had been ruled out: more than was promised.")];

        var exhausted = await Budgets.TakeAsync(database, BudgetClaim.Of(file), BudgetClaim.WindowsOf(file.Event.ReportedAt, now), cancellationToken);
        return exhausted.Select(claim => claim.Exhausted());
    }
}
