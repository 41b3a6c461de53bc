using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Drift;
using WorkflowRecovery.Retrainer.Drift;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Tests.Storage;

namespace WorkflowRecovery.Retrainer.Tests.Drift;

/// <summary>What the retrainer makes of a stream of workflows, one an hour, around the moment up to which its models have learned.</summary>
public sealed class DriftLookTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private const int Learned = 300;
    private const int Recent = 60;

    private static readonly DateTimeOffset Start = new(2019, 3, 4, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DriftLook Look => new(new SampleQuery(stores.Databases), new DriftStore(stores.Databases, _clock));

    [Fact]
    public async Task Without_models_nothing_can_drift()
    {
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 50660);
        await Look.LookAsync(Cancellation);

        Assert.Empty(await FoundAsync());
        Assert.Equal("False", await StateAsync());
    }

    [Fact]
    public async Task While_nothing_changes_no_drift_is_found()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned + Recent, 85);
        await Look.LookAsync(Cancellation);

        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task Another_code_is_found_said_once_and_over_when_it_is_gone()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 50660);
        var look = Look;
        await look.LookAsync(Cancellation);
        await ReportAsync(Learned + Recent, 1, 50660);
        await look.LookAsync(Cancellation);

        var drift = Assert.Single(await FoundAsync());
        Assert.Equal(("code", true, _clock.GetUtcNow(), At(Learned + Recent - 1)), (drift.Kind, drift.IsOn, drift.FoundAt, drift.Since));
        Assert.StartsWith("True", await StateAsync(), StringComparison.Ordinal);

        await ReportAsync(Learned + Recent + 1, 200, 85);
        await look.LookAsync(Cancellation);
        Assert.Equal((false, _clock.GetUtcNow()), (Assert.Single(await FoundAsync()).IsOn, Assert.Single(await FoundAsync()).EndedAt));
        Assert.Equal("False", await StateAsync());
    }

    [Fact]
    public async Task A_failing_site_and_other_orders_are_found_too()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 85, "T1_US_FNAL", "clone");
        await Look.LookAsync(Cancellation);

        Assert.Equal(["label", "site"], (await FoundAsync()).Select(drift => drift.Kind));
        Assert.Equal("other", (await FoundAsync())[0].Subject);
    }

    [Fact]
    public async Task What_we_ordered_ourselves_is_not_what_operators_order()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 85, action: "clone", reason: "AIEH decided");
        await Look.LookAsync(Cancellation);

        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task Models_that_have_learned_of_a_drift_end_it_and_take_what_came_since_as_usual()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 50660);
        await Look.LookAsync(Cancellation);
        await ReportAsync(Learned + Recent, 300, 50660);
        await PromoteAsync(Learned + Recent + 20);
        _clock.Advance(TimeSpan.FromDays(1));
        await Look.LookAsync(Cancellation);

        Assert.Equal([(false, _clock.GetUtcNow())], (await FoundAsync()).Select(drift => (drift.IsOn, drift.EndedAt!.Value)));

        await ReportAsync(Learned + Recent + 300, Recent, 85);
        await Look.LookAsync(Cancellation);
        Assert.Contains(await FoundAsync(), drift => drift is { IsOn: true, Kind: "code" });
    }

    /// <summary>One workflow in two thousand more each time: any 200 are much like the 200 before them.</summary>
    [Fact]
    public async Task What_changes_slowly_after_a_learned_drift_is_found_all_the_same()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 50660);
        await Look.LookAsync(Cancellation);
        await PromoteAsync(Learned + Recent + 20);
        await ReportAsync(Learned + Recent, 20, 50660);
        await Look.LookAsync(Cancellation);

        for (var (come, look) = (0, Look); come < 1200; come += 100)
        {
            _clock.Advance(TimeSpan.FromHours(100));
            await ReportAsync(Learned + Recent + 20 + come, [.. Enumerable.Range(come, 100).Select(at => Slowly(at) ? 85 : 50660)]);
            await look.LookAsync(Cancellation);
        }

        Assert.Contains(await FoundAsync(), drift => drift is { IsOn: true, Subject: "85" });
    }

    /// <summary>Most workflows are never answered, so that the labels that are usual reach far beyond the first workflows.</summary>
    [Fact]
    public async Task What_operators_usually_order_stays_the_same_after_a_learned_drift_though_few_workflows_are_answered()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 50660);
        await Look.LookAsync(Cancellation);
        await PromoteAsync(Learned + Recent);
        await Look.LookAsync(Cancellation);
        var learned = (await new DriftStore(stores.Databases, _clock).LearnedAsync(Cancellation))!;
        async Task<IReadOnlyList<WorkflowSample>> UsualAsync() => DriftWindows.Of(
            await new SampleQuery(stores.Databases).LoadAsync(learned, DriftOptions.Usual, Cancellation), DriftKind.Label, learned.UpTo, learned.Drift, DriftOptions.Usual).Reference;
        await ReportAsync(Learned + Recent, 3200, 50660, answeredOf: 5);
        var usual = await UsualAsync();

        await ReportAsync(Learned + Recent + 3200, 3000, 50660, answeredOf: 5);

        Assert.Equal(DriftOptions.Usual.SettledReference, usual.Count);
        Assert.Equal(usual, await UsualAsync());
    }

    [Fact]
    public async Task Models_of_before_that_come_back_know_of_no_drift_after_them()
    {
        await PromoteAsync(Learned);
        await ReportAsync(0, Learned, 85);
        await ReportAsync(Learned, Recent, 50660);
        await Look.LookAsync(Cancellation);
        await PromoteAsync(Learned - 10);
        _clock.Advance(TimeSpan.FromDays(1));
        await Look.LookAsync(Cancellation);

        Assert.Equal([false, true], (await FoundAsync()).OrderBy(drift => drift.FoundAt).Select(drift => drift.IsOn));
    }

    public async ValueTask InitializeAsync() => await stores.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static DateTimeOffset At(int workflow) => Start.AddHours(workflow);

    /// <summary>Whether this workflow takes the number of all that changed, which is the square of all over four thousand, one further.</summary>
    private static bool Slowly(int workflow) => (workflow + 1) * (workflow + 1) / 4000 > workflow * workflow / 4000;

    private Task ReportAsync(int first, int count, int code, string site = "T2_US_MIT", string action = "acdc", string reason = "seen before", int answeredOf = 1) =>
        ReportAsync(first, Enumerable.Repeat(code, count).ToArray(), site, action, reason, answeredOf);

    /// <summary>Workflows with two tasks each, one of so many answered an hour later.</summary>
    private Task ReportAsync(int first, int[] codes, string site = "T2_US_MIT", string action = "acdc", string reason = "seen before", int answeredOf = 1)
    {
        var cells = codes.Select(code => MatrixEncoding.Encode(SiteErrorMatrix.Of([new(code, site, Readiness.Green, 5)]))).ToArray();
        return stores.RunAsOwnerAsync(
            """
            with reported as (select $1 - 1 + place as n, cells from unnest($3::bytea[]) with ordinality as each (cells, place)),
            task as (
                insert into featurizer.event
                select gen_random_uuid(), 'w' || n, '/w' || n || '/' || t, 'w', $2 + n * interval '1 hour', null, 'live', '', '{}', 1, now()
                from reported, generate_series(1, 2) t returning event_id, workflow),
            matrix as (
                insert into featurizer.matrix select gen_random_uuid(), event_id, 1, 'reported', null, cells, 5, '', 1, clock_timestamp()
                from task join reported on workflow = 'w' || n)
            insert into ingestor.operator_action
                (key, workflow, recorded_at, action, sites, reasons, parameters_given, source, received_at)
            select gen_random_uuid(), 'w' || n, $2 + (n + 1) * interval '1 hour', $4, '{}', array[$5], true, 'live', clock_timestamp()
            from reported where n % $6 = 0
            """, first, Start, cells, action, reason, answeredOf);
    }

    /// <summary>Makes models active that have learned from so many workflows.</summary>
    private async Task PromoteAsync(int learned)
    {
        var runId = Guid.NewGuid();
        await stores.RunAsOwnerAsync("update retrainer.model_set set state = 'retired' where state = 'active'");
        await stores.RunAsOwnerAsync("insert into retrainer.training (run_id, cause, state, done, requested_at) values ($1, 'test', 'done', 1, now())", runId);
        await stores.RunAsOwnerAsync("insert into retrainer.model_set values ($1, 'active', 'test', null, now(), now(), null)", runId);
        await stores.RunAsOwnerAsync(
            """
            insert into retrainer.model
                (target, version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at)
            values ('action', $2, $1, '', '', $3, $4, 1, 1, 'test', '{}', now())
            """, runId, learned, Start, At(learned - 1));
    }

    private async Task<List<DriftRow>> FoundAsync()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Drifts.AsNoTracking().OrderBy(drift => drift.Kind).ThenBy(drift => drift.FoundAt).ToListAsync(Cancellation);
    }

    /// <summary>What a scorer sees.</summary>
    private async Task<string> StateAsync()
    {
        await using var command = stores.ScorersSource.CreateCommand("select is_on, text from retrainer.drift_state");
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));
        return $"{row[0]} {row[1]}".TrimEnd();
    }
}
