using Npgsql;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Packages;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>Runs the work of a command and turns what goes wrong into a message and an exit code.</summary>
internal static class Session
{
    public static async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (MissingPackagesException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCodes.MissingPrerequisite;
        }
        catch (Exception problem) when (problem is ServerException or NpgsqlException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"Interrupted. What was started can be ended with: {Hint.To("down")}");
            return ExitCodes.Failed;
        }
    }
}
