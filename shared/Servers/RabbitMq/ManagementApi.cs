using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace WorkflowRecovery.Servers.RabbitMq;

/// <summary>RabbitMQ's management API over HTTP (plugin rabbitmq_management, its own documentation at /api/).</summary>
public sealed class ManagementApi : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="address">Address with user and password.</param>
    public ManagementApi(Uri address)
    {
        var (user, password) = Credentials.Of(address);
        _http = new HttpClient { BaseAddress = new Uri($"{address.Scheme}://{address.Authority}/api/"), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        UserName = user;
    }

    /// <summary>The user who administers.</summary>
    public string UserName { get; }

    /// <summary>Whether the node answers and listens for AMQP on a port.</summary>
    public async Task<bool> ListensOnAsync(int port, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri($"health/checks/port-listener/{port}", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Makes something or replaces it.</summary>
    /// <param name="path">Path below <c>/api/</c>, its parts escaped.</param>
    /// <param name="body">What to send as JSON.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ServerException">The broker refused.</exception>
    public async Task PutAsync(string path, object body, CancellationToken cancellation)
    {
        using var answer = await _http.PutAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        await RequireSuccessAsync(answer, path, cancellation);
    }

    /// <summary>Removes something; that it is not there is no error.</summary>
    /// <exception cref="ServerException">The broker refused.</exception>
    public async Task DeleteAsync(string path, CancellationToken cancellation)
    {
        using var answer = await _http.DeleteAsync(new Uri(path, UriKind.Relative), cancellation);
        if (answer.StatusCode != HttpStatusCode.NotFound)
            await RequireSuccessAsync(answer, path, cancellation);
    }

    /// <summary>Reads something as JSON.</summary>
    /// <exception cref="ServerException">The broker refused, or there is no such thing.</exception>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellation)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        await RequireSuccessAsync(answer, path, cancellation);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task RequireSuccessAsync(HttpResponseMessage answer, string path, CancellationToken cancellation)
    {
        if (!answer.IsSuccessStatusCode)
            throw new ServerException($"The broker's management API answered {(int)answer.StatusCode} for {path}: {await answer.Content.ReadAsStringAsync(cancellation)}");
    }
}
