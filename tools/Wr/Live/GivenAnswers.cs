using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Scores;

namespace WorkflowRecovery.Wr.Live;

/// <summary>The scorer's own record of what it said, with every plan that was weighed.</summary>
internal static class GivenAnswers
{
    /// <summary>By event, as of the revisions that were seen.</summary>
    public static async Task<IReadOnlyDictionary<Guid, GivenAnswer>> ReadAsync(
        RunningInstance instance, IReadOnlyDictionary<Guid, HeardRecommendation> seen, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            """
            select r.event_id, r.plans::text from scorer.given_recommendation r
            join unnest($1, $2) as seen (event_id, revision) using (event_id, revision)
            """);
        command.Parameters.Add(new() { Value = seen.Keys.ToArray() });
        command.Parameters.Add(new() { Value = seen.Values.Select(heard => heard.Said.Revision).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var answers = new Dictionary<Guid, GivenAnswer>();
        while (await rows.ReadAsync(cancellation))
        {
            var said = seen[rows.GetGuid(0)].Said;
            answers[said.RecommendationId] = GivenAnswer.Of(said.Action, said.MemoryMb, said.Splitting, rows.GetString(1));
        }

        return answers;
    }
}
