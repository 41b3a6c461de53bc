namespace WorkflowRecovery.Retrainer.Training;

/// <summary>What happened since the last training.</summary>
/// <param name="LastStartedAt">When the last training began; null when there was none.</param>
/// <param name="NewActions">Recorded actions that came in since.</param>
/// <param name="OldestAt">When the oldest of them came in.</param>
/// <param name="NewestImportAt">When the newest of them that was imported came in; null without one.</param>
/// <param name="DriftSince">When it was found that tasks or orders are others than they were, by our clock; null when they are not.</param>
internal sealed record News(
    DateTimeOffset? LastStartedAt, long NewActions, DateTimeOffset? OldestAt, DateTimeOffset? NewestImportAt, DateTimeOffset? DriftSince);

/// <summary>When models are to be built without anybody asking.</summary>
internal static class RetrainingSchedule
{
    /// <summary>Why models are to be built now, or null.</summary>
    public static string? Due(News news, RetrainingOptions options, DateTimeOffset now)
    {
        if (news.NewActions == 0 || news.NewestImportAt > now.AddSeconds(-options.SettleSeconds))
            return null;
        if (news.NewActions >= options.AfterActions)
            return $"{news.NewActions} new actions";
        if (news.DriftSince is { } since && news.LastStartedAt is { } before && before < since)
            return $"drift since {since.UtcDateTime:yyyy-MM-dd HH:mm}";
        var patience = TimeSpan.FromHours(options.EveryHours);
        if (news.LastStartedAt is { } last)
            return now - last >= patience ? $"{options.EveryHours} hours since the last training" : null;
        return now - news.OldestAt >= patience ? $"{options.EveryHours} hours since the first action" : null;
    }
}
