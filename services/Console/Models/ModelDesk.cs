using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Shell;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Console.Models;

/// <summary>
/// Takes what experts and administrators ask of models. It is written down in the transaction that stages the message or
/// moves the switch; whoever may not ask for it is refused here, whatever a page shows.
/// </summary>
internal sealed partial class ModelDesk(
    IDbContextFactory<ConsoleDatabase> databases, AuditTrail trail, RefusalLog refusals, OutgoingPublisher<ConsoleDatabase> outgoing, TimeProvider clock, ILogger<ModelDesk> logger)
{
    /// <summary>Asks the retrainer to move a set; for experts.</summary>
    /// <param name="move">One of <see cref="ModelMoves"/>.</param>
    /// <param name="runId">The set; null for a rollback to the one that was active before.</param>
    /// <param name="why">Why.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<DeskAnswer> AskAsync(string move, Guid? runId, string why, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(by, Role.Expert, why, new { ModelVerbs.MoveRequested, move, runId }) is { } refusal)
            return refusal;

        var request = new ModelMoveRequested(Guid.CreateVersion7(clock.GetUtcNow()), move, runId, Person.NameOf(by), why.Trim());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Outgoing.Add(InsideMessage.Stage(request.RequestId, request.RequestId, InsideKeys.ModelMoveRequested, request, clock.GetUtcNow()));
        trail.Add(AuditEntry.By(by, ModelVerbs.MoveRequested) with { Shown = await ShownSets.OfAsync(database, runId, cancellationToken), Details = request }, database);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await PublishAsync(request.RequestId, cancellationToken);
        return new(true, "The retrainer was asked; it answers within seconds.", request.RequestId);
    }

    /// <summary>Moves the switch for automatic recovery; for administrators.</summary>
    public async Task<DeskAnswer> SwitchAsync(bool isOn, string why, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(by, Role.Admin, why, new { ModelVerbs.AutomaticSwitched, isOn }) is { } refusal)
            return refusal;

        var (name, reason) = (Person.NameOf(by), why.Trim());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var before = await database.Database.SqlQuery<MovedSwitch>(
            $"select switched_at, is_on, switched_by, why from scorer.automatic_switch order by number desc limit 1").ToListAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"insert into scorer.automatic_switch (is_on, switched_by, why) values ({isOn}, {name}, {reason})", cancellationToken);
        trail.Add(AuditEntry.By(by, ModelVerbs.AutomaticSwitched) with { Shown = new { isOn = before is [{ IsOn: true }], last = before.SingleOrDefault() }, Details = new { isOn, why = reason } }, database);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(true, isOn ? "Automatic recovery is on." : "Automatic recovery is off for every decision from now on.");
    }

    private async Task<DeskAnswer?> RefusalAsync(ClaimsPrincipal by, Role least, string why, object asked)
    {
        if (!Person.Is(by, least))
        {
            await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = asked });
            return new(false, $"Only the role {least.ToWord()} may do this.");
        }

        if (ConfirmForm.Problem(why) is not { } problem)
            return null;
        await refusals.WriteAsync(AuditEntry.By(by, ModelVerbs.Refused) with { Details = new { asked, why = problem } });
        return new(false, problem);
    }

    /// <summary>What could not be published now goes out with the next sweep.</summary>
    private async Task PublishAsync(Guid origin, CancellationToken cancellationToken)
    {
        try
        {
            await outgoing.PublishAsync(origin, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogLater(failure, origin);
        }
    }

    [LoggerMessage(60, LogLevel.Warning, "Could not publish the request {RequestId} at once; it goes out later")]
    private partial void LogLater(Exception failure, Guid requestId);
}
