using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Errors;

/// <summary>An error code with what is known of it and how often it is met.</summary>
/// <param name="Code">The code.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Procedure">What operators do about it; null when they have no rule for it.</param>
/// <param name="Week">Of the last week; null when it was not met.</param>
/// <param name="Month">Of the last thirty days; null when it was not met.</param>
internal sealed record KnownCode(int Code, string Meaning, string Category, string? Procedure, FailuresOfCode? Week, FailuresOfCode? Month)
{
    /// <summary>All codes of the catalogue and all that were met, those of most workflows of the month first.</summary>
    public static IReadOnlyList<KnownCode> All(FailureTally week, FailureTally month)
    {
        var (ofWeek, ofMonth) = (week.Codes.ToDictionary(code => code.Code), month.Codes.ToDictionary(code => code.Code));
        return [.. ErrorCatalogue.All.Select(error => error.Code).Union(ofMonth.Keys)
            .Select(code => Of(code, ofWeek.GetValueOrDefault(code), ofMonth.GetValueOrDefault(code)))
            .OrderByDescending(code => code.Month?.Workflows ?? 0).ThenByDescending(code => code.Month?.Jobs ?? 0).ThenBy(code => code.Code)];
    }

    public static KnownCode Of(int code, FailuresOfCode? week, FailuresOfCode? month) => new(
        code, CodeAddress.Meaning(code), ErrorCatalogue.CategoryOf(code).ToName(), ErrorCatalogue.Find(code)?.Procedure, week, month);
}
