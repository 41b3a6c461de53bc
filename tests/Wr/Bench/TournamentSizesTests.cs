using WorkflowRecovery.Wr.Bench;

namespace WorkflowRecovery.Wr.Tests.Bench;

public sealed class TournamentSizesTests
{
    [Theory]
    [InlineData(TournamentSizes.Usual, new[] { 27_000, 90_000 })]
    [InlineData(TournamentSizes.Large, new[] { 27_000, 90_000, 270_000 })]
    [InlineData(27_000, new[] { 27_000 })]
    [InlineData(2_000, new[] { 2_000 })]
    public void The_tournament_grows_as_far_as_it_may(int most, int[] sizes) => Assert.Equal(sizes, TournamentSizes.UpTo(most));
}
