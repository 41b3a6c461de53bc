using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Text;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// The words of a task's logs, as ln(1 + how often each comes) (<c>word/segmentation</c>). Which columns there are
/// depends on the vocabulary, so that has to be kept with the model that was trained on it.
/// </summary>
/// <param name="vocabulary">The words that have a column; others are left out.</param>
public sealed class LogView(Vocabulary vocabulary) : ITaskView
{
    private readonly string[] _columns = [.. vocabulary.Words.Select(word => $"word/{word}")];

    /// <inheritdoc />
    public string Name => "log";

    /// <inheritdoc />
    public int Version => 1;

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc />
    public SparseVector Of(ReportedTask task)
    {
        var words = vocabulary.IdsOf(task);
        var sums = new ColumnSums(words.Length);
        foreach (var word in words)
            sums.Add(word, 1);

        return sums.ToVector(_columns.Length, Scaling.Log);
    }
}
