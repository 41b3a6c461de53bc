using System.Collections.Immutable;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>The tasks of a report so far, for the one that comes next.</summary>
internal sealed class EarlierSiblings
{
    private readonly Dictionary<int, int> _tasksWith = [];
    private readonly long[] _errors = new long[ErrorCategoryNames.All.Count];
    private int _count;
    private int _withErrors;

    /// <summary>What the next task has before it; from then on it is one of them.</summary>
    public Siblings Next(TaskErrors task)
    {
        var own = task.ByCategory;
        var before = new Siblings(
            _count,
            _withErrors,
            _errors.Sum(),
            _tasksWith.GetValueOrDefault(Siblings.TooMuchMemory),
            task.MainCode is { } code ? _tasksWith.GetValueOrDefault(code) : 0,
            Siblings.SharesOf([.. _errors.Zip(own, (errors, more) => errors + more)]));
        Add(task, own);
        return before;
    }

    private void Add(TaskErrors task, ImmutableArray<long> own)
    {
        _count++;
        _withErrors += task.MainCode is null ? 0 : 1;
        foreach (var code in task.Codes)
            _tasksWith[code] = _tasksWith.GetValueOrDefault(code) + 1;

        for (var category = 0; category < own.Length; category++)
            _errors[category] += own[category];
    }
}
