using System.Text.Json;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.Operations;

/// <summary>How a service says that it is.</summary>
/// <param name="Name">The service.</param>
/// <param name="State"><c>Healthy</c>, <c>Degraded</c>, <c>Unhealthy</c>, or <c>away</c> when it does not answer.</param>
/// <param name="Version">Version of its program; null when it does not say.</param>
/// <param name="Problems">What it says is wrong.</param>
internal sealed record ServiceState(string Name, string State, string? Version, IReadOnlyList<string> Problems)
{
    public const string Healthy = "Healthy";
    public const string Away = "away";
}

/// <summary>Asks the services how they are.</summary>
internal sealed class ServiceHealth(HttpClient http, IOptions<OperationsOptions> options)
{
    private const int MostBytes = 64 * 1024;

    private sealed record Check(string? Status, string? Description);

    private sealed record Answer(string? Status, string? Version, IReadOnlyDictionary<string, Check>? Checks);

    /// <summary>All that have an address, at the same time.</summary>
    public async Task<IReadOnlyList<ServiceState>> AskAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(options.Value.Services.OrderBy(service => service.Key, StringComparer.Ordinal)
            .Select(service => AskAsync(service.Key, service.Value, cancellationToken)));

    private async Task<ServiceState> AskAsync(string name, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(options.Value.PatienceSeconds));
            using var answer = await http.GetAsync(new Uri(address, "/health/ready"), patience.Token);
            await answer.Content.LoadIntoBufferAsync(MostBytes, patience.Token);
            return StateOf(name, await answer.Content.ReadAsStringAsync(patience.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(name, ServiceState.Away, null, ["It does not answer."]);
        }
    }

    private static ServiceState StateOf(string name, string json)
    {
        var answer = JsonSerializer.Deserialize<Answer>(json, JsonSerializerOptions.Web);
        return new(name, answer?.Status ?? ServiceState.Away, answer?.Version, [.. (answer?.Checks ?? new Dictionary<string, Check>())
            .Where(check => check.Value.Status != ServiceState.Healthy)
            .Select(check => $"{check.Key}: {check.Value.Description ?? check.Value.Status}")]);
    }
}
