using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Tests.Networks;

public sealed class NetworkTests
{
    private static readonly NetworkDesign Design = new(
        [
            new(new ColumnsDesign(Samples.Columns), [new DenseDesign(30), new DropoutDesign(0.5)]),
            new(new WordsDesign(Samples.Vocabulary), [new EmbeddingDesign(5), new GruDesign(4)]),
        ],
        [new DenseDesign(9, Activation.Tanh, 0.001)], 3);

    private static readonly IReadOnlyList<NetworkInput> Inputs = [Samples.Either(600, 1).Inputs[0], Samples.Orders(600, 1).Inputs[0]];
    private static readonly Network Trained = NetworkTrainer.Train(
        Design, new(Inputs, [.. Enumerable.Range(0, 600).Select(row => row % 3)], [.. Enumerable.Repeat(1.0, 600)]), watched: null, new() { Epochs = 2 });

    [Fact]
    public void Probabilities_of_a_row_add_up_to_one() => Assert.All(Trained.Predict(Inputs), answer => Assert.Equal(1, answer.Sum(), 1e-12));

    [Fact]
    public void A_row_asked_alone_gets_the_same_bits_as_among_others()
    {
        var together = Trained.Predict(Inputs);
        for (var row = 0; row < together.Length; row += 37)
            Assert.Equal(together[row], Trained.Predict(Only(row))[0]);
    }

    [Fact]
    public void Several_threads_may_ask_at_once()
    {
        var expected = Trained.Predict(Inputs);
        var answers = new double[8][][];
        Parallel.For(0, answers.Length, new() { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            asked => answers[asked] = Trained.Predict(Inputs));
        Assert.All(answers, answer => Assert.Equal(expected, answer));
    }

    [Fact]
    public void No_rows_have_no_answers() => Assert.Empty(Trained.Predict([new SparseRows([]), new WordRows([])]));

    [Fact]
    public void Inputs_that_do_not_fit_are_refused()
    {
        Refused([Inputs[0]], "1 inputs for 2 branches");
        Refused([Inputs[1], Inputs[0]], "needs sparse rows");
        Refused([Inputs[0], Inputs[0]], "needs rows of words");
        Refused([Inputs[0], new WordRows([[0]])], "1 rows");
        Refused([new SparseRows([Samples.Sparse(1, 1)]), new WordRows([[0]])], "2 columns");
        Refused([new SparseRows([((SparseRows)Inputs[0]).Rows[0]]), new WordRows([[0, Samples.Vocabulary]])], "word 12");
    }

    [Fact]
    public void Stored_bytes_give_the_same_network_back()
    {
        var read = Network.Read(Trained.ToBytes());
        Assert.Equal(Design, read.Design);
        Assert.Equal(Trained.Predict(Inputs), read.Predict(Inputs));
        Assert.Equal(Trained.ToBytes(), read.ToBytes());
    }

    [Fact]
    public void Any_changed_byte_is_refused()
    {
        var bytes = Trained.ToBytes();
        for (var at = 0; at < bytes.Length; at += 7)
        {
            bytes[at] ^= 0x10;
            Assert.Throws<FormatException>(() => Network.Read(bytes));
            bytes[at] ^= 0x10;
        }
    }

    [Fact]
    public void Missing_and_additional_bytes_are_refused()
    {
        var bytes = Trained.ToBytes();
        for (var length = 0; length < bytes.Length; length += 13)
            Assert.Throws<FormatException>(() => Network.Read(bytes.AsMemory(0, length)));

        Assert.Throws<FormatException>(() => Network.Read((byte[])[.. bytes, 0]));
    }

    [Fact]
    public void Another_version_is_named()
    {
        var bytes = Trained.ToBytes();
        bytes[5] = 2;
        Assert.Contains("version 2", Assert.Throws<FormatException>(() => Network.Read(bytes)).Message);
    }

    private static NetworkInput[] Only(int row) => [new SparseRows([((SparseRows)Inputs[0]).Rows[row]]), new WordRows([((WordRows)Inputs[1]).Rows[row]])];

    private static void Refused(IReadOnlyList<NetworkInput> inputs, string because) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(() => Trained.Predict(inputs)).Message);
}
