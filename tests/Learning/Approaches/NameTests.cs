using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.MlNet;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

public sealed class NameTests
{
    private static readonly SummedView Summed = new();
    private static readonly TreesApproach Trees = new(MatrixViews.Tier, TimeSpan.FromDays(180));

    public static TheoryData<string, string, IApproach> Approaches => new()
    {
        { "network 4 x 50", "summed", TalkNetworks.Unweighted(Summed) },
        { "network 4 x 50", "summed-raw", TalkNetworks.Unweighted(new SummedView(Scaling.Raw)) },
        { "network 6 x 100, weighted", "summed", TalkNetworks.Weighted(Summed) },
        { "network 50-100-100-100, weighted", "plain-tier", TalkNetworks.Tiers(new PlainTierView()) },
        { "network 3 x 50", "full", TalkNetworks.Wide(new FullView(), Imbalance.None) },
        { "network 3 x 50, weighted", "full", TalkNetworks.Wide(new FullView(), Imbalance.Weights) },
        { "network 3 x 50, re-sampled", "full", TalkNetworks.Wide(new FullView(), Imbalance.Repeat) },
        { "network 3 x 50, SMOTE", "full", TalkNetworks.Wide(new FullView(), Imbalance.Smote) },
        { "network 2 x 50 on groups", "grouped-share", TalkNetworks.Grouped(GroupWeighting.Share) },
        { "convolutional network", "image by relevance", TalkNetworks.Convolution(TalkNetworks.Sortings[0]) },
        { "extended network", "image by relevance + image by category + full + extras", TalkNetworks.Extended(new(), new FullView(), new ExtrasView()) },
        { "network on word vectors + counts", "logs (mean of word vectors) + summed", TalkNetworks.AveragedWords(Summed) },
        { "recurrent network on words + counts", "logs (words in order) + summed", TalkNetworks.Recurrent(Summed) },
        { "trees", "tier", new TreesApproach(MatrixViews.Tier) },
        { "trees, half-life 180 days", "tier", Trees },
        { "LightGBM through ML.NET", "tier", new MlNetApproach(MatrixViews.Tier) },
        { "logistic regression", "summed", new LinearApproach(Summed) },
        { "mean", "tier + summed", new EnsembleApproach("mean", [Trees, new LinearApproach(Summed)]) },
        { "memory first, then the rest, by logistic regression", "tier + summed", new MemoryFirstApproach(Trees, new LinearApproach(Summed)) },
        { "logistic regression, calibrated", "summed", new CalibratedApproach(new LinearApproach(Summed)) },
        { "rule: 50660 above 20 % of failures", "matrix", RuleApproach.UnifiedMemory },
        { "constant answer", "-", new ConstantApproach() },
    };

    [Theory]
    [MemberData(nameof(Approaches))]
    public void An_approach_says_what_it_is_and_what_it_looks_through(string name, string view, IApproach approach) =>
        Assert.Equal((name, view), (approach.Name, approach.View));

    [Fact]
    public void Members_of_one_view_name_it_once() => Assert.Equal("tier", new EnsembleApproach("mean", [Trees, Trees]).View);
}
