using Npgsql;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>Whether a failure is one of the servers that passes, so that the same work may well succeed when it comes again.</summary>
internal static class Transience
{
    public static bool Is(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        { InnerException: { } cause } => Is(cause),
        _ => false,
    };
}
