namespace WorkflowRecovery.Domain.Policies;

/// <summary>What an operations team allows: what may be done without an operator, and what is said at all. See docs/policy.md.</summary>
public sealed record RecoveryPolicy
{
    /// <summary>The team's name for this version and the first 8 hexadecimal digits of the file's SHA-256: <c>review-only-2+1f0c93aa</c>.</summary>
    public required string Version { get; init; }

    /// <summary>What may be done without an operator.</summary>
    public required AutomaticPolicy Automatic { get; init; }

    /// <summary>A plan with a lower probability is not recommended, 0 to 1.</summary>
    public required double AbstainBelow { get; init; }

    /// <summary>The share of cases that is published without content, so that operators answer unprompted, 0 to 0.5.</summary>
    public required double BlindedShare { get; init; }

    /// <summary>MB per core that a recommendation may ask for at most.</summary>
    public required int MaxMemoryMbPerCore { get; init; }
}

/// <summary>What may be done without an operator.</summary>
public sealed record AutomaticPolicy
{
    /// <summary>False: nothing is, whatever the switch says.</summary>
    public required bool Allowed { get; init; }

    /// <summary>The parameters that an automatic ACDC may change, of <see cref="Parameters"/>; without any it is a plain retry.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>The campaigns whose workflows may be recovered automatically; null: all.</summary>
    public required IReadOnlyList<string>? Campaigns { get; init; }

    /// <summary>Least probability of the plan, <see cref="LowestConfidence"/> to 1.</summary>
    public required double LeastConfidence { get; init; }

    /// <summary>Operators' answers that a kind of case needs before it is decided automatically.</summary>
    public required long EarnedAnswers { get; init; }

    /// <summary>
    /// Null: answers to the active set of models count. A number: those of so many months, whichever set they were to, from the
    /// first day of a month on, so that the record of a month is not begun anew with every look.
    /// </summary>
    public required int? EarnedMonths { get; init; }

    /// <summary>What the agreement with them must surely exceed: the least lower bound of <see cref="CellRecord.LowerBound"/>.</summary>
    public required double EarnedAgreement { get; init; }

    /// <summary>Automatic recommendations in an hour of report time.</summary>
    public required int PerHour { get; init; }

    /// <summary>The same for one campaign.</summary>
    public required int PerHourAndCampaign { get; init; }

    /// <summary>The same for one site to run at.</summary>
    public required int PerHourAndSite { get; init; }

    /// <summary>From when on answers count, whichever set they were to; null: only those to the active set do.</summary>
    /// <param name="now">Now.</param>
    public DateTimeOffset? EarnedSince(DateTimeOffset now) =>
        EarnedMonths is { } months ? new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-months) : null;

    /// <summary>The words of <see cref="Changes"/>.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["memory", "splitting", "xrootd", "secondary", "cores"];

    /// <summary>Below this, the likeliest of the plans that differ in remote read alone need not be the likeliest of all.</summary>
    public const double LowestConfidence = 0.9;
}
