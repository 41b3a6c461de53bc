using System.Collections.Immutable;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>The errors of a whole workflow, from which those of a task's siblings follow.</summary>
internal sealed class WorkflowErrors
{
    private const int TooMuchMemory = 50660;

    private readonly WorkflowReport _report;
    private readonly Dictionary<int, int> _tasksWith = [];
    private readonly ImmutableArray<double> _shares;
    private readonly long _errors;
    private readonly int _withErrors;

    public WorkflowErrors(WorkflowReport report)
    {
        _report = report;
        var categories = new long[ErrorCategoryNames.All.Count];
        foreach (var task in report.Tasks)
        {
            _withErrors += task.MainCode is null ? 0 : 1;
            foreach (var code in task.Errors.Select(error => error.Code).Distinct())
                _tasksWith[code] = _tasksWith.GetValueOrDefault(code) + 1;

            foreach (var cell in task.Matrix.Cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported))
            {
                categories[(int)ErrorCatalogue.CategoryOf(cell.Code)] += cell.Count;
                _errors += cell.Count;
            }
        }

        _shares = [.. categories.Select(errors => _errors == 0 ? 0 : (double)errors / _errors)];
    }

    public Siblings SiblingsOf(TaskInReport task) => new(
        _report.Tasks.Count - 1,
        _withErrors - (task.MainCode is null ? 0 : 1),
        _errors - task.Matrix.TotalErrors,
        _tasksWith.GetValueOrDefault(TooMuchMemory) - (task.Errors.Any(error => error.Code == TooMuchMemory) ? 1 : 0),
        task.MainCode is { } code ? _tasksWith[code] - 1 : 0,
        _shares);
}
