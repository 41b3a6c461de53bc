using System.Security.Claims;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.DeadLetters;

namespace WorkflowRecovery.Console.Operations;

/// <summary>Looks into the dead letters, and sends them again for experts.</summary>
internal sealed class LetterDesk(IOptions<BrokerOptions> broker, IOptions<OperationsOptions> options, AuditTrail trail, RefusalLog refusals)
{
    private const string Connection = "console dead letters";

    /// <summary>The oldest of each queue that has any.</summary>
    /// <param name="states">What queues there are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<DeadLetterSummary>> ListAsync(IEnumerable<BrokerQueue> states, CancellationToken cancellationToken)
    {
        await using var box = await DeadLetterBox.OpenAsync(broker.Value.Uri, Connection, cancellationToken);
        var letters = new List<DeadLetterSummary>();
        foreach (var queue in FilledQueues(states))
            letters.AddRange(await box.ReadAsync(queue, options.Value.MostLetters, DeadLetterSummary.Of, cancellationToken));
        return letters;
    }

    /// <summary>One letter; null when it is not there any more.</summary>
    public async Task<DeadLetter?> FindAsync(string queue, string id, CancellationToken cancellationToken)
    {
        if (!IsOfDeadLetters(queue))
            return null;
        await using var box = await DeadLetterBox.OpenAsync(broker.Value.Uri, Connection, cancellationToken);
        return await box.FindAsync(queue, letter => letter.Id == id, cancellationToken);
    }

    /// <summary>Sends a letter again where it came from. It is written down first: what cannot be written down is not done.</summary>
    /// <returns>What there is to say.</returns>
    public async Task<(bool Done, string Text)> SendAgainAsync(string queue, string id, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (!Person.Is(by, Role.Expert))
        {
            await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = new { LetterVerbs.SentAgain, queue, id } });
            return (false, $"Only the role {Role.Expert.ToWord()} may do this.");
        }

        if (await FindAsync(queue, id, cancellationToken) is not { } letter)
            return (false, "It is not there any more.");
        await trail.WriteAsync(AuditEntry.By(by, LetterVerbs.SentAgain) with { Shown = DeadLetterSummary.Of(letter), Details = new { queue, id } }, cancellationToken);
        try
        {
            await using var box = await DeadLetterBox.OpenAsync(broker.Value.Uri, Connection, cancellationToken);
            var sent = await box.ReplayAsync(queue, other => other.Id == id, cancellationToken);
            return sent > 0 ? (true, sent == 1 ? "Sent again." : $"Sent again, with {sent - 1} equal ones.") : (false, "Somebody else was faster.");
        }
        catch (Exception failure) when (failure is IOException or TimeoutException)
        {
            await trail.WriteAsync(AuditEntry.By(by, LetterVerbs.NotSent) with { Details = new { queue, id, failure.Message } }, cancellationToken);
            return (false, failure.Message);
        }
    }

    private static IEnumerable<string> FilledQueues(IEnumerable<BrokerQueue> states) => states
        .OrderBy(state => state.Name != Names.RejectedQueue)
        .Where(state => state.Name == Names.RejectedQueue ? state.Messages > 0 : state.Dead > 0)
        .Select(state => state.Name == Names.RejectedQueue ? state.Name : state.Name + Return.ErrorEnding);

    private static bool IsOfDeadLetters(string queue) =>
        queue == Names.RejectedQueue || InsideEndpoints.All.Any(known => known.Queue + Return.ErrorEnding == queue);
}
