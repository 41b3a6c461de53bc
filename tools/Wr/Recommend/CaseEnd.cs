using Npgsql;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>An order that an operator gave in the console.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Why">Why, where there is something to say.</param>
/// <param name="At">When.</param>
internal sealed record CaseOrder(string State, string? Why, DateTimeOffset At);

/// <summary>The operator's action that answers a case.</summary>
/// <param name="Ordered">The action with its parameters.</param>
/// <param name="By">Who ordered it; null when nobody told.</param>
/// <param name="At">When.</param>
/// <param name="AgreedPlan">Whether it is what was recommended; null when nothing was.</param>
internal sealed record CaseAnswer(string Ordered, string? By, DateTimeOffset At, bool? AgreedPlan);

/// <summary>What became of a recommendation, as far as something did.</summary>
internal sealed record CaseEnd(CaseOrder? Order, CaseAnswer? Answer)
{
    private const string Query =
        """
        select asked.event_id, o.state, o.why, o.at, a.action as answer, a.recorded_at, a.agreed_plan, r.operator,
               r.memory_mb, r.splitting, r.xrootd, r.secondary, r.cores, coalesce(r.parameters_given, a.parameters_given, false) as parameters_given
        from unnest($1) as asked (event_id)
        left join lateral (select state, why, at from scorer.approved_order o where o.event_id = asked.event_id order by at desc limit 1) o on true
        left join lateral (select * from scorer.answered_case c where c.event_id = asked.event_id limit 1) a on true
        left join ingestor.recorded_action r on r.key = a.action_key
        """;

    /// <summary>Of each of these events.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CaseEnd>> ReadAsync(RunningInstance instance, Guid[] events, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(Query);
        command.Parameters.Add(new() { Value = events });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var ends = new Dictionary<Guid, CaseEnd>();
        while (await rows.ReadAsync(cancellation))
            ends[(Guid)rows["event_id"]] = new(OrderIn(rows), AnswerIn(rows));
        return ends;
    }

    private static CaseOrder? OrderIn(NpgsqlDataReader row) =>
        row["state"] is string state ? new(state, row["why"] as string, new DateTimeOffset((DateTime)row["at"])) : null;

    private static CaseAnswer? AnswerIn(NpgsqlDataReader row)
    {
        if (row["answer"] is not string answer)
            return null;
        var action = RecoveryActionNames.Read(
            answer, row["memory_mb"] as int?, row["splitting"] as string, row["xrootd"] as string, row["secondary"] as string, row["cores"] as int?);
        return new(
            action is null ? answer : OrderPhrase.Of(action, (bool)row["parameters_given"]),
            row["operator"] as string, new DateTimeOffset((DateTime)row["recorded_at"]), row["agreed_plan"] as bool?);
    }
}
