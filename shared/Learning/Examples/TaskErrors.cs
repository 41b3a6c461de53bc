using System.Collections.Immutable;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>The errors of one task as <see cref="Surroundings"/> compare them; marks of lost work are not errors.</summary>
public sealed class TaskErrors
{
    private readonly SiteErrorMatrix _matrix;

    private TaskErrors(SiteErrorMatrix matrix)
    {
        _matrix = matrix;
        if (MainErrors.CodeOf(matrix, _ => true) is { } main)
            (MainCode, MainSite) = (main.Code, MainErrors.SiteOf(matrix, main.Code));
    }

    /// <summary>The code with most errors; null without errors.</summary>
    public int? MainCode { get; }

    /// <summary>The site with most of <see cref="MainCode"/>; empty without errors.</summary>
    public string MainSite { get; } = "";

    /// <summary>Each code and site with errors once, in the order of the matrix.</summary>
    public IEnumerable<(int Code, string Site)> Cells
    {
        get
        {
            var before = (Code: SiteErrorMatrix.NotReported, Site: "");
            foreach (var cell in _matrix.Cells)
            {
                var error = (cell.Code, cell.Site);
                if (cell.Code != SiteErrorMatrix.NotReported && error != before)
                    yield return error;

                before = error;
            }
        }
    }

    /// <summary>Each code once, rising.</summary>
    public IEnumerable<int> Codes => Cells.Select(cell => cell.Code).Distinct();

    /// <summary>Failed jobs by error category, in the order of <see cref="ErrorCategoryNames.All"/>.</summary>
    public ImmutableArray<long> ByCategory
    {
        get
        {
            var errors = new long[ErrorCategoryNames.All.Count];
            foreach (var cell in _matrix.Cells)
            {
                if (cell.Code != SiteErrorMatrix.NotReported)
                    errors[(int)ErrorCatalogue.CategoryOf(cell.Code)] += cell.Count;
            }

            return [.. errors];
        }
    }

    /// <summary>The errors of a task with this matrix.</summary>
    public static TaskErrors Of(SiteErrorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(matrix);
    }
}
