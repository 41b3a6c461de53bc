using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Live;

/// <summary>Events and recommendations in a few words, for a terminal.</summary>
internal static class RecommendationText
{
    private const int MostErrors = 2;
    private const int NameLength = 70;

    /// <summary>The error codes with the most failures, e.g. <c>8021 x24, 85 x12</c>.</summary>
    public static string DominantErrors(IEnumerable<ErrorRow> errors)
    {
        var codes = errors.GroupBy(row => row.Code)
            .Select(code => (Code: code.Key, Count: code.Sum(row => row.Count)))
            .OrderByDescending(code => code.Count)
            .ThenBy(code => code.Code)
            .Take(MostErrors)
            .Select(code => code.Code == -1 ? "not reported" : $"{code.Code} x{code.Count}");
        return string.Join(", ", codes) is { Length: > 0 } text ? text : "no errors";
    }

    /// <summary>The action with what it sets, e.g. <c>acdc, memory 20000 MB, splitting 10x</c>.</summary>
    public static string Action(RecoveryRecommended said)
    {
        string?[] parts =
        [
            said.Action ?? said.Reason ?? "nothing",
            said.MemoryMb is { } memory ? $"memory {memory} MB" : null,
            said.Splitting is { } splitting ? $"splitting {splitting}" : null,
            said.Xrootd is { } xrootd ? $"xrootd {xrootd}" : null,
            said.Secondary is { } secondary ? $"secondary {secondary}" : null,
            said.Cores is { } cores ? $"cores {cores}" : null,
        ];
        return SafeText.Of(string.Join(", ", parts.OfType<string>()));
    }

    /// <summary>The first reason.</summary>
    public static string Reason(RecoveryRecommended said) =>
        said.Reason == Words.Blinded ? "the operator decides without hearing from us"
        : said.Reasons is [var first, ..] ? SafeText.Of(first.Text, 200) : "no reason given";

    /// <summary>The probability that an operator would order it.</summary>
    public static string Confidence(RecoveryRecommended said) => said.Confidence is { } confidence ? $"{confidence:0.00}" : "-";

    /// <summary>Two lines for one event and its recommendation.</summary>
    public static string Lines(string count, double milliseconds, WorkflowAssistanceRequested reported, RecoveryRecommended said) =>
        $"{count}  {SafeText.Of(reported.Workflow, NameLength)}  after {milliseconds:0} ms\n         {DominantErrors(reported.Errors)}  ->  {Action(said)}  (confidence {Confidence(said)}): {Reason(said)}";
}
