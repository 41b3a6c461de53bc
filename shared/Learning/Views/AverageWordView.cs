using System.Collections.Immutable;
using System.Globalization;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Text;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// The mean word vector of a task's logs (<c>vector/07</c>): all columns are filled unless there is no word. Vocabulary
/// and vectors have to be kept with the model that was trained on it.
/// </summary>
public sealed class AverageWordView : ITaskView
{
    private readonly Vocabulary _vocabulary;
    private readonly WordVectors _vectors;
    private readonly ImmutableArray<int> _all;
    private readonly string[] _columns;

    /// <summary>A view over a vocabulary and the vectors of its words.</summary>
    /// <exception cref="ArgumentException">They do not belong together.</exception>
    public AverageWordView(Vocabulary vocabulary, WordVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(vectors);
        if (vocabulary.Words.Length != vectors.Words)
            throw new ArgumentException($"{vocabulary.Words.Length} words but {vectors.Words} vectors", nameof(vectors));

        (_vocabulary, _vectors) = (vocabulary, vectors);
        _all = [.. Enumerable.Range(0, vectors.Dimension)];
        _columns = [.. _all.Select(at => string.Create(CultureInfo.InvariantCulture, $"vector/{at:D2}"))];
    }

    /// <inheritdoc />
    public string Name => "log-vector";

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc />
    public SparseVector Of(ReportedTask task)
    {
        var words = _vocabulary.IdsOf(task);
        return words.IsEmpty ? new([], [], _columns.Length) : new(_all, [.. _vectors.AverageOf(words)], _columns.Length);
    }
}
