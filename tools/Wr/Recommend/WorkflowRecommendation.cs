using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>The newest recommendation of each task of a workflow.</summary>
internal static class WorkflowRecommendation
{
    public static async Task<int> RunAsync(RunningInstance instance, string workflow, bool json, CancellationToken cancellation)
    {
        var bodies = await ReadAsync(instance, workflow, cancellation);
        if (bodies.Count == 0)
            throw new ServerException($"There is no file and no recommendation for a workflow of the name {SafeText.Of(workflow)}.");
        if (json)
            Output.WriteJson(bodies.Select(body => JsonSerializer.Deserialize<JsonElement>(body)));
        else
            RecommendationTable.Show(bodies.Select(body => WireJson.Read<RecoveryRecommended>(body)));
        return ExitCodes.Ok;
    }

    private static async Task<IReadOnlyList<byte[]>> ReadAsync(RunningInstance instance, string workflow, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            """
            select distinct on (task) body from scorer.given_recommendation
            where workflow = $1 order by task, reported_at desc, revision desc
            """);
        command.Parameters.Add(new() { Value = workflow });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var bodies = new List<byte[]>();
        while (await rows.ReadAsync(cancellation))
            bodies.Add((byte[])rows[0]);
        return bodies;
    }
}
