using WorkflowRecovery.Console.Errors;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>What operators do about a code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Note">For a code whose meaning changed or is disputed.</param>
/// <param name="Procedure">The written procedure; null when there is none.</param>
/// <param name="Count">Failed jobs.</param>
public sealed record ProcedureLine(int Code, string Meaning, string? Note, string? Procedure, long Count)
{
    private const int Most = 40;

    /// <summary>For each code that is present, those of most jobs first; lost work last.</summary>
    public static IReadOnlyList<ProcedureLine> Of(SiteErrorMatrix matrix) =>
        [.. matrix.Cells
            .GroupBy(cell => cell.Code)
            .Select(cells => (Code: cells.Key, Count: cells.Sum(cell => cell.Count)))
            .OrderBy(code => code.Code == SiteErrorMatrix.NotReported).ThenByDescending(code => code.Count).ThenBy(code => code.Code)
            .Take(Most)
            .Select(code => new ProcedureLine(
                code.Code, CodeAddress.Meaning(code.Code), ErrorCatalogue.Find(code.Code)?.MeaningNote, ErrorCatalogue.Find(code.Code)?.Procedure, code.Count))];
}
