using System.Globalization;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>What later tasks compare themselves with.</summary>
/// <param name="Campaign">The campaign, as reported or else as the workflow's name tells.</param>
/// <param name="Codes">The codes it has errors of, each once.</param>
/// <param name="Cells">Each code and site with errors once, as <see cref="CellOf"/> writes them.</param>
/// <param name="Errors">Failed jobs by error category.</param>
/// <param name="MainCode">The code with most errors; null without errors.</param>
/// <param name="MainCell">That code with the site that has most of it; null without errors.</param>
internal sealed record SeenTask(string? Campaign, int[] Codes, string[] Cells, long[] Errors, int? MainCode, string? MainCell)
{
    public static SeenTask Of(WorkflowAssistanceRequested reported, SiteErrorMatrix matrix)
    {
        var errors = TaskErrors.Of(matrix);
        return new(
            StorableText.Of(reported.Campaign) ?? WorkflowName.Parse(reported.Workflow).Campaign,
            [.. errors.Codes],
            [.. errors.Cells.Select(cell => CellOf(cell.Code, cell.Site))],
            [.. errors.ByCategory],
            errors.MainCode,
            errors.MainCode is { } code ? CellOf(code, errors.MainSite) : null);
    }

    private static string CellOf(int code, string site) => string.Create(CultureInfo.InvariantCulture, $"{code} {StorableText.Of(site)}");
}
