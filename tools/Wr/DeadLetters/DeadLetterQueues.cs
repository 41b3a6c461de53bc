using System.Text.RegularExpressions;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.RabbitMq;
using WorkflowRecovery.ServiceDefaults.DeadLetters;

namespace WorkflowRecovery.Wr.DeadLetters;

/// <summary>The queues that keep dead letters: that of refused messages, and one for each endpoint that ever failed.</summary>
internal static partial class DeadLetterQueues
{
    public static async Task<IReadOnlyList<string>> ListAsync(BrokerAccounts broker, CancellationToken cancellation)
    {
        using var management = new ManagementApi(broker.Management);
        var queues = await management.GetAsync($"queues/{Uri.EscapeDataString(broker.VirtualHost)}?columns=name", cancellation);
        return Choose(queues.EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!));
    }

    /// <summary>Those that keep dead letters, the refused first.</summary>
    public static IReadOnlyList<string> Choose(IEnumerable<string> names) =>
        [.. names.Where(name => name == Names.RejectedQueue || OfAnEndpoint().IsMatch(name)).OrderBy(name => name != Names.RejectedQueue).ThenBy(name => name, StringComparer.Ordinal)];

    [GeneratedRegex(@"^wr\..*_error$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfAnEndpoint();
}
