using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Models;

/// <summary>Reads what the retrainer and the scorer publish of models.</summary>
internal sealed class ModelReader(IDbContextFactory<ConsoleDatabase> databases)
{
    private const int MostSets = 100;
    private const int MostMoves = 100;
    private const int MostDrifts = 50;
    private const int MostJudged = 2_000;
    private const int MostCovered = 20;
    private const int Weeks = 26;

    /// <summary>The sets, the newest first.</summary>
    public Task<List<KnownSet>> SetsAsync(CancellationToken cancellationToken) => SetsAsync(only: null, cancellationToken);

    /// <summary>One set; null when there is none.</summary>
    public async Task<KnownSet?> SetAsync(Guid runId, CancellationToken cancellationToken) => (await SetsAsync(runId, cancellationToken)).SingleOrDefault();

    /// <summary>The models of a set.</summary>
    public Task<List<KnownModel>> ModelsAsync(Guid runId, CancellationToken cancellationToken) => QueryAsync<KnownModel>(
        $"""
        select target, version, sha256, has_artifact as is_kept, window_from, window_to, examples, seed, code_version, metrics::text as metrics
        from retrainer.model_version where run_id = {runId} order by target <> 'action', target
        """, cancellationToken);

    /// <summary>The moves of a set, or of all, the newest first.</summary>
    public Task<List<KnownMove>> MovesAsync(Guid? runId, CancellationToken cancellationToken) => QueryAsync<KnownMove>(
        $"""
        select run_id, from_state, to_state, moved_at, moved_by, why from retrainer.recorded_move
        where {runId}::uuid is null or run_id = {runId} order by number desc limit {MostMoves}
        """, cancellationToken);

    /// <summary>What became of a request; null while the retrainer has not handled it.</summary>
    public async Task<HandledRequest?> HandledAsync(Guid requestId, CancellationToken cancellationToken) => (await QueryAsync<HandledRequest>(
        $"select request_id, move, done, answer from retrainer.handled_request where request_id = {requestId}", cancellationToken)).SingleOrDefault();

    /// <summary>The drifts that were found, the newest first.</summary>
    public Task<List<FoundDrift>> DriftsAsync(CancellationToken cancellationToken) => QueryAsync<FoundDrift>(
        $"""
        select kind, found_at, is_on, subject, effect, samples, text, ended_at from retrainer.drift_found
        order by found_at desc limit {MostDrifts}
        """, cancellationToken);

    /// <summary>Answers by week, the oldest first.</summary>
    public Task<List<AnsweredWeek>> WeeksAsync(DateTimeOffset now, CancellationToken cancellationToken) => QueryAsync<AnsweredWeek>(
        $"""
        select week, recommended_action, action, answers, agreed_action, agreed_plan from scorer.answered_week
        where week > {now.AddDays(-7 * Weeks)} order by week
        """, cancellationToken);

    /// <summary>Answers by the confidence that was promised, the lowest first.</summary>
    public Task<List<KeptPromise>> PromisesAsync(CancellationToken cancellationToken) => QueryAsync<KeptPromise>(
        $"select tenth, answers, promised, agreed from scorer.kept_promise order by tenth", cancellationToken);

    /// <summary>How often what operators ordered had not been ruled out, by set, the newest answers first.</summary>
    public Task<List<LiveCoverage>> CoverageAsync(CancellationToken cancellationToken) => QueryAsync<LiveCoverage>(
        $"""
        select c.run_id, (select version from retrainer.model_version m where m.run_id = c.run_id and m.target = 'action') as version,
            prompted, workflows, actions_covered, plans_covered, one_plan, one_plan_right
        from scorer.live_coverage c order by newest_at desc, c.run_id, prompted limit {MostCovered}
        """, cancellationToken);

    /// <summary>What the set in shadow and the active one said of live tasks that were answered later, the newest answers first.</summary>
    public Task<List<JudgedCase>> JudgedAsync(Guid shadow, Guid active, CancellationToken cancellationToken) => QueryAsync<JudgedCase>(
        $"""
        select task, action, memory, says_all, active_plans, plans from (
            select distinct on (j.event_id) j.task, a.action, a.memory, a.agreed_plan is not null as says_all,
                j.active_plans::text as active_plans, j.plans::text as plans, a.recorded_at
            from scorer.shadow_case j join scorer.answered_case a using (event_id)
            where j.run_id = {shadow} and j.active_run_id = {active} and a.recorded_at > j.judged_at
            order by j.event_id, j.matrix_revision desc) answered
        order by recorded_at desc, task limit {MostJudged}
        """, cancellationToken);

    private Task<List<KnownSet>> SetsAsync(Guid? only, CancellationToken cancellationToken) => QueryAsync<KnownSet>(
        $"""
        select s.run_id, s.state, s.reason, s.trial, s.cause, s.entered_at, s.promoted_at, s.previous_run_id,
            (select version from retrainer.model_version m where m.run_id = s.run_id and m.target = 'action') as version,
            (select (metrics ->> 'logLoss')::double precision from retrainer.model_version m where m.run_id = s.run_id and m.target = 'plan') as log_loss,
            (select (metrics ->> 'constantLogLoss')::double precision from retrainer.model_version m where m.run_id = s.run_id and m.target = 'plan') as constant_log_loss,
            coalesce((select bool_and(has_artifact) from retrainer.model_version m where m.run_id = s.run_id), false) as is_kept
        from (select * from retrainer.known_set where {only}::uuid is null or run_id = {only} order by entered_at desc, run_id limit {MostSets}) s
        order by entered_at desc, run_id
        """, cancellationToken);

    private async Task<List<T>> QueryAsync<T>(FormattableString sql, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<T>(sql).ToListAsync(cancellationToken);
    }
}
