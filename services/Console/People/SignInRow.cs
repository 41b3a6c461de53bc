namespace WorkflowRecovery.Console.People;

/// <summary>A sign-in: what its cookie and its open pages may do ends with it.</summary>
internal sealed class SignInRow
{
    public required Guid Session { get; init; }
    public required string Who { get; init; }
    public required string Role { get; init; }

    /// <summary>How they signed in.</summary>
    public required string Way { get; init; }

    public required DateTimeOffset BeganAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
