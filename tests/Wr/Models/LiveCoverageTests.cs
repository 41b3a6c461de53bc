using WorkflowRecovery.Wr.Models;

namespace WorkflowRecovery.Wr.Tests.Models;

public sealed class LiveCoverageTests
{
    [Fact]
    public void Coverage_is_told_over_workflows_beside_what_was_meant() => Assert.Equal(
        "Live, unprompted: of 200 answered workflows 91.5 % had their actions among those not ruled out (90 % meant), 94.0 % their whole plans (95 % meant); 97 of 100 with one plan each were ordered so.",
        new LiveCoverage(Prompted: false, 200, 183, 188, 100, 97).Sentence());
}
