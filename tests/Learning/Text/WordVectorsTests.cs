using System.Collections.Immutable;
using WorkflowRecovery.Learning.Text;

namespace WorkflowRecovery.Learning.Tests.Text;

public sealed class WordVectorsTests
{
    private const int Words = 20;
    private static readonly WordVectorOptions Options = new() { Dimension = 20, Epochs = 8, Subsample = 1 };

    /// <summary>Words 0 and 1 are met among 2..9, words 10 and 11 among 12..19; neither pair is ever met together.</summary>
    private static readonly ImmutableArray<int>[] Texts = TwoTopics();

    [Fact]
    public void Words_that_share_contexts_are_near_and_others_are_not()
    {
        var vectors = Train(Texts, Words, Options);
        Assert.True(vectors.Similarity(0, 1) > 0.6, $"{vectors.Similarity(0, 1)}");
        Assert.True(vectors.Similarity(0, 10) < 0.3, $"{vectors.Similarity(0, 10)}");
        Assert.All(vectors.NearestTo(10, 5), word => Assert.InRange(word, 11, 19));
    }

    [Fact]
    public void When_words_are_shuffled_across_texts_topics_are_gone()
    {
        var all = Texts.SelectMany(text => text).ToArray();
        new Random(4).Shuffle(all);
        var vectors = Train([.. all.Chunk(5).Select(text => text.ToImmutableArray())], Words, Options);
        Assert.True(Math.Abs(vectors.Similarity(0, 1) - vectors.Similarity(0, 10)) < 0.3);
    }

    [Fact]
    public void Equal_seeds_give_equal_bits_and_others_do_not()
    {
        var once = Train(Texts, Words, Options).Values;
        Assert.Equal(once, Train(Texts, Words, Options).Values);
        Assert.NotEqual(once, Train(Texts, Words, Options with { Seed = 2 }).Values);
    }

    [Fact]
    public void A_word_never_met_has_no_direction()
    {
        var vectors = Train(Texts, Words + 1, Options);
        Assert.All(vectors.VectorOf(Words), number => Assert.Equal(0, number));
        Assert.Equal(0, vectors.Similarity(Words, 0));
    }

    [Fact]
    public void Any_dimension_is_kept()
    {
        var vectors = Train(Texts, Words, Options with { Dimension = 3, Epochs = 1 });
        Assert.Equal((3, Words), (vectors.VectorOf(0).Length, vectors.Words));
    }

    [Fact]
    public void Without_texts_there_is_nothing_to_learn() =>
        Assert.All(Train([], 2, Options).Values, number => Assert.Equal(0, number));

    [Fact]
    public void Common_words_are_passed_over_when_asked_for()
    {
        var few = Train(Texts, Words, Options with { Subsample = 1e-3 }).Values;
        Assert.NotEqual(Train(Texts, Words, Options).Values, few);
        Assert.All(few, number => Assert.True(float.IsFinite(number)));
    }

    [Fact]
    public void The_average_of_some_words_is_the_mean_of_their_vectors()
    {
        var vectors = new WordVectors([1f, 2f, 3f, 6f], 2);
        Assert.Equal([2f, 4f], vectors.AverageOf([0, 1]));
        Assert.Equal([0f, 0f], vectors.AverageOf([]));
    }

    [Fact]
    public void Ids_outside_the_vocabulary_and_numbers_of_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Train([[0, 5]], 5, Options));
        Assert.Throws<ArgumentException>(() => Train(Texts, Words, Options with { Window = 0 }));
        Assert.Throws<ArgumentException>(() => new WordVectors([1f, 2f, 3f], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WordVectors([1f, 2f], 2).VectorOf(1));
    }

    [Fact]
    public void Training_stops_when_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => WordVectors.Train(Texts, Words, Options, new CancellationToken(canceled: true)));

    private static WordVectors Train(IReadOnlyList<ImmutableArray<int>> texts, int words, WordVectorOptions options) =>
        WordVectors.Train(texts, words, options, TestContext.Current.CancellationToken);

    private static ImmutableArray<int>[] TwoTopics()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, 1500).Select(at =>
        {
            var topic = 10 * (at % 2);
            int Context() => topic + random.Next(2, 10);
            return ImmutableArray.Create(Context(), Context(), topic + random.Next(2), Context(), Context());
        })];
    }
}
