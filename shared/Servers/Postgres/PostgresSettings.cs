namespace WorkflowRecovery.Servers.Postgres;

/// <summary>What a private Postgres keeps about itself between two starts.</summary>
internal sealed record PostgresSettings(int Port, string Password)
{
    public static PostgresSettings New() => new(FreePort.Next(), Servers.Password.Random());
}
