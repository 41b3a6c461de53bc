using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Errors;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>How probable what is seen of a task is in one world, by what was ordered for it.</summary>
internal sealed class TaskEvidence
{
    /// <summary>Of the tasks that are not empty from the first, the part without any code -1.</summary>
    private const double NothingLost = (1 - NotReported.FewShare) * (1 - (NotReported.EverywhereShare / (1 - WorkflowErrors.EmptyShare)));

    private readonly bool _isEmpty;
    private readonly bool _exceeded;
    private readonly int[] _codes;
    private readonly (double Acdc, double Other) _jobs;
    private readonly (double Ordered, double Acdc, double Other) _memory;

    public TaskEvidence(SimulatedTask task)
    {
        MatrixCell[] memory = [.. task.Matrix.Cells.Where(cell => cell.Code == CodeFact.Memory)];
        _isEmpty = task.Matrix.Cells.IsEmpty;
        _exceeded = memory.Length > 0;
        _codes = [.. CodesOf(task)];
        _jobs = (JobLikelihood.Of(task, acdc: true), JobLikelihood.Of(task, acdc: false));
        _memory = (MemoryLikelihood.Of(memory), MemoryLikelihood.Of(memory, acdc: true), MemoryLikelihood.Of(memory, acdc: false));
    }

    /// <summary>The codes of a task but -1 and that of exceeded memory.</summary>
    public static IEnumerable<int> CodesOf(SimulatedTask task) =>
        task.Matrix.Cells.Select(cell => cell.Code).Where(code => code is not (SiteErrorMatrix.NotReported or CodeFact.Memory)).Distinct();

    /// <summary>By choice of the shared codes; up to a factor of the task alone.</summary>
    public double[] Of(SharedCodes codes, World world, bool memory, bool splitting)
    {
        var acdc = world == World.Acdc;
        var jobs = (acdc ? _jobs.Acdc : _jobs.Other) / (_jobs.Acdc + _jobs.Other);
        var exceeded = (memory ? _memory.Ordered : acdc ? _memory.Acdc : _memory.Other) / (_memory.Ordered + _memory.Acdc + _memory.Other);
        var empty = _isEmpty && !memory ? WorkflowErrors.EmptyShare / (_memory.Ordered + _memory.Acdc + _memory.Other) : 0;
        var full = exceeded * (memory ? 1 : 1 - WorkflowErrors.EmptyShare) * (_isEmpty ? NothingLost : 1);
        var shown = memory || splitting
            ? [.. Enumerable.Repeat(codes.Ordered(_codes, memory, splitting, _exceeded), codes.Choices.Count)]
            : codes.Plain(_codes);
        return [.. shown.Select(probability => jobs * (empty + (full * probability)))];
    }
}
