using System.Runtime.InteropServices;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Several views side by side, e.g. <c>tier+extras</c>. A column carries the name of its view in front
/// (<c>tier:50660/T2/good</c>); the version rises with that of any part.
/// </summary>
public sealed class CombinedView : ITaskView
{
    private readonly ITaskView[] _parts;

    /// <summary>Puts views side by side.</summary>
    /// <exception cref="ArgumentException">There is no view, or two have one name.</exception>
    public CombinedView(params IEnumerable<ITaskView> parts)
    {
        _parts = [.. parts];
        if (_parts.Length == 0 || _parts.DistinctBy(part => part.Name).Count() < _parts.Length)
            throw new ArgumentException("a combined view has at least one part, and no two of one name", nameof(parts));

        Name = string.Join('+', _parts.Select(part => part.Name));
        Version = 1 + _parts.Sum(part => part.Version - 1);
        Columns = [.. _parts.SelectMany(part => part.Columns, (part, column) => $"{part.Name}:{column}")];
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public int Version { get; }

    /// <inheritdoc />
    public IReadOnlyList<string> Columns { get; }

    /// <inheritdoc />
    public SparseVector Of(ReportedTask task)
    {
        var vectors = _parts.Select(part => part.Of(task)).ToList();
        var length = vectors.Sum(vector => vector.Indices.Length);
        var (indices, values) = (new int[length], new float[length]);
        var (at, begin) = (0, 0);
        foreach (var vector in vectors)
        {
            vector.Values.CopyTo(values, at);
            foreach (var index in vector.Indices)
                indices[at++] = begin + index;

            begin += vector.Dimension;
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(indices), ImmutableCollectionsMarshal.AsImmutableArray(values), begin);
    }
}
