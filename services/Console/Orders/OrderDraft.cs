using System.Globalization;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Console.Orders;

/// <summary>An order while it is filled in: texts as they are typed, empty for "leave as it is".</summary>
public sealed class OrderDraft
{
    public string Action { get; set; } = "acdc";
    public string Memory { get; set; } = "";
    public string Splitting { get; set; } = "";
    public string Xrootd { get; set; } = "";
    public string Secondary { get; set; } = "";
    public string Cores { get; set; } = "";
    public string SiteMode { get; set; } = SiteResolution.AutoMode;

    /// <summary>Names between white space, commas or semicolons.</summary>
    public string Sites { get; set; } = "";

    public IReadOnlyList<string> Reasons { get; set; } = [];

    /// <summary>Starts with what is recommended; with a plain ACDC where nothing is, or is told.</summary>
    public static OrderDraft Of(OrderableCase known) => new()
    {
        Action = known.Said.Action ?? "acdc",
        Memory = Text(known.Said.MemoryMb),
        Splitting = known.Said.Splitting ?? "",
        Xrootd = known.Said.Xrootd ?? "",
        Secondary = known.Said.Secondary ?? "",
        Cores = Text(known.Said.Cores),
    };

    /// <summary>The order; what is no number where one belongs is -1, which the rules refuse.</summary>
    public OrderedRecovery ToOrder()
    {
        var (isRun, isRecovered) = (OrderRules.RunsAgain(Action), OrderRules.RecoversTasks(Action));
        return new()
        {
            Action = Action,
            MemoryMb = isRun ? Number(Memory) : null,
            Splitting = isRun ? Chosen(Splitting) : null,
            Xrootd = isRecovered ? Chosen(Xrootd) : null,
            Secondary = isRecovered ? Chosen(Secondary) : null,
            Cores = isRecovered ? Number(Cores) : null,
            SiteMode = isRecovered ? SiteMode : SiteResolution.AutoMode,
            Sites = !isRecovered || SiteMode == SiteResolution.AutoMode ? [] : [.. Sites.Split([' ', '\t', '\r', '\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)],
            Reasons = [.. Reasons.Where(reason => !string.IsNullOrWhiteSpace(reason)).Select(reason => reason.Trim())],
        };
    }

    private static int? Number(string text) => string.IsNullOrWhiteSpace(text)
        ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string? Chosen(string text) => text.Length == 0 ? null : text;

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
