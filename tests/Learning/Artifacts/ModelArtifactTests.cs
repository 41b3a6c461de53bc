using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tests.Training;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Artifacts;

public sealed class ModelArtifactTests : IDisposable
{
    private readonly TrainedModel _trained = ModelTrainer.Train(RecoveryTargets.Memory, Cases.Many(), new(), cancellation: TestContext.Current.CancellationToken).Model!;
    private readonly byte[] _bytes;
    private readonly string _sha256;

    public ModelArtifactTests()
    {
        _bytes = ModelArtifact.Of(_trained, Cases.View, "1.2.3").ToBytes();
        _sha256 = ModelArtifact.Sha256Of(_bytes);
    }

    public void Dispose() => _trained.Dispose();

    [Fact]
    public void A_loaded_model_answers_as_the_trained_one()
    {
        using var active = new ActiveModel(ModelArtifact.Load(_bytes, _sha256), Cases.View);
        foreach (var example in Cases.Many(40, seed: 9))
            Assert.Equal(_trained.Final.Predict(example.Features), active.Predict(example.Features));
    }

    [Fact]
    public void The_header_tells_where_the_model_comes_from()
    {
        var header = ModelArtifact.Load(_bytes, _sha256.ToUpperInvariant()).Header;
        Assert.Equal(("memory", "tier", 1, "1.2.3", 1), (header.Target, header.View, header.ViewVersion, header.CodeVersion, header.Seed));
        Assert.Equal(RecoveryTargets.Memory.Classes, header.Classes);
        Assert.Equal(_trained.Window, header.Window);
        Assert.Equal(_trained.Examples, header.Examples);
        Assert.Equal(_trained.Metrics.LogLoss, header.Metrics.LogLoss);
        Assert.Equal(_trained.Usage.Typical[3], header.Usage.Typical[3]);
    }

    [Fact]
    public void Bytes_with_another_hash_are_refused()
    {
        _bytes[^1] ^= 1;
        var refusal = Assert.Throws<ArtifactRefusedException>(() => ModelArtifact.Load(_bytes, _sha256));
        Assert.Contains(_sha256, refusal.Message);
    }

    [Theory]
    [InlineData(0, "not a model")]
    [InlineData(7, "format")]
    [InlineData(11, "cut short")]
    [InlineData(13, "cannot be read")]
    public void Damaged_bytes_are_refused_even_with_their_own_hash(int at, string reason)
    {
        _bytes[at] ^= 0x55;
        var refusal = Assert.Throws<ArtifactRefusedException>(() => ModelArtifact.Load(_bytes, ModelArtifact.Sha256Of(_bytes)));
        Assert.Contains(reason, refusal.Message);
    }

    [Fact]
    public void Damaged_trees_are_refused()
    {
        var artifact = ModelArtifact.Load(_bytes, _sha256);
        Assert.Throws<ArtifactRefusedException>(() => new ActiveModel(artifact with { Trees = new byte[100] }, Cases.View));
    }

    [Fact]
    public void A_model_of_another_view_is_refused()
    {
        var artifact = ModelArtifact.Load(_bytes, _sha256);
        Assert.Throws<ArtifactRefusedException>(() => new ActiveModel(artifact with { Header = artifact.Header with { ViewVersion = 99 } }, Cases.View));
    }

    [Fact]
    public void Contributions_name_the_error_that_asks_for_memory()
    {
        using var active = new ActiveModel(ModelArtifact.Load(_bytes, _sha256), Cases.View);
        var strongest = active.ContributionsTo(Cases.Row(50660), 3)[0];
        Assert.StartsWith("50660/", strongest.Column);
        Assert.True(strongest.Amount > 0);
        Assert.Equal(Math.Log(21), strongest.Value, 5);
    }

    [Fact]
    public void Contributions_with_the_starting_margin_are_the_margin()
    {
        var row = Cases.Row(50660);
        var trees = _trained.Final.Trees;
        for (var @class = 0; @class < trees.Classes; @class++)
            Assert.Equal(trees.MarginsOf(row)[@class], trees.ContributionsOf(row, @class).Sum(), 4);
    }

    [Fact]
    public void A_task_of_another_width_is_refused()
    {
        using var active = new ActiveModel(ModelArtifact.Load(_bytes, _sha256), Cases.View);
        Assert.Throws<ArgumentException>(() => active.Predict(new SparseVector([], [], 3)));
    }

    [Fact]
    public void A_task_without_errors_is_answered()
    {
        using var active = new ActiveModel(ModelArtifact.Load(_bytes, _sha256), Cases.View);
        Assert.Equal(1, active.Predict(Cases.View.Of(SiteErrorMatrix.Empty)).Sum(), 9);
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        using var active = new ActiveModel(ModelArtifact.Load(_bytes, _sha256), Cases.View);
        var rows = Cases.Many(200, seed: 5).ConvertAll(example => example.Features);
        var alone = rows.ConvertAll(active.Predict);
        var together = new double[rows.Count][];
        Parallel.For(0, rows.Count, new() { MaxDegreeOfParallelism = 8 }, at =>
        {
            active.ContributionsTo(rows[at], 3);
            together[at] = active.Predict(rows[at]);
        });
        Assert.Equal(alone, together);
    }
}
