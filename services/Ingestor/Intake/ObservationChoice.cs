namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>What another report of a known event means.</summary>
internal enum ObservationChoice
{
    /// <summary>The same event again, or counts that are older than what is known: nothing changes.</summary>
    Repeat,

    /// <summary>The same event with other content, which is counted and not applied.</summary>
    DifferingRepeat,

    /// <summary>Newer counts that say the same.</summary>
    Confirmation,

    /// <summary>Newer counts that say something else: the next revision.</summary>
    NewerCounts,
}

/// <summary>An observation of an event: when the counts were read, and what they say.</summary>
internal readonly record struct Observation(DateTimeOffset? ObservedAt, byte[] ContentHash)
{
    /// <summary>The contract's rules of identity: only a later observedAt with other content makes a revision.</summary>
    public static ObservationChoice Choose(Observation known, Observation reported)
    {
        var same = known.ContentHash.AsSpan().SequenceEqual(reported.ContentHash);
        if (reported.ObservedAt is { } at && (known.ObservedAt is not { } before || at > before))
            return same ? ObservationChoice.Confirmation : ObservationChoice.NewerCounts;

        var comparable = reported.ObservedAt is null || reported.ObservedAt == known.ObservedAt;
        return same || !comparable ? ObservationChoice.Repeat : ObservationChoice.DifferingRepeat;
    }
}
