using System.Collections.Immutable;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>What is drawn of an invented task before its operator looks at it; every part is drawn for itself.</summary>
/// <param name="Code">What most of its jobs failed with.</param>
/// <param name="Site">Where they did.</param>
/// <param name="Readiness">Readiness of the site.</param>
/// <param name="Errors">How many of them.</param>
/// <param name="FailedShare">Their share of all jobs.</param>
/// <param name="BeginsWithCrash">Whether the first half of the log is of a crash and not of a transfer.</param>
/// <param name="EndsWithCrash">The same of the second half.</param>
internal sealed record Draft(int Code, string Site, Readiness Readiness, long Errors, double FailedShare, bool BeginsWithCrash, bool EndsWithCrash)
{
    public bool IsAtT1 => Site.StartsWith("T1", StringComparison.Ordinal);
}

/// <summary>An invented operator, who orders by a rule that only some views can see.</summary>
/// <param name="Codes">The codes that tasks have errors of, each as often.</param>
/// <param name="Orders">The rule.</param>
internal sealed record Operator(ImmutableArray<int> Codes, Func<Draft, RecoveryAction> Orders)
{
    /// <summary>Whether each log has one half of a crash and one of a transfer.</summary>
    public bool LogsHaveBoth { get; private init; }

    public static readonly RecoveryAction Plain = new(RecoveryActionKind.Acdc) { Sites = ["T2_US_MIT"] };
    public static readonly RecoveryAction Memory = Plain with { MemoryMb = 20_000 };
    public static readonly RecoveryAction Cloned = new(RecoveryActionKind.Clone);

    /// <summary>Too much memory at a good site asks for more, wherever it is: counts by code tell.</summary>
    public static readonly Operator ByCode = new(
        [92, 50660, 99303, 8001, 139], draft => draft is { Code: 50660, Readiness: Readiness.Green } ? Memory : Plain);

    /// <summary>Too much memory asks for more, an empty list of files for a clone.</summary>
    public static readonly Operator Careful = new(
        [92, 50660, 73, 8001, 139], draft => draft.Code switch { 50660 => Memory, 73 => Cloned, _ => Plain });

    /// <summary>One code counts at T1 and the other one elsewhere: counts by code tell nothing, codes by tier tell all.</summary>
    public static readonly Operator ByTier = new([92, 85], draft => (draft.Code == 92) == draft.IsAtT1 ? Memory : Plain);

    /// <summary>The same with two halves of either tier: tiers tell nothing, sites tell all.</summary>
    public static readonly Operator BySite = new(
        [92, 85], draft => (draft.Code == 92) == (draft.Site is "T1_US_FNAL" or "T1_DE_KIT" or "T2_US_MIT" or "T2_US_Florida") ? Memory : Plain);

    /// <summary>Codes of one category are alike.</summary>
    public static readonly Operator ByCategory = new(
        [50660, 50661, 92, 85, 139, 8001, 71104], draft => draft.Code is 50660 or 50661 ? Memory : Plain);

    /// <summary>What share of all jobs failed, whatever their number and code.</summary>
    public static readonly Operator ByFailedShare = new([92, 85], draft => draft.FailedShare > 0.6 ? Memory : Plain);

    /// <summary>Whether the log is of nothing but a crash.</summary>
    public static readonly Operator ByWords = new([92, 85], draft => draft is { BeginsWithCrash: true, EndsWithCrash: true } ? Memory : Plain);

    /// <summary>Whether the crash came before the transfer, in logs that have both.</summary>
    public static readonly Operator ByOrder = new([92, 85], draft => draft.BeginsWithCrash ? Memory : Plain) { LogsHaveBoth = true };

    /// <summary>Four of ten tasks with too much memory get more: a rare class that is never the likelier one.</summary>
    public static readonly Operator Hesitant = new(
        [92, 50660, 99303, 8001, 139], draft => draft is { Code: 50660, FailedShare: > 0.6 } ? Memory : Plain);
}
