using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Wr.Recommend;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Recommend;

public sealed class SimilarTextTests
{
    private static readonly SimilarTask Found = new(
        0.98765, "/w/\u001b[2Jt", "w", Tasks.Noon, new RecoveryAction(RecoveryActionKind.Acdc) { Splitting = "10x\u202e" }, ParametersGiven: true, ["50660", "85"]);

    [Fact]
    public void Names_and_orders_from_outside_are_made_harmless() =>
        Assert.Equal(["0.99", "2019-03-01", "ACDC, splitting 10x\\u202E", "50660, 85", "/w/\\u001B[2Jt"], SimilarText.Cells(Found));

    [Fact]
    public void A_program_reads_the_summary_and_each_task()
    {
        var json = SimilarText.Json(new SimilarPast("One was.", [Found]));

        Assert.Equal("One was.", (string?)json["summary"]);
        Assert.Equal(["similarity", "task", "workflow", "reportedAt", "ordered", "sharedErrors"], json["tasks"]![0]!.AsObject().Select(member => member.Key));
    }
}
