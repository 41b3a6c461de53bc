using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Text;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// A branch on the words of a task's logs. Vocabulary and word vectors (skip-gram) are learned from the rows to train with
/// and then kept as they are, as the study of logs did.
/// </summary>
/// <param name="dimension">Length of a word's vector.</param>
/// <param name="units">Recurrent units that read the words in their order; null: the mean of their vectors is taken.</param>
/// <param name="longest">Words of a task that are read at most.</param>
public sealed class WordsRecipe(int dimension, int? units = null, int longest = 100) : IBranchRecipe
{
    /// <summary>How often a word must come among the rows to train with to be learned.</summary>
    public const int FewestUses = 10;

    /// <inheritdoc />
    public string View => units is null ? "logs (mean of word vectors)" : "logs (words in order)";

    /// <inheritdoc />
    /// <exception cref="ArgumentException">No word comes often enough.</exception>
    public PreparedBranch Prepare(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var vocabulary = Vocabulary.Of(lesson.Set.Of(lesson.Train).Select(task => task.Report), FewestUses);
        if (vocabulary.Words.IsEmpty)
            throw new ArgumentException("there are no logs to learn words from", nameof(lesson));

        var words = new Dictionary<int, ImmutableArray<int>>();
        var vectors = WordVectors.Train(
            [.. lesson.Train.Select(WordsOf)], vocabulary.Words.Length, new() { Dimension = dimension, Seed = lesson.Seed });
        IReadOnlyList<float[]> initial = [.. Enumerable.Range(0, vocabulary.Words.Length).Select(vectors.VectorOf)];
        ImmutableArray<LayerDesign> layers = units is { } count
            ? [new EmbeddingDesign(dimension, initial, Trained: false), new GruDesign(count)]
            : [new AveragedWordsDesign(dimension, initial, Trained: false)];
        return new(new(new WordsDesign(vocabulary.Words.Length), layers), rows => new WordRows([.. rows.Select(WordsOf)]));

        ImmutableArray<int> WordsOf(int row)
        {
            if (!words.TryGetValue(row, out var ids))
            {
                var all = vocabulary.IdsOf(lesson.Set.Tasks[row].Report);
                words[row] = ids = all.Length > longest ? all[..longest] : all;
            }

            return ids;
        }
    }
}
