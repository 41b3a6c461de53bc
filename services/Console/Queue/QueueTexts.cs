using System.Globalization;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Queue;

/// <summary>How the queue writes numbers, plans and ages.</summary>
internal static class QueueTexts
{
    private const char ThinSpace = '\u202f';

    /// <summary>With groups of three digits.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ThinSpace);

    /// <summary>How long ago, in one unit.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)age.TotalHours} h",
        { TotalDays: < 730 } => $"{(int)age.TotalDays} d",
        _ => $"{(int)(age.TotalDays / 365.25)} y",
    };

    /// <summary>Action and what it changes.</summary>
    public static string Plan(QueuePlan plan) => OrderWords.Of(plan.Action, plan.MemoryMb, plan.Splitting, plan.Xrootd, plan.Secondary, plan.Cores);

    /// <summary>What a code means, in a few words.</summary>
    public static string Meaning(int code) => ErrorCatalogue.Find(code)?.Description ?? "a code without a known meaning";
}
