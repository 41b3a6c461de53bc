using System.Text.Json;
using Npgsql;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Wr.Tests.Running;

namespace WorkflowRecovery.Wr.Tests.Models;

/// <summary>The commands against a whole instance whose models were put there by hand; of the oldest one what was stored is damaged.</summary>
public sealed class ModelsCommandTests
{
    private static readonly Guid Damaged = Guid.NewGuid();
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly Guid Shadow = Guid.NewGuid();

    [Fact]
    public async Task Sets_are_listed_shown_compared_promoted_and_rolled_back_with_who_and_why()
    {
        await using var wr = new CommandLine();
        var up = await wr.CallAsync("up");
        Assert.True(up.ExitCode == 0, up.Errors);
        Assert.Contains("There are none", (await wr.CallAsync("models", "list")).Output);
        await EnterAsync(wr);

        var list = await GoodAsync(wr, "models", "list", "--json");
        Assert.Equal(["shadow", "active", "retired", "retired"], list.EnumerateArray().Select(set => set.GetProperty("state").GetString()));
        Assert.Contains("te\\u001Bst", (await wr.CallAsync("models", "show", "4")).Output);
        var compared = (await GoodAsync(wr, "models", "compare", "--json")).GetProperty("comparison");
        Assert.Equal((1, 1), (compared.GetProperty("answered").GetInt32(), compared.GetProperty("differing").GetInt32()));
        Assert.Equal("clone", compared.GetProperty("examples")[0].GetProperty("shadowSays").GetString());
        Assert.Contains("/w/t", (await wr.CallAsync("models", "compare")).Output);

        await GoodAsync(wr, "models", "promote", $"{Shadow}", "--why", "looks good", "--json");
        Assert.Equal("active", await StateAsync(wr, Shadow));
        await GoodAsync(wr, "models", "rollback", "--why", "was not", "--json");
        Assert.Equal(("active", "retired"), (await StateAsync(wr, Second), await StateAsync(wr, Shadow)));
        await GoodAsync(wr, "models", "rollback", "--to", $"{First}", "--why", "older is better", "--json");
        var move = (await GoodAsync(wr, "models", "show", $"{First}", "--json")).GetProperty("moves").EnumerateArray().Last();
        Assert.Contains("older is better", move.GetProperty("why").GetString());
        Assert.StartsWith(Environment.UserName, move.GetProperty("movedBy").GetString());

        var unreadable = await wr.CallAsync("models", "rollback", "--to", $"{Damaged}", "--why", "older still");
        Assert.Equal(1, unreadable.ExitCode);
        Assert.Contains("cannot be read", unreadable.Errors);
        var refused = await wr.CallAsync("models", "promote", $"{First}", "--why", "again");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is active already", refused.Errors);
        Assert.Equal(1, (await wr.CallAsync("models", "compare")).ExitCode);
        Assert.Equal(1, (await wr.CallAsync("models", "show", "77")).ExitCode);
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
    }

    private static async Task<JsonElement> GoodAsync(CommandLine wr, params string[] call)
    {
        var answer = await wr.CallAsync(call);
        Assert.True(answer.ExitCode == 0, answer.Errors);
        return answer.Json;
    }

    private static async Task<string?> StateAsync(CommandLine wr, Guid run) =>
        (await GoodAsync(wr, "models", "show", $"{run}", "--json")).GetProperty("set").GetProperty("state").GetString();

    /// <summary>A retired set, the active one that took over from it, and one in shadow that judged a task which was then answered.</summary>
    private static async Task EnterAsync(CommandLine wr)
    {
        var admin = PostgresAddress.Parse(wr.Instance.ReadSecrets()!.PostgresAdmin);
        admin.Database = PostgresAddress.Parse(wr.Instance.ReadEndpoints()!.Postgres).Database;
        await using var database = NpgsqlDataSource.Create(admin);
        await using var batch = database.CreateBatch();
        var (artifact, sha256) = SmallModel.Train();
        foreach (var (run, number, state, previous) in new[]
        {
            (Damaged, 1, "retired", (Guid?)null), (First, 2, "retired", Damaged), (Second, 3, "active", First), (Shadow, 4, "shadow", null),
        })
        {
            Add(batch, "insert into retrainer.training (run_id, cause, state, done, requested_at) values ($1, 'test', 'done', 1, now())", run);
            Add(batch,
                """
                insert into retrainer.model_set values ($1, $2, E'te\x1bst', $3, now() + $4 * interval '1 hour', case when $2 <> 'shadow' then now() end, null)
                """, run, state, previous, number);
            Add(batch,
                """
                insert into retrainer.model (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
                values ('action', $2, $1, $3, $4, now(), now(), 1, 1, 'test', '{"logLoss": 0.5}', now())
                """, run, number, run == Damaged ? artifact[..^1] : artifact, sha256);
        }

        var eventId = Guid.NewGuid();
        Add(batch, "insert into scorer.recovery_case values ($1, 'w', '/w/t', '2019-01-01', 1, 1, 'review', '2019-01-02', null)", eventId);
        Add(batch, "insert into scorer.recommendation values ($1, 1, $1, 'w', '/w/t', '2019-01-01', '2019-01-01', 'acdc', 'review', 0.9, null, '', $2::jsonb)", eventId, Plans("acdc"));
        Add(batch, "insert into scorer.shadow_judgement values ($1, $2, 1, 1, $3, $4::jsonb, '2019-01-01')", eventId, Shadow, Second, Plans("clone"));
        Add(batch,
            """
            insert into scorer.answer
                (event_id, action_key, revision, recorded_at, received_at, action, memory, splitting, xrootd, secondary, cores, blinded, accepted, disposition, parameters_given)
            values ($1, $1, 1, '2019-01-02', now(), 'clone', 'none', 'none', false, false, false, false, false, 'review', true)
            """, eventId);
        await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] parameters)
    {
#pragma warning disable CA2100 // The statements are the test's own.
        var command = new NpgsqlBatchCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }

    private static string Plans(string action) => $$"""[{"action": "{{action}}", "memory": "none", "splitting": "none", "probability": 1}]""";
}
