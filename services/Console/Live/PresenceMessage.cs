using System.Text.Json;

namespace WorkflowRecovery.Console.Live;

/// <summary>What consoles tell each other of a visit to a workflow's page.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="User">Who visits.</param>
/// <param name="IsHere">False once the visit is over.</param>
internal sealed record PresenceMessage(Guid Visit, string Workflow, string User, bool IsHere)
{
    /// <summary>A notification holds less than 8,000 bytes.</summary>
    private const int LongestPayload = 7_900;

    /// <summary>Null when it is too long to be told.</summary>
    public string? Write() => JsonSerializer.Serialize(this) is { Length: <= LongestPayload } text ? text : null;

    /// <summary>Null when it is no such message.</summary>
    public static PresenceMessage? Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<PresenceMessage>(payload) is { Workflow: not null, User: not null } message ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
