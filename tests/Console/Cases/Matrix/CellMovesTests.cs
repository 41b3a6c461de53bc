using WorkflowRecovery.Console.Cases.Matrix;

namespace WorkflowRecovery.Console.Tests.Cases.Matrix;

public sealed class CellMovesTests
{
    // x . x
    // . . .
    // . x x
    private static readonly IReadOnlyList<PictureCell> Picture = [At(0, 0), At(0, 2), At(2, 1), At(2, 2)];

    [Theory]
    [InlineData(0, "ArrowRight", 1)]
    [InlineData(1, "ArrowRight", 1)]
    [InlineData(1, "ArrowLeft", 0)]
    [InlineData(2, "ArrowLeft", 2)]
    [InlineData(0, "ArrowDown", 2)]
    [InlineData(1, "ArrowDown", 3)]
    [InlineData(3, "ArrowDown", 3)]
    [InlineData(3, "ArrowUp", 1)]
    [InlineData(0, "ArrowUp", 0)]
    [InlineData(3, "Home", 2)]
    [InlineData(0, "End", 1)]
    [InlineData(0, "x", 0)]
    public void Arrows_lead_to_the_nearest_cell_that_is_not_empty(int from, string key, int to) => Assert.Equal(to, CellMoves.Next(Picture, from, key));

    private static PictureCell At(int row, int column) => new(row, column, 1, IsGood: true, "");
}
