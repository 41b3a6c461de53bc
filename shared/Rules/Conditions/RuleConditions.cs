using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Rules.Conditions;

/// <summary>When a rule fires: when all that is stated holds. What a task does not tell holds nowhere, types left out aside.</summary>
public sealed record RuleConditions
{
    /// <summary>The failures that count.</summary>
    public required CountedFailures Failures { get; init; }

    /// <summary>They must be more than this share of all failures, from 0 to below 1.</summary>
    public double ShareAbove { get; init; }

    /// <summary>A message that one of them must have logged.</summary>
    public MessagePattern? Message { get; init; }

    /// <summary>Campaigns.</summary>
    public IReadOnlyList<NamePattern>? Campaigns { get; init; }

    /// <summary>Types of requests.</summary>
    public IReadOnlySet<string>? RequestTypes { get; init; }

    /// <summary>Types of requests that are left out; a request whose type is not known is not.</summary>
    public IReadOnlySet<string>? NotRequestTypes { get; init; }

    /// <summary>Reported at this moment or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Reported before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>At least so many recovery rounds.</summary>
    public int? AttemptAtLeast { get; init; }

    /// <summary>At most so many recovery rounds.</summary>
    public int? AttemptAtMost { get; init; }

    /// <summary>Whether a rule with these conditions fires.</summary>
    public bool HoldFor(RuleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return IsMeant(input) && ShareIn(input.Matrix) > ShareAbove && (Message is null || Message.IsIn(input.Logs, Failures));
    }

    /// <summary>Why it fired, as a sentence without its end.</summary>
    public string Explain(RuleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var share = ShareAbove > 0 ? $", more than {ShareAbove:P0}" : "";
        var message = Message is null ? "" : ", with a message that it looks for";
        return $"{Failures.In(input.Matrix)} of {input.Matrix.TotalErrors} failures are {Failures}{share}{message}";
    }

    /// <summary>In words, e.g. <c>more than 20 % of 50660, not for ReReco</c>.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        ShareAbove > 0 ? $"more than {ShareAbove:P0} {Failures}" : $"{Failures}",
        Message is null ? null : $"message {Message.Text}",
        Campaigns is null ? null : $"campaigns {string.Join(" ", Campaigns.Select(campaign => campaign.Text))}",
        RequestTypes is null ? null : $"for {string.Join(" ", RequestTypes.Order(StringComparer.Ordinal))}",
        NotRequestTypes is null ? null : $"not for {string.Join(" ", NotRequestTypes.Order(StringComparer.Ordinal))}",
        From is { } from ? $"from {from:yyyy-MM-dd}" : null,
        Until is { } until ? $"until {until:yyyy-MM-dd}" : null,
        AttemptAtLeast is { } least ? $"at least {least} rounds" : null,
        AttemptAtMost is { } most ? $"at most {most} rounds" : null,
    }.OfType<string>());

    private double ShareIn(SiteErrorMatrix matrix) => matrix.TotalErrors is > 0 and var all ? (double)Failures.In(matrix) / all : 0;

    private bool IsMeant(RuleInput input) =>
        (Campaigns is null || Campaigns.Any(campaign => campaign.Matches(input.Campaign)))
        && (RequestTypes is null || (input.RequestType is { } type && RequestTypes.Contains(type)))
        && (NotRequestTypes is null || input.RequestType is null || !NotRequestTypes.Contains(input.RequestType))
        && (From is null || input.ReportedAt >= From)
        && (Until is null || input.ReportedAt < Until)
        && (AttemptAtLeast is null || input.Attempt >= AttemptAtLeast)
        && (AttemptAtMost is null || input.Attempt <= AttemptAtMost);
}
