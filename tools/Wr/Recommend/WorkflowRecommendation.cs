using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>The newest recommendation of each task of a workflow.</summary>
/// <param name="instance">Where to look.</param>
/// <param name="similar">How many similar past tasks to show with each; null for none at all.</param>
internal sealed class WorkflowRecommendation(RunningInstance instance, int? similar)
{
    public async Task<int> RunAsync(string workflow, bool json, CancellationToken cancellation)
    {
        var bodies = await ReadAsync(workflow, cancellation);
        if (bodies.Count == 0)
            throw new ServerException($"There is no file and no recommendation for a workflow of the name {SafeText.Of(workflow)}. Those in assistance: {Hint.To("queue")}");
        IReadOnlyList<RecoveryRecommended> said = [.. bodies.Select(body => WireJson.Read<RecoveryRecommended>(body))];
        var ends = await CaseEnd.ReadAsync(instance, [.. said.Select(one => one.RecommendationId)], cancellation);
        IReadOnlyList<SimilarPast>? past = similar is { } count ? await SimilarPast.OfAsync(instance, said, count, cancellation) : null;
        if (json)
            Output.WriteJson(bodies.Select((body, at) => Json(body, ends[said[at].RecommendationId], past?[at])));
        else
            Describe(said, ends, await ModelsInUse.AreThereAsync(instance, cancellation), past);
        return ExitCodes.Ok;
    }

    private static void Describe(
        IReadOnlyList<RecoveryRecommended> said, IReadOnlyDictionary<Guid, CaseEnd> ends, bool hasModels, IReadOnlyList<SimilarPast>? past)
    {
        foreach (var (at, one) in said.Index())
        {
            if (at > 0)
                Console.WriteLine();
            foreach (var line in RecommendationDetails.Of(one, ends[one.RecommendationId], hasModels).Lines(Listing.IsPiped ? null : Listing.ScreenWidth()))
                Console.WriteLine(line);
            if (past is not null)
                SimilarText.Show(one, past[at]);
        }
    }

    /// <summary>The recommendation as it was published, and beside its members what became of it, and the similar tasks when they were asked for.</summary>
    private static JsonNode Json(byte[] body, CaseEnd end, SimilarPast? similar)
    {
        var said = JsonNode.Parse(body)!;
        if (end.Order is { } order)
            said["order"] = JsonSerializer.SerializeToNode(order, WireJson.Options);
        if (end.Answer is { } answer)
            said["answer"] = JsonSerializer.SerializeToNode(answer, WireJson.Options);
        if (similar is not null)
            said["similar"] = SimilarText.Json(similar);
        return said;
    }

    /// <summary>What a blinded case would have said is there to be read once an operator has answered it.</summary>
    private async Task<IReadOnlyList<byte[]>> ReadAsync(string workflow, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            """
            select distinct on (given.task) coalesce(unblinded.content, given.body)
            from scorer.given_recommendation given
            left join scorer.unblinded_case unblinded on unblinded.event_id = given.event_id and unblinded.revision = given.revision
            where given.workflow = $1 order by given.task, given.reported_at desc, given.revision desc
            """);
        command.Parameters.Add(new() { Value = workflow });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var bodies = new List<byte[]>();
        while (await rows.ReadAsync(cancellation))
            bodies.Add((byte[])rows[0]);
        return bodies;
    }
}
