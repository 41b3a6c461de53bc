using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>The moves that people ask for: each is done once or refused, and what became of it is kept.</summary>
internal sealed partial class RequestedMoves(ModelRegistry registry, TimeProvider clock, ILogger<RequestedMoves> logger)
{
    private sealed record Outcome(bool Done, string Answer);

    public Task<bool> HandleAsync(ModelMoveRequested request, CancellationToken cancellationToken) => registry.ChangeAsync(async (database, changes) =>
    {
        if (await database.MoveRequests.FindAsync([request.RequestId], cancellationToken) is { } known)
            return known.Done;

        var outcome = await DecideAsync(request, changes);
        database.MoveRequests.Add(new()
        {
            RequestId = request.RequestId,
            Move = request.Move,
            RunId = request.RunId,
            RequestedBy = request.By,
            Why = request.Why,
            Done = outcome.Done,
            Answer = outcome.Answer,
            HandledAt = clock.GetUtcNow(),
        });
        await database.SaveChangesAsync(cancellationToken);
        LogHandled(request.Move, request.By, outcome.Answer);
        return outcome.Done;
    }, cancellationToken);

    private static async Task<Outcome> DecideAsync(ModelMoveRequested request, SetChanges changes)
    {
        if (string.IsNullOrWhiteSpace(request.Why))
            return No("It must be said why.");
        var set = request.RunId is { } runId ? await changes.FindAsync(runId) : null;
        if (request.RunId is not null && set is null)
            return No($"There is no set of models of training {request.RunId}.");
        return (request.Move, set) switch
        {
            (ModelMoves.Rollback, _) => await RollBackAsync(request, changes, set),
            (ModelMoves.Promote, not null) => await PromoteAsync(request, changes, set),
            (ModelMoves.Retire, not null) => await RetireAsync(request, changes, set),
            _ => No($"'{request.Move}' is no move of a set of models that was named."),
        };
    }

    private static async Task<Outcome> PromoteAsync(ModelMoveRequested request, SetChanges changes, SetRow set)
    {
        if (set.State == SetState.Active)
            return No($"{set.RunId} is active already.");
        if (await changes.WhyUnusableAsync(set) is { } why)
            return No(why);
        await changes.ActivateAsync(set, request.By, request.Why);
        return new(true, $"{set.RunId} is active.");
    }

    private static async Task<Outcome> RollBackAsync(ModelMoveRequested request, SetChanges changes, SetRow? to)
    {
        var active = await changes.InStateAsync(SetState.Active);
        if (active is null)
            return No("No set of models is active.");
        to ??= active.PreviousRunId is { } previous ? await changes.FindAsync(previous) : null;
        if (to is null)
            return No($"No set of models was active before {active.RunId}.");
        if (to == active)
            return No($"{to.RunId} is active already.");
        if (to.PromotedAt is null)
            return No($"{to.RunId} was never active.");
        if (await changes.WhyUnusableAsync(to) is { } why)
            return No(why);
        await changes.RollBackAsync(active, to, request.By, request.Why);
        return new(true, $"{to.RunId} is active again, {active.RunId} is retired.");
    }

    private static async Task<Outcome> RetireAsync(ModelMoveRequested request, SetChanges changes, SetRow set)
    {
        if (set.State != SetState.Shadow)
            return No($"{set.RunId} is not in shadow but {set.State}.");
        await changes.MoveAsync(set, SetState.Retired, request.By, request.Why);
        return new(true, $"{set.RunId} is retired.");
    }

    private static Outcome No(string why) => new(false, why);

    [LoggerMessage(20, LogLevel.Information, "Move of models '{Move}' asked for by {By}: {Answer}")]
    private partial void LogHandled(string move, string by, string answer);
}
