using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Instances;

/// <summary>A command's work with the running instance, and with files.</summary>
internal static class InstanceSession
{
    /// <summary>Opens the instance for some work.</summary>
    public static Task<int> RunAsync(Func<RunningInstance, Task<int>> work) => GuardAsync(async () =>
    {
        await using var instance = RunningInstance.Open(Instance.Default(Repository.Root));
        return await work(instance);
    });

    /// <summary>Turns what goes wrong with files and with the broker into a message and an exit code.</summary>
    public static Task<int> GuardAsync(Func<Task<int>> work) => Session.RunAsync(async () =>
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException or RabbitMQClientException or TimeoutException)
        {
            throw new ServerException(problem.Message);
        }
    });
}
