using Microsoft.Extensions.Options;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Checks again and again whether confidence keeps its promise.</summary>
internal sealed partial class ConfidenceWatch(
    AnswerQuery answers, ActiveModels active, ConfidenceMetrics metrics, IOptions<FeedbackOptions> options, TimeProvider clock, ILogger<ConfidenceWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.CheckSeconds), clock);
        do
        {
            try
            {
                metrics.Show(ConfidenceReport.Of(
                    await answers.NewestAsync(options.Value.Answers, stoppingToken), await answers.CoverageAsync(active.Current.RunId, stoppingToken)));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(20, LogLevel.Warning, "Could not check the confidence of answered recommendations; will try again")]
    private partial void LogFailed(Exception failure);
}
