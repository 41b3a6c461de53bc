using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What is removed of tables that would only grow.</summary>
public sealed class RetentionTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1_000);

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("scorer.seen_error", "insert into scorer.seen_error select 85, 'T2_US_MIT', $1 + n * interval '1 day', 'w' from generate_series(0, 99) n", 69)]
    [InlineData("scorer.budget_use", "insert into scorer.budget_use select 'all', '', $1 + n * interval '1 day', 1, 20 from generate_series(0, 99) n", 9)]
    public async Task What_was_reported_long_before_the_newest_report_is_forgotten_whatever_the_clock_says(string table, string insert, int forgotten)
    {
        await stores.RunAsOwnerAsync($"truncate {table}");
        await stores.RunAsOwnerAsync(insert, new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero));

        _clock.Advance(Long);
        Assert.Equal(forgotten, await SweepAsync(table));
        Assert.Equal(0, await SweepAsync(table));
    }

    [Fact]
    public async Task What_models_said_in_shadow_is_forgotten_once_they_are_out_of_it_and_it_is_old()
    {
        await stores.RunAsOwnerAsync("truncate scorer.shadow_judgement");
        await SaidInShadowAsync(Guid.NewGuid());
        await SaidInShadowAsync(Guid.NewGuid(), daysAgo: 100);
        Assert.Equal(1, await SweepAsync("scorer.shadow_judgement"));

        var shadow = Guid.NewGuid();
        await stores.RunAsOwnerAsync("insert into retrainer.training (run_id, cause, state, done, requested_at) values ($1, 'test', 'done', 1, now())", shadow);
        await stores.RunAsOwnerAsync("insert into retrainer.model_set values ($1, 'shadow', 'test', null, now(), null, null)", shadow);
        await stores.RunAsOwnerAsync(
            """
            insert into retrainer.model (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
            values ('action', 1, $1, '', '', now(), now(), 1, 1, 'test', '{}', now())
            """, shadow);
        await SaidInShadowAsync(shadow);
        Assert.Equal(0, await SweepAsync("scorer.shadow_judgement"));
    }

    [Fact]
    public async Task The_service_cannot_have_what_was_said_lately_forgotten()
    {
        await stores.RunAsOwnerAsync("truncate scorer.shadow_judgement");
        await SaidInShadowAsync(Guid.NewGuid(), daysAgo: 20);

        await using var command = stores.Source.CreateCommand("select scorer.forget_shadow(now() + interval '1 year', 1000, array[]::uuid[])");

        Assert.Equal(0, await command.ExecuteScalarAsync(Cancellation));
        await Assert.ThrowsAsync<PostgresException>(() => stores.AskAsConsoleAsync("select scorer.forget_shadow(now(), 1000, array[]::uuid[])"));
    }

    [Fact]
    public async Task A_matrix_that_waits_behind_an_order_is_kept_as_long_as_it_may_still_be_judged()
    {
        var eventId = await CaseAsync();
        await stores.RunAsOwnerAsync("insert into scorer.waiting_matrix values ($1, 2, '', now())", eventId);
        foreach (var disposition in (string[])["approved", "withdrawn"])
        {
            await stores.RunAsOwnerAsync("update scorer.recovery_case set disposition = $2 where event_id = $1", eventId, disposition);
            _clock.Advance(Long);
            Assert.Equal(0, await SweepAsync("scorer.waiting_matrix"));
        }

        await stores.RunAsOwnerAsync(
            """
            insert into ingestor.executor_report (key, recommendation_id, revision, workflow, task, taken_at, result, received_at)
            values (gen_random_uuid(), $1, 1, 'w', '/w/t', now(), 'done', now())
            """, eventId);
        Assert.Equal(1, await SweepAsync("scorer.waiting_matrix"));
    }

    [Fact]
    public async Task A_matrix_behind_no_order_does_not_wait_for_ever()
    {
        var eventId = await CaseAsync();
        await stores.RunAsOwnerAsync("insert into scorer.waiting_matrix values ($1, 2, '', now())", eventId);

        Assert.Equal(0, await SweepAsync("scorer.waiting_matrix"));
        _clock.Advance(Long);
        Assert.Equal(1, await SweepAsync("scorer.waiting_matrix"));
    }

    private Task<int> SweepAsync(string table) =>
        new TableSweep<ScorerDatabase>(stores.Databases, Options.Create(new SweepOptions { RowsAtOnce = 20 }), _clock)
            .SweepAsync(new RetentionOptions().Tables.Single(old => old.Table == table), Cancellation);

    private async Task SaidInShadowAsync(Guid run, int daysAgo = 300)
    {
        var eventId = await CaseAsync();
        await stores.RunAsOwnerAsync(
            "insert into scorer.shadow_judgement values ($1, $2, 1, 1, null, '[]', now() - $3 * interval '1 day')", eventId, run, daysAgo);
    }

    private async Task<Guid> CaseAsync()
    {
        var eventId = Guid.NewGuid();
        await stores.RunAsOwnerAsync("insert into scorer.recovery_case values ($1, 'w', '/w/t', now(), 1, 1, 'review', now(), null)", eventId);
        await stores.RunAsOwnerAsync(
            "insert into scorer.recommendation values ($1, 1, gen_random_uuid(), 'w', '/w/t', now(), now(), 'acdc', 'review', 0.4, null, '', '[]')", eventId);
        return eventId;
    }
}
