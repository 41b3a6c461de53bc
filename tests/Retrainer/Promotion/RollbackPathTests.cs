using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class RollbackPathTests
{
    private static readonly Guid[] Sets = [.. Enumerable.Range(0, 26).Select(_ => Guid.NewGuid())];

    [Theory]
    [InlineData("", "")]
    [InlineData("A", "A")]
    [InlineData("ABC", "CBA")]
    [InlineData("ABA", "ABA")]
    [InlineData("AB a", "A")]
    [InlineData("ABA b", "BA")]
    [InlineData("ABA b a", "A")]
    [InlineData("ABC a", "A")]
    [InlineData("AB a C", "CA")]
    public void Rollbacks_take_off_what_promotions_put_on(string activations, string path) => Assert.Equal(path, PathAfter(activations));

    [Theory]
    [InlineData("AB a b", "BA")]
    [InlineData("ABC a D b", "BA")]
    [InlineData("A b", "B")]
    public void What_had_been_taken_off_comes_back_on_top_of_what_it_had_been_on(string activations, string path) => Assert.Equal(path, PathAfter(activations));

    [Fact]
    public void Rollbacks_that_name_no_set_come_to_an_end_whatever_was_done_before()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var done = Enumerable.Range(0, 12).Select(_ => new Activation(Sets[random.Next(3)], random.Next(2) == 0)).ToList();
            for (var steps = 0; RollbackPath.Of(done).Skip(1).Any(); steps++)
            {
                Assert.True(steps < 12);
                done.Add(new(RollbackPath.Of(done).ElementAt(1), IsRollback: true));
            }
        }
    }

    /// <summary>A capital letter is put on top, a small one gone back to.</summary>
    private static string PathAfter(string activations) => string.Concat(RollbackPath
        .Of(activations.Where(char.IsLetter).Select(set => new Activation(Sets[char.ToUpperInvariant(set) - 'A'], char.IsLower(set))))
        .Select(set => (char)('A' + Array.IndexOf(Sets, set))));
}
