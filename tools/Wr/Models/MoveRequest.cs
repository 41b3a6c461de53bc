using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary>Asks the retrainer for a move and waits for its answer.</summary>
internal sealed class MoveRequest(RunningInstance instance)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="ServerException">The move was refused, or the retrainer does not answer.</exception>
    public async Task<string> RunAsync(ModelMoveRequested request, CancellationToken cancellation)
    {
        await instance.Inside.SendInsideAsync(InsideKeys.ModelMoveRequested, request);
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(LookEvery, cancellation))
        {
            if (await AnswerAsync(request.RequestId, cancellation) is { } answer)
                return answer.Done ? answer.Text : throw new ServerException(SafeText.Of(answer.Text));
        }

        throw new ServerException($"The retrainer has not answered within a minute; it will still do what was asked. See later: {Hint.To("models list")}");
    }

    private async Task<(bool Done, string Text)?> AnswerAsync(Guid requestId, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand("select done, answer from retrainer.handled_request where request_id = $1");
        command.Parameters.Add(new() { Value = requestId });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? (rows.GetBoolean(0), rows.GetString(1)) : null;
    }
}
