namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>Where the arrow keys lead. Empty cells are passed over, so that a sparse picture is walked in few steps.</summary>
internal static class CellMoves
{
    /// <summary>The cell that a key leads to; the same where it leads nowhere.</summary>
    /// <param name="cells">By row, then by column.</param>
    /// <param name="at">Place of the present cell among them.</param>
    /// <param name="key">Its name as browsers tell it.</param>
    public static int Next(IReadOnlyList<PictureCell> cells, int at, string key) => key switch
    {
        "ArrowRight" => at + 1 < cells.Count && cells[at + 1].Row == cells[at].Row ? at + 1 : at,
        "ArrowLeft" => at > 0 && cells[at - 1].Row == cells[at].Row ? at - 1 : at,
        "ArrowDown" => Nearest(cells, at, cells.Skip(at).FirstOrDefault(cell => cell.Row > cells[at].Row)?.Row),
        "ArrowUp" => Nearest(cells, at, cells.Take(at).LastOrDefault(cell => cell.Row < cells[at].Row)?.Row),
        "Home" => Nearest(cells, at, cells[at].Row, column: 0),
        "End" => Nearest(cells, at, cells[at].Row, column: int.MaxValue),
        _ => at,
    };

    private static int Nearest(IReadOnlyList<PictureCell> cells, int at, int? row, int? column = null) => row is null
        ? at
        : cells.Index().Where(cell => cell.Item.Row == row).MinBy(cell => Math.Abs((long)cell.Item.Column - (column ?? cells[at].Column))).Index;
}
