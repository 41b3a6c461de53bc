using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.EndToEnd.Tests.Inside;
using WorkflowRecovery.Learning.Artifacts;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>Whoever runs this: has models trained and moved, and sees what the registry shows.</summary>
internal sealed class Operations(CommandLine commandLine)
{
    /// <summary>Returns the set when its training has ended, and any other that was under way.</summary>
    public async Task<Guid> TrainAsync()
    {
        var run = Guid.NewGuid();
        await commandLine.SendAsync(InsideKeys.TrainingRequested, new TrainingRequested(run, "a year"));
        await commandLine.UntilAsync($"select exists (select from retrainer.training_run where run_id = '{run}' and state = 'done')");
        await commandLine.UntilAsync("select not exists (select from retrainer.training_run where state in ('requested', 'running'))");
        return run;
    }

    /// <summary>Asks for a move and returns what was answered.</summary>
    public async Task<(bool Done, string Answer)> MoveAsync(string move, Guid? run, string why)
    {
        var request = new ModelMoveRequested(Guid.NewGuid(), move, run, "ops", why);
        await commandLine.SendAsync(InsideKeys.ModelMoveRequested, request);
        await commandLine.UntilAsync($"select exists (select from retrainer.handled_request where request_id = '{request.RequestId}')");
        return (await commandLine.ReadAsync(
            $"select done, answer from retrainer.handled_request where request_id = '{request.RequestId}'", row => (row.GetBoolean(0), row.GetString(1))))[0];
    }

    public async Task<(string State, string Why)> StandingOfAsync(Guid run) => (await commandLine.ReadAsync(
        $"select state, reason from retrainer.known_set where run_id = '{run}'", row => (row.GetString(0), row.GetString(1))))[0];

    public async Task<Guid> ActiveAsync() => (await commandLine.ReadAsync("select run_id from retrainer.known_set where state = 'active'", row => row.GetGuid(0)))[0];

    public Task UntilAsync(Guid run, string state) =>
        commandLine.UntilAsync($"select exists (select from retrainer.known_set where run_id = '{run}' and state = '{state}')");

    /// <summary>How far the plans of the active set can be trusted.</summary>
    public async Task<PlanConfidence> PromiseOfActiveAsync() => (await commandLine.ReadAsync(
        "select artifact, sha256 from retrainer.active_model where target = 'plan'", row => PlanConfidence.Load(row.GetFieldValue<byte[]>(0), row.GetString(1))))[0];

    /// <summary>Version of the active set's model of the action, as recommendations name it.</summary>
    public async Task<int> VersionOfActiveAsync() => (await commandLine.ReadAsync("select version from retrainer.active_model where target = 'action'", row => row.GetInt32(0)))[0];

    /// <summary>All moves so far, in their order.</summary>
    public Task<IReadOnlyList<ModelsMoved>> MovesAsync() => commandLine.ReadAsync(
        "select number, run_id, from_state, to_state, moved_by, why, moved_at from retrainer.recorded_move order by number",
        row => new ModelsMoved(row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6)));

    /// <summary>Returns since when something drifts, as of a time or later, and the set that was trained for it, once there is one.</summary>
    public async Task<(DateTimeOffset Since, Guid Run)> UntilTrainedForDriftAsync(DateTimeOffset notBefore)
    {
        await commandLine.UntilAsync($"select exists (select from retrainer.drift_found where since >= '{notBefore:O}')");
        await commandLine.UntilAsync("select exists (select from retrainer.training_run where cause like 'drift since %' and state = 'done')");
        return (await commandLine.ReadAsync(
            $"""
            select (select min(since) from retrainer.drift_found where since >= '{notBefore:O}'),
                   (select run_id from retrainer.training_run where cause like 'drift since %' and state = 'done' order by requested_at limit 1)
            """, row => (row.GetFieldValue<DateTimeOffset>(0), row.GetGuid(1))))[0];
    }

    public async Task<bool> IsDriftOnAsync() => (await commandLine.ReadAsync("select is_on from retrainer.drift_state", row => row.GetBoolean(0)))[0];

    public async Task<bool> IsAnyOnTrialAsync() =>
        (await commandLine.ReadAsync("select exists (select from retrainer.known_set where state = 'shadow')", row => row.GetBoolean(0)))[0];

    /// <summary>The set that was active until the one that is active now took its place.</summary>
    public async Task<Guid> BeforeActiveAsync() => (await MovesAsync()).Last(move => move.From == "active").RunId;

    /// <summary>What drifted, what was trained and moved, and why less than an action was recommended: for whoever reads the outcome.</summary>
    public async Task<string> StoryAsync() => string.Join('\n', await commandLine.ReadAsync(
        """
        select story from (
            select found_at as at, format('%s drift of %s since %s until %s: %s', kind, subject, since, coalesce(ended_at::text, 'now'), text) as story from retrainer.drift_found
            union all
            select moved_at, format('%s from %s to %s by %s: %s', run_id, from_state, to_state, moved_by, why) from retrainer.recorded_move
            union all
            select max(recommended_at), format('%s times nothing was recommended: %s', count(*), convert_from(body, 'UTF8')::jsonb ->> 'reason')
            from scorer.given_recommendation where disposition = 'abstained' group by convert_from(body, 'UTF8')::jsonb ->> 'reason') told
        order by at
        """, row => row.GetString(0)));

    /// <summary>Ends the shadow of whatever was trained meanwhile, and returns the set that is active.</summary>
    public async Task<Guid> SettleAsync()
    {
        await commandLine.UntilAsync("select not exists (select from retrainer.training_run where state in ('requested', 'running'))");
        foreach (var shadow in await commandLine.ReadAsync("select run_id from retrainer.known_set where state = 'shadow'", row => row.GetGuid(0)))
            await MoveAsync(ModelMoves.Retire, shadow, "room for others");
        return await ActiveAsync();
    }
}
