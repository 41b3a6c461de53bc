using Npgsql;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Hosting;

/// <summary>Writes what the services would have written, as the owner of the tables.</summary>
internal sealed class Past(NpgsqlDataSource owner)
{
    public Task RunAsync(string sql, params object?[] values)
    {
        return RunAsync();

        async Task RunAsync()
        {
            await using var command = owner.CreateCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new() { Value = value ?? DBNull.Value });
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    public Task SiteAsync(string site, DateTimeOffset at, string? readiness, string? status) => RunAsync(
        "insert into featurizer.site_status (site, effective_at, source, readiness, status, received_at) values ($1, $2, 'monitor', $3, $4, $2)", site, at, readiness, status);

    public async Task FailureAsync(string workflow, DateTimeOffset at, params (int Code, string Site, long Count)[] cells)
    {
        var (id, task) = (Guid.NewGuid(), $"/{workflow}/Task");
        var matrix = SiteErrorMatrix.Of(cells.Select(cell => new MatrixCell(cell.Code, cell.Site, Readiness.Green, cell.Count)));
        await RunAsync(
            """
            insert into featurizer.event (event_id, workflow, task, family, reported_at, source, observation, sites, matrix_revision, received_at)
            values ($1, $2, $3, $2, $4, 'live', '', '{}', 2, $4)
            """, id, workflow, task, at);
        foreach (var (revision, content) in new[] { (1, SiteErrorMatrix.Empty), (2, matrix) })
        {
            await RunAsync(
                """
                insert into featurizer.matrix (matrix_id, event_id, revision, cause, cells, total_errors, tier_view, tier_view_version, created_at)
                values ($1, $2, $3, 'reported', $4, $5, '', 1, $6)
                """, Guid.NewGuid(), id, revision, MatrixEncoding.Encode(content), content.TotalErrors, at);
        }

        await RunAsync(
            "insert into featurizer.seen_task (event_id, workflow, family, reported_at, codes, cells, errors) values ($1, $2, $2, $3, $4, '{}', '{}')",
            id, workflow, at, cells.Select(cell => cell.Code).Distinct().ToArray());
    }

    public Task OrderAsync(string workflow, DateTimeOffset at, string action, int? memoryMb = null) => RunAsync(
        """
        insert into ingestor.operator_action (key, workflow, task, recorded_at, action, memory_mb, sites, reasons, parameters_given, source, received_at)
        values ($1, $2, null, $3, $4, $5, '{}', '{}', true, 'live', $3)
        """, Guid.NewGuid(), workflow, at, action, memoryMb);

    /// <summary>A training with one set of models, in a state.</summary>
    public async Task<Guid> SetAsync(string state, DateTimeOffset at, string metrics, Guid? previous = null)
    {
        var run = Guid.NewGuid();
        await RunAsync(
            "insert into retrainer.training (run_id, cause, state, done, requested_at, started_at, finished_at, report) values ($1, 'asked for', 'done', 1, $2, $2, $3, '{\"examples\": 900, \"state\": \"active\", \"reason\": \"better\"}')",
            run, at, at.AddMinutes(3));
        await RunAsync(
            "insert into retrainer.model_set (run_id, state, reason, previous_run_id, entered_at, promoted_at) values ($1, $2, 'better <b>', $3, $4, $4)", run, state, previous, at);
        foreach (var (target, json) in new[] { ("action", metrics), ("plan", Models.Metrics.OfPlans) })
        {
            await RunAsync(
                """
                insert into retrainer.model (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
                values ($1, (select coalesce(max(version), 0) + 1 from retrainer.model where target = $1), $2, 'x', repeat('ab', 32), $3, $3, 900, 1, '0.1.0', $4::jsonb, $3)
                """, target, run, at, json);
        }

        await RunAsync(
            "insert into retrainer.model_move (run_id, from_state, to_state, moved_at, moved_by, why, is_rollback) values ($1, 'candidate', $2, $3, 'retrainer', 'better', false)", run, state, at);
        return run;
    }

    /// <summary>A recommendation with its answer.</summary>
    public async Task AnswerAsync(DateTimeOffset at, string? recommended, string ordered, double? confidence, Guid? shadow = null, Guid? active = null, Guid? run = null)
    {
        var id = Guid.NewGuid();
        await RunAsync(
            "insert into scorer.recovery_case (event_id, workflow, task, reported_at, matrix_revision, revision, disposition, expires_at) values ($1, $2, $3, $4, 1, 1, 'review', $4)",
            id, $"w{id:N}", $"/w{id:N}/t", at);
        await RunAsync(
            """
            insert into scorer.recommendation (event_id, revision, message_id, workflow, task, reported_at, recommended_at, action, disposition, confidence, body, plans)
            values ($1, 1, $1, $2, $3, $4, $4, $5, 'review', $6, '', '[{"action": "acdc", "memory": "none", "splitting": "none", "probability": 0.9}]')
            """, id, $"w{id:N}", $"/w{id:N}/t", at, recommended, confidence);
        var agreed = recommended is null ? (bool?)null : recommended == ordered;
        await RunAsync(
            """
            insert into scorer.answer (event_id, action_key, revision, recorded_at, action, memory, splitting, xrootd, secondary, cores, recommended_action, confidence, probability,
                likelier, agreed_action, agreed_order, agreed_plan, blinded, accepted, prompted, disposition, cell, category, run_id, in_action_set, in_plan_set, plans_in_set)
            values ($1, $1, 1, $2, $3, 'none', 'none', false, false, false, $4, $5, $5, 0, $6, $6, $6, false, false, false, 'review', 'acdc MEM T2', 'MEM', $7::uuid, $6, $6::boolean is not null, 1)
            """, id, at, ordered, recommended, confidence, agreed, run);
        if (shadow is not null)
        {
            await RunAsync(
                """
                insert into scorer.shadow_judgement (event_id, run_id, matrix_revision, revision, active_run_id, plans, judged_at)
                values ($1, $2, 1, 1, $3, '[{"action": "clone", "memory": "none", "splitting": "none", "probability": 0.8}]', $4)
                """, id, shadow, active, at.AddMinutes(-1));
        }
    }
}
