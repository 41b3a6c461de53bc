namespace WorkflowRecovery.Retrainer.Training;

/// <summary>What happened since the last training.</summary>
/// <param name="LastStartedAt">When the last training began; null when there was none.</param>
/// <param name="NewActions">Recorded actions that came in since.</param>
/// <param name="NewestAt">When the newest of them came in.</param>
internal sealed record News(DateTimeOffset? LastStartedAt, long NewActions, DateTimeOffset? NewestAt);

/// <summary>When models are to be built without anybody asking.</summary>
internal static class RetrainingSchedule
{
    /// <summary>Why models are to be built now, or null.</summary>
    public static string? Due(News news, RetrainingOptions options, DateTimeOffset now)
    {
        if (news.NewActions == 0 || news.NewestAt > now.AddSeconds(-options.SettleSeconds))
            return null;
        if (news.NewActions >= options.AfterActions)
            return $"{news.NewActions} new actions";
        return news.LastStartedAt is { } last && now - last >= TimeSpan.FromHours(options.EveryHours)
            ? $"{options.EveryHours} hours since the last training"
            : null;
    }
}
