using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Checks again and again whether confidence keeps its promise.</summary>
internal sealed partial class ConfidenceCheck(
    AnswerQuery answers, ConfidenceMetrics metrics, IOptions<FeedbackOptions> options, TimeProvider clock, ILogger<ConfidenceCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.CheckSeconds), clock);
        do
        {
            try
            {
                metrics.Show(ConfidenceReport.Of(await answers.NewestAsync(options.Value.Answers, stoppingToken)));
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
