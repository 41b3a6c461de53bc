using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>
/// Looks every few seconds whether the answers that came in settle how the models in shadow do. Copies of the service may
/// look at the same time: the registry's lock lets one of them move.
/// </summary>
internal sealed partial class ShadowWatch(
    IDbContextFactory<RetrainerDatabase> databases, LiveCaseQuery query, ModelRegistry registry, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<ShadowWatch> logger)
    : BackgroundService
{
    private Standing? _seen;

    private sealed record Standing(Guid? Shadow, Guid? Active, DateTimeOffset? NewestAnswerAt);

    /// <summary>Returns what was found; null when there is nothing in shadow or no answer is new.</summary>
    public async Task<TrialFinding?> LookAsync(CancellationToken cancellationToken)
    {
        var standing = await StandingAsync(cancellationToken);
        if (standing == _seen || standing is not { Shadow: { } shadow, Active: { } active })
            return null;

        var finding = ShadowTrial.Judge(await query.LoadAsync(shadow, active, cancellationToken), options.Value.PromotionLevel, options.Value.MostTrialWorkflows);
        await NoteAsync(shadow, finding.Why, cancellationToken);
        if (finding.Promote is { } promote && await registry.EndShadowAsync(shadow, active, promote, finding.Why, cancellationToken))
            LogEnded(shadow, promote, finding.Why);
        _seen = standing;
        return finding;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.TrialSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task NoteAsync(Guid shadow, string standing, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"update retrainer.model_set set trial = {standing} where run_id = {shadow}", cancellationToken);
    }

    private async Task<Standing> StandingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<Standing>(
            $"""
            select (select run_id from retrainer.model_set where state = 'shadow') as shadow,
                   (select run_id from retrainer.model_set where state = 'active') as active,
                   (select max(received_at) from scorer.answered_case) as newest_answer_at
            """).SingleAsync(cancellationToken);
    }

    [LoggerMessage(30, LogLevel.Information, "Models of training {Run} are out of shadow, promoted {Promoted}: {Why}")]
    private partial void LogEnded(Guid run, bool promoted, string why);

    [LoggerMessage(31, LogLevel.Error, "Could not look at the models in shadow; will try again")]
    private partial void LogFailed(Exception failure);
}
