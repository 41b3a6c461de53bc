using System.Net.Sockets;
using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.ServiceDefaults.DeadLetters;

namespace WorkflowRecovery.Console.Operations;

/// <summary>What the page of operations shows.</summary>
/// <param name="ReadAt">When it was read.</param>
/// <param name="Services">How each service says that it is.</param>
/// <param name="Standings">How each stands with its tables and with what it has to send.</param>
/// <param name="Newest">When the newest of each kind came to be.</param>
/// <param name="Trainings">The newest trainings first.</param>
/// <param name="Queues">The queues; null when the broker does not answer.</param>
/// <param name="Letters">Dead letters; null when the broker does not answer.</param>
internal sealed record OperationsView(
    DateTimeOffset ReadAt,
    IReadOnlyList<ServiceState> Services,
    IReadOnlyList<ServiceStanding> Standings,
    NewestTimes Newest,
    IReadOnlyList<TrainingRun> Trainings,
    IReadOnlyList<BrokerQueue>? Queues,
    IReadOnlyList<DeadLetterSummary>? Letters);

/// <summary>Reads all of it; while the broker is away, the page still shows the rest.</summary>
internal sealed class OperationsViews(ServiceHealth health, OperationsReader reader, BrokerQueues queues, LetterDesk letters, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<OperationsView> ReadAsync(CancellationToken cancellationToken)
    {
        var asking = health.AskAsync(cancellationToken);
        var broker = BrokerAsync(cancellationToken);
        var (standings, newest) = (await reader.StandingsAsync(cancellationToken), await reader.NewestAsync(cancellationToken));
        var trainings = await reader.TrainingsAsync(cancellationToken);
        var (states, found) = await broker;
        return new(clock.GetUtcNow(), await asking, standings, newest, trainings, states, found);
    }

    private async Task<(IReadOnlyList<BrokerQueue>? Queues, IReadOnlyList<DeadLetterSummary>? Letters)> BrokerAsync(CancellationToken cancellationToken)
    {
        try
        {
            var states = await queues.ReadAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return (states, await letters.ListAsync(states, cancellationToken).WaitAsync(Patience, clock, cancellationToken));
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException or SocketException or TimeoutException)
        {
            return (null, null);
        }
    }
}
