using System.Globalization;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Queue;

/// <summary>How the queue writes numbers, plans and times.</summary>
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

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Action and what it changes.</summary>
    public static string Plan(QueuePlan plan) => string.Join(" · ", PartsOf(plan).OfType<string>());

    public static string Percent(double probability) => $"{Math.Round(100 * probability).ToString(CultureInfo.InvariantCulture)}{ThinSpace}%";

    /// <summary>What a code means, in a few words.</summary>
    public static string Meaning(int code) => ErrorCatalogue.Find(code)?.Description ?? "a code without a known meaning";

    private static IEnumerable<string?> PartsOf(QueuePlan plan) =>
    [
        plan.Action,
        plan.MemoryMb is { } memory ? $"{Number(memory)}{ThinSpace}MB" : null,
        plan.Splitting is { } splitting ? $"split {splitting}" : null,
        plan.Cores is { } cores ? $"{cores} cores" : null,
        plan.Xrootd is { } xrootd ? $"xrootd {xrootd}" : null,
        plan.Secondary is { } secondary ? $"secondary {secondary}" : null,
    ];
}
