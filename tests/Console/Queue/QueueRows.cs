using Npgsql;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Tests.Queue;

/// <summary>Writes what featurizer and scorer would have written of reported tasks, as the owner of all tables.</summary>
internal sealed class QueueRows(DatabaseAccounts database) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _owner = NpgsqlDataSource.Create(database.Migrator);

    public async Task AddAsync(params IReadOnlyList<ReportedCase> cases)
    {
        await RunAsync(
            """
            insert into featurizer.event (event_id, workflow, task, family, reported_at, source, observation, sites, matrix_revision, received_at,
                campaign, priority, status, total_jobs, failed_jobs, attempt)
            select id, w, t, w, at, 'live', '{}', '{}', 1, at, 'RunIISummer20', 85000, 'assistance-manual', 100, 10, 1
            from unnest($1, $2, $3, $4) as one (id, w, t, at)
            """, Ids(cases), Workflows(cases), Tasks(cases), Times(cases));
        await RunAsync(
            """
            insert into featurizer.matrix (matrix_id, event_id, revision, cause, cells, total_errors, tier_view, tier_view_version, created_at)
            select gen_random_uuid(), id, 1, 'reported', cells, 10, '', 1, at from unnest($1, $2, $3) as one (id, cells, at)
            """, Ids(cases), cases.Select(CellsOf).ToArray(), Times(cases));
        await RunAsync(
            """
            insert into scorer.recovery_case (event_id, workflow, task, reported_at, matrix_revision, revision, disposition, expires_at)
            select id, w, t, at, 1, 1, d, at + interval '24 hours' from unnest($1, $2, $3, $4, $5) as one (id, w, t, at, d)
            """, Ids(cases), Workflows(cases), Tasks(cases), Times(cases), cases.Select(reported => reported.Disposition).ToArray());
        await SayAsync(cases, 1);
    }

    /// <summary>The next revision of what is recommended.</summary>
    public async Task ReviseAsync(ReportedCase reported, int revision)
    {
        await SayAsync([reported], revision);
        await RunAsync("update scorer.recovery_case set revision = $2 where event_id = $1", reported.EventId, revision);
    }

    /// <summary>Marks what was recommended as gone out, as the scorer does once the broker has it.</summary>
    public Task PublishAsync() => RunAsync("update scorer.outgoing_message set published_at = now() where published_at is null");

    public Task AnswerAsync(ReportedCase reported, DateTimeOffset at) =>
        RunAsync("update scorer.recovery_case set answered_at = $2 where event_id = $1", reported.EventId, at);

    /// <summary>An order as an operator submits it.</summary>
    public Task OrderAsync(ReportedCase reported, string state) => RunAsync(
        """
        insert into console.order (order_id, approval_id, group_id, event_id, workflow, task, seen_revision, scope, action, ordered, recorded, recorded_at, operator, state, due_at)
        values ($1, $1, $1, $2, $3, $4, 1, 'task', 'acdc', '{}', '', now(), 'ann', $5, now())
        """, Guid.NewGuid(), reported.EventId, reported.Workflow, reported.Task, state);

    public Task NoteAsync(ReportedCase reported, DateTimeOffset until) => RunAsync(
        """
        insert into console.note (note_id, workflow, kind, wait_until, written_by, written_at)
        values (gen_random_uuid(), $1, 'waiting', $2, 'ann', now())
        """, reported.Workflow, until);

    public Task CloseNotesAsync(string workflow) => RunAsync(
        "insert into console.note_closing (note_id, closed_by, closed_at) select note_id, 'bob', now() from console.note where workflow = $1", workflow);

    public Task TakeAsync(ReportedCase reported) => RunAsync(
        """
        insert into ingestor.executor_report (key, recommendation_id, revision, workflow, task, taken_at, result, received_at)
        values (gen_random_uuid(), $1, 1, $2, $3, now(), 'claimed', now())
        """, reported.EventId, reported.Workflow, reported.Task);

    public Task LeaveAsync(string workflow, DateTimeOffset at) => RunAsync("insert into scorer.departure (workflow, left_at) values ($1, $2)", workflow, at);

    public async Task RunAsync(string sql, params object[] parameters)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        await using var command = _owner.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    private async Task SayAsync(IReadOnlyList<ReportedCase> cases, int revision)
    {
        var messages = cases.Select(_ => Guid.NewGuid()).ToArray();
        var bodies = cases.Select(reported => WireJson.Write(reported.Said(revision))).ToArray();
        await RunAsync(
            """
            insert into scorer.recommendation (event_id, revision, message_id, workflow, task, reported_at, recommended_at, action, disposition, confidence, body, plans, blinded,
                content, content_plans)
            select id, $1, message, w, t, at, at, action, d, confidence, body, '[]', blinded, hidden, case when blinded then '[{"action": "clone"}]'::jsonb end
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as one (id, message, w, t, at, action, d, confidence, body, blinded, hidden)
            """, revision, Ids(cases), messages, Workflows(cases), Tasks(cases), Times(cases), cases.Select(reported => reported.Blinded ? null : reported.Action).ToArray(),
            cases.Select(reported => reported.Disposition).ToArray(), cases.Select(reported => reported.Blinded ? (double?)null : 0.9).ToArray(), bodies,
            cases.Select(reported => reported.Blinded).ToArray(), cases.Select(reported => reported.Blinded ? WireJson.Write(reported.Content(revision)) : null).ToArray());
        await RunAsync(
            """
            insert into scorer.outgoing_message (message_id, origin, exchange, routing_key, type, body, created_at)
            select message, message, 'e', 'k', 't', '', now() from unnest($1) as message
            """, messages);
    }

    private static byte[] CellsOf(ReportedCase reported) =>
        MatrixEncoding.Encode(SiteErrorMatrix.Of([new(reported.Code, reported.Site, Readiness.Green, 8), new(85, "T1_US_FNAL", Readiness.Red, 2)]));

    private static Guid[] Ids(IReadOnlyList<ReportedCase> cases) => [.. cases.Select(reported => reported.EventId)];

    private static string[] Workflows(IReadOnlyList<ReportedCase> cases) => [.. cases.Select(reported => reported.Workflow)];

    private static string[] Tasks(IReadOnlyList<ReportedCase> cases) => [.. cases.Select(reported => reported.Task)];

    private static DateTimeOffset[] Times(IReadOnlyList<ReportedCase> cases) => [.. cases.Select(reported => reported.ReportedAt)];
}

/// <summary>A task that was reported and judged.</summary>
internal sealed record ReportedCase(string Workflow, DateTimeOffset ReportedAt, string TaskName = "Production")
{
    public int Code { get; init; } = 50660;
    public string Site { get; init; } = "T2_US_MIT";
    public string? Action { get; init; } = "acdc";
    public string Disposition { get; init; } = "review";
    public bool Blinded { get; init; }
    public string Why { get; init; } = "Jobs like these ran out of memory.";
    public string Task => $"/{Workflow}/{TaskName}";
    public Guid EventId => EventIdentity.Of(Workflow, Task, ReportedAt);

    /// <summary>What is published.</summary>
    public RecoveryRecommended Said(int revision) =>
        Blinded ? Content(revision) with { Action = null, MemoryMb = null, Confidence = null, Reasons = [], Reason = Words.Blinded } : Content(revision);

    /// <summary>What is thought.</summary>
    public RecoveryRecommended Content(int revision) => new()
    {
        RecommendationId = EventId,
        Revision = revision,
        EffectKey = EventId,
        Scope = "task",
        Workflow = Workflow,
        Task = Task,
        ReportedAt = ReportedAt,
        RecommendedAt = ReportedAt,
        ExpiresAt = ReportedAt.AddDays(1),
        Action = Action,
        MemoryMb = Action is null ? null : 15_990 + revision,
        Sites = new() { Mode = "auto", List = [], Resolved = [] },
        Confidence = Action is null ? null : 0.9,
        Disposition = Disposition,
        Alternatives = [],
        Reasons = [new() { Feature = "f", Text = Why }],
        Rules = [],
        PolicyVersion = "p",
        Models = [],
    };
}
