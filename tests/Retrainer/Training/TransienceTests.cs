using Npgsql;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Tests.Training;

public sealed class TransienceTests
{
    private static readonly NpgsqlException Cut = new("cut", new IOException("reset"));

    public static TheoryData<Exception, bool> Failures { get; } = new()
    {
        { Cut, true },
        { new InvalidOperationException("likely due to a transient failure", Cut), true },
        { new InvalidOperationException("wrapped", new InvalidOperationException("twice", Cut)), true },
        { new PostgresException("restart", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown), true },
        { new PostgresException("twice", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation), false },
        { new InvalidOperationException("of our own"), false },
        { new FormatException("'x' is not an action"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_passes_with_the_servers_trouble_is_told_from_what_stays(Exception failure, bool passes) => Assert.Equal(passes, Transience.Is(failure));
}
