using System.Diagnostics.CodeAnalysis;

namespace WorkflowRecovery.Servers.Fleet;

/// <summary>Asks a service how it is.</summary>
internal static class Health
{
    [SuppressMessage("Design", "CA1031", Justification = "A service that cannot be asked, for whatever reason, is not ready.")]
    public static async Task<bool> IsReadyAsync(HttpClient http, Uri service, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(service, "/health/ready"), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
