using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.MlNet;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Search;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>An approach with an operator whose rule it has to find.</summary>
internal sealed record Case(IApproach Approach, Operator Who, Target Target, int Tasks = 1500)
{
    private static readonly SummedView Summed = new();
    private static readonly FullView Full = new();
    private static readonly ExtrasView Extras = new();
    private static readonly CombinedView Both = new(MatrixViews.Tier, Extras);
    private static readonly NetworkOptions SmallSteps = new() { BatchSize = 32, LearningRate = 0.01, Epochs = 12, PatienceEpochs = 4 };

    private static readonly NetworkApproach WordsInOrder = new(NetworkRecipe.Of("words in order", new WordsRecipe(8, units: 8), SmallSteps));
    private static readonly ExtendedStructure SmallExtended = new(Pictures: 1, Filters: 2, MatrixNeurons: 20, ExtraNeurons: 50, TrunkLayers: 1, LearningRate: 0.01);

    /// <summary>The talk's, with the fewest pictures and filters.</summary>
    private static readonly SearchSpace SmallStructures = new([.. TalkSearches.Structures.Parameters.Select(
        parameter => parameter is WholeNumber { Name: "pictures" or "filters" } whole ? whole with { High = whole.Low } : parameter)]);

    private static readonly TreesApproach Trees = new(MatrixViews.Tier);

    public static readonly IReadOnlyDictionary<string, Case> All = new Dictionary<string, Case>
    {
        ["2 summed"] = new(TalkNetworks.Unweighted(Summed), Operator.ByCode, TalkTargets.PlainOfAuthors),
        ["3 weighted"] = new(TalkNetworks.Weighted(Summed), Operator.Careful, TalkTargets.PlainOfAuthors, 700),
        ["4 memory"] = new(TalkNetworks.Weighted(Summed), Operator.Careful, TalkTargets.Memory, 700),
        ["5 tiers"] = new(TalkNetworks.Tiers(new PlainTierView()), Operator.ByTier, TalkTargets.PlainOfAuthors),
        ["6 SMOTE"] = new(TalkNetworks.Wide(Full, Imbalance.Smote), Operator.BySite, TalkTargets.PlainOfAuthors),
        ["6 repeated"] = new(TalkNetworks.Wide(Full, Imbalance.Repeat), Operator.BySite, TalkTargets.PlainOfAuthors),
        ["7 sum"] = Grouped(GroupWeighting.Sum),
        ["7 logs"] = Grouped(GroupWeighting.Logs),
        ["7 share"] = Grouped(GroupWeighting.Share),
        ["7 sites"] = Grouped(GroupWeighting.Sites),
        ["8 convolution"] = new(TalkNetworks.Convolution(TalkNetworks.Sortings[0]), Operator.ByTier, TalkTargets.PlainOfAuthors, 900) { IsSlow = true },
        ["8 relevance"] = Picture(0),
        ["8 category"] = Picture(1),
        ["8 number"] = Picture(2),
        ["8 lift"] = Picture(3),
        ["8 chance"] = Picture(4),
        ["9 extended"] = new(TalkNetworks.Extended(SmallExtended, Full, Extras), Operator.ByFailedShare, TalkTargets.Memory, 900),
        ["10 averaged words"] = new(TalkNetworks.AveragedWords(Summed), Operator.ByWords, TalkTargets.Unmodified),
        ["11 recurrent"] = new(TalkNetworks.Recurrent(Summed), Operator.ByWords, TalkTargets.Unmodified, 3000),
        ["11 order of words"] = new(WordsInOrder, Operator.ByOrder, TalkTargets.Unmodified, 1000),
        ["13 search of settings"] = new(
            Searched(TalkSearches.Networks, setting => TalkSearches.Network(Summed, setting), 4), Operator.ByCode, TalkTargets.Memory),
        ["13 search of structures"] = new(
            Searched(SmallStructures, setting => TalkSearches.Extended(Full, Extras, setting), 2), Operator.ByTier, TalkTargets.Memory, 900) { IsSlow = true },
        ["trees"] = new(Trees, Operator.ByTier, TalkTargets.PlainOfAuthors),
        ["trees that forget"] = new(new TreesApproach(Both, TimeSpan.FromDays(60)), Operator.ByFailedShare, TalkTargets.PlainOfAuthors),
        ["LightGBM"] = new(new MlNetApproach(Both), Operator.ByFailedShare, TalkTargets.PlainOfAuthors),
        ["linear"] = new(new LinearApproach(new PlainTierView()), Operator.ByTier, TalkTargets.PlainStrict),
        ["ensemble"] = new(new EnsembleApproach("mean", [Trees, new LinearApproach(Summed)]), Operator.Careful, TalkTargets.PlainStrict),
        ["memory first"] = new(new MemoryFirstApproach(new LinearApproach(Summed), Trees), Operator.Careful, TalkTargets.PlainOfAuthors),
        ["calibrated"] = new(new CalibratedApproach(TalkNetworks.Wide(Summed, Imbalance.Weights)), Operator.Careful, TalkTargets.Clone),
        ["rule"] = new(RuleApproach.UnifiedMemory, Operator.Careful, TalkTargets.Memory),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static TheoryData<string> QuickNames => [.. Quick.Keys];

    public static TheoryData<string> QuickNetworkNames => [.. Quick.Where(entry => entry.Value.Approach is NetworkApproach).Select(entry => entry.Key)];

    /// <summary>Whether learning takes seconds.</summary>
    public bool IsSlow { get; private init; }

    private static Dictionary<string, Case> Quick => All.Where(entry => !entry.Value.IsSlow).ToDictionary();

    public Exam Exam(int? tasks = null) => new(Invented.Tasks(Who, tasks ?? Tasks), Target);

    private static Case Grouped(GroupWeighting weighting) => new(TalkNetworks.Grouped(weighting), Operator.ByCategory, TalkTargets.PlainOfAuthors);

    /// <summary>A small convolutional network on one of the talk's pictures.</summary>
    private static Case Picture(int sorting) => new(
        new NetworkApproach(NetworkRecipe.Of(
            "pictures",
            new ImageRecipe(TalkNetworks.Sortings[sorting].Name, TalkNetworks.Sortings[sorting].Of, [new ConvolutionDesign(2, 1, 5), new DenseDesign(10)]),
            SmallSteps)),
        Operator.ByTier,
        TalkTargets.PlainOfAuthors,
        600);

    private static SearchedApproach Searched(SearchSpace space, Func<Setting, IApproach> make, int trials) =>
        new("search", "any", new(space, new RandomSearch(), make, trials));
}
