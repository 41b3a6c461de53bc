using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tests.Tournaments;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Artifacts;

public sealed class ModelArtifactTests
{
    private static readonly Lazy<TrainedModel> OnTheMatrix = new(() => Cases.Model(RecoveryTargets.Memory, Cases.Many(900)));

    private readonly TrainedModel _trained = OnTheMatrix.Value;
    private readonly byte[] _bytes;
    private readonly string _sha256;

    public ModelArtifactTests()
    {
        _bytes = ModelArtifact.Of(_trained, "1.2.3").ToBytes();
        _sha256 = ModelArtifact.Sha256Of(_bytes);
    }

    [Theory]
    [MemberData(nameof(Cases.KindNames), MemberType = typeof(Cases))]
    public void A_loaded_model_of_every_kind_answers_as_the_trained_one(string kind)
    {
        var trained = Cases.MemoryModel(kind);
        var bytes = ModelArtifact.Of(trained, "1.2.3").ToBytes();
        using var active = new ActiveModel(ModelArtifact.Load(bytes, ModelArtifact.Sha256Of(bytes)));

        Assert.Equal((kind, Cases.Kinds[kind].Name, "tier+extras"), (active.Header.Kind, active.Header.Approach, active.View.Name));
        foreach (var task in Cases.Many(40, seed: 9))
            Assert.Equal(trained.Final.Predict(trained.View.Of(task.Report)), active.Predict(task.Report));
    }

    [Theory]
    [MemberData(nameof(Cases.KindNames), MemberType = typeof(Cases))]
    public void A_damaged_payload_of_every_kind_is_refused(string kind)
    {
        var trained = Cases.MemoryModel(kind);
        var artifact = ModelArtifact.Of(trained, "1.2.3");

        foreach (var payload in new[] { new byte[100], artifact.Payload[..^1], artifact.Payload[..3], Array.Empty<byte>() })
            Assert.Throws<ArtifactRefusedException>(() => new ActiveModel(artifact with { Payload = payload }));
    }

    [Fact]
    public void The_header_tells_where_the_model_comes_from()
    {
        var header = ModelArtifact.Load(_bytes, _sha256.ToUpperInvariant()).Header;
        Assert.Equal((2, "memory", "tier", 1, "1.2.3", 1, "trees"), (header.Format, header.Target, header.View, header.ViewVersion, header.CodeVersion, header.Seed, header.Kind));
        Assert.Equal(RecoveryTargets.Memory.Classes, header.Classes);
        Assert.Equal(_trained.Window, header.Window);
        Assert.Equal(_trained.Examples, header.Examples);
        Assert.Equal(_trained.Metrics.LogLoss, header.Metrics.LogLoss);
        Assert.Equal(_trained.Usage.Typical[3], header.Usage.Typical[3]);
    }

    [Fact]
    public void A_model_of_the_first_format_which_named_no_kind_is_still_read()
    {
        var old = FirstFormat(_bytes);
        var artifact = ModelArtifact.Load(old, ModelArtifact.Sha256Of(old));
        using var active = new ActiveModel(artifact);

        Assert.Equal((1, "trees"), (artifact.Header.Format, artifact.Header.Kind));
        foreach (var task in Cases.Many(20, seed: 9))
            Assert.Equal(_trained.Final.Predict(_trained.View.Of(task.Report)), active.Predict(task.Report));
        Assert.Equal(_bytes, artifact.ToBytes());
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
    public void A_model_of_an_unknown_kind_is_refused() => AssertRefused(header => header with { Kind = "oracle" }, "'oracle' is not a kind of model");

    [Fact]
    public void A_model_of_a_kind_that_its_payload_is_not_is_refused() => AssertRefused(header => header with { Kind = "linear" }, "cannot be read");

    [Fact]
    public void A_model_of_an_unknown_view_is_refused() => AssertRefused(header => header with { View = "weather" }, "a view weather");

    [Fact]
    public void A_model_of_another_version_of_its_view_is_refused() => AssertRefused(header => header with { ViewVersion = 99 }, "view tier 99, not 1");

    [Fact]
    public void A_model_of_a_view_of_another_width_is_refused() =>
        AssertRefused(header => header with { View = ProductionViews.Context.Name, ViewVersion = ProductionViews.Context.Version }, "columns");

    [Fact]
    public void A_model_whose_rates_do_not_fit_its_classes_is_refused() => AssertRefused(header => header with { BaseRates = [0.5, 0.5] }, "do not fit");

    [Fact]
    public void Contributions_name_the_error_that_asks_for_memory()
    {
        using var active = Active();
        var strongest = active.ContributionsTo(Cases.Task(50660), 3)[0];
        Assert.StartsWith("50660/", strongest.Column);
        Assert.True(strongest.Amount > 0);
        Assert.Equal(Math.Log(21), strongest.Value, 5);
    }

    [Fact]
    public void Contributions_of_a_linear_model_are_weight_times_value()
    {
        var trained = Cases.MemoryModel("linear");
        using var active = new ActiveModel(ModelArtifact.Of(trained, "1.2.3"));
        var (task, more) = (Cases.Task(50660, 20), Cases.Task(50660, 440));
        var (few, many) = (active.ContributionsTo(task, 3), active.ContributionsTo(more, 3));

        var strongest = few.First(contribution => contribution.Column.StartsWith("tier:50660/", StringComparison.Ordinal));
        Assert.True(strongest.Amount > 0);
        Assert.Equal(2 * strongest.Amount, many.Single(contribution => contribution.Column == strongest.Column).Amount, 3);
    }

    [Fact]
    public void A_network_tells_no_contributions()
    {
        var trained = Cases.MemoryModel("network");
        using var active = new ActiveModel(ModelArtifact.Of(trained, "1.2.3"));

        Assert.False(active.Tells);
        Assert.Empty(active.ContributionsTo(Cases.Task(50660), 3));
    }

    [Fact]
    public void A_task_of_another_width_is_refused()
    {
        using var active = Active();
        Assert.Throws<ArgumentException>(() => active.Predict(new SparseVector([], [], 3)));
    }

    [Fact]
    public void A_task_without_errors_is_answered()
    {
        using var active = Active();
        Assert.Equal(1, active.Predict(Cases.Task()).Sum(), 9);
    }

    [Theory]
    [MemberData(nameof(Cases.KindNames), MemberType = typeof(Cases))]
    public void Many_threads_get_the_same_answers(string kind)
    {
        var trained = Cases.MemoryModel(kind);
        using var active = new ActiveModel(ModelArtifact.Of(trained, "1.2.3"));
        var tasks = Cases.Many(200, seed: 5).ConvertAll(task => task.Report);
        var alone = tasks.ConvertAll(active.Predict);
        var together = new double[tasks.Count][];
        Parallel.For(0, tasks.Count, new() { MaxDegreeOfParallelism = 8 }, at =>
        {
            active.ContributionsTo(tasks[at], 3);
            together[at] = active.Predict(tasks[at]);
        });
        Assert.Equal(alone, together);
    }

    private ActiveModel Active() => new(ModelArtifact.Load(_bytes, _sha256));

    private void AssertRefused(Func<ArtifactHeader, ArtifactHeader> change, string why)
    {
        var artifact = ModelArtifact.Load(_bytes, _sha256);
        var refusal = Assert.Throws<ArtifactRefusedException>(() => new ActiveModel(artifact with { Header = change(artifact.Header) }));
        Assert.Contains(why, refusal.Message);
    }

    /// <summary>The bytes as they were written before kinds were named.</summary>
    private static byte[] FirstFormat(byte[] bytes)
    {
        const int prefix = 12;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        var header = JsonNode.Parse(bytes.AsSpan(prefix, length))!.AsObject();
        header["format"] = 1;
        header.Remove("kind");
        header.Remove("approach");
        var json = Encoding.UTF8.GetBytes(header.ToJsonString());
        var old = (byte[])[.. bytes.AsSpan(0, prefix), .. json, .. bytes.AsSpan(prefix + length)];
        old[7] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(old.AsSpan(8), json.Length);
        return old;
    }
}
