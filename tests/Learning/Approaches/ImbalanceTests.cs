using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

public sealed class ImbalanceTests
{
    private static readonly SummedView View = new();
    private static readonly Exam Rare = new(Invented.Tasks(Operator.Hesitant, 1500), TalkTargets.Memory);
    private static readonly Lazy<double> WithoutRemedy = new(() => RecallOfTheRare(Imbalance.None));

    [Theory]
    [InlineData(Imbalance.Weights)]
    [InlineData(Imbalance.Repeat)]
    [InlineData(Imbalance.Smote)]
    public void Each_remedy_finds_more_of_the_rare_class(Imbalance imbalance)
    {
        Assert.InRange(WithoutRemedy.Value, 0, 0.3);
        Assert.InRange(RecallOfTheRare(imbalance), 0.6, 1);
    }

    [Fact]
    public void Rows_are_not_invented_between_several_views()
    {
        var branch = new ColumnsRecipe(View, []);
        var approach = new NetworkApproach(new("two", [branch, branch], [], new() { Epochs = 1 }, Imbalance.Smote));
        var fault = Assert.Throws<ArgumentException>(() => Rare.Area(approach));
        Assert.Contains("one view only", fault.Message, StringComparison.Ordinal);
    }

    private static double RecallOfTheRare(Imbalance imbalance) =>
        ProbabilityScores.Recall(Rare.Answers(TalkNetworks.Wide(View, imbalance), Rare.Judged), Rare.JudgedClasses, 2)[1]!.Value;
}
