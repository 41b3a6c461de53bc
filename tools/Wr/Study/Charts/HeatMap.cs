using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>A number for every row and column, as colour and in figures. A logarithmic colour has no place for 0: such a cell shows its figure on the bare ground.</summary>
/// <param name="Colour">What the numbers measure; its ends are those of the colours.</param>
/// <param name="Values">By row, then column.</param>
internal sealed record HeatMap(
    string Title, string RowLabel, IReadOnlyList<string> Rows, string ColumnLabel, IReadOnlyList<string> Columns, Axis Colour, IReadOnlyList<IReadOnlyList<double?>> Values)
    : Chart(Title)
{
    /// <summary>Decimals of the figures.</summary>
    public int Decimals { get; init; } = 2;

    protected override bool HasData => Values.Any(row => row.Any(value => Numbers.Drawable(value) is not null));

    public string Text(double value) => Colour.Percent ? Numbers.Percent(value, Decimals) : Numbers.Fixed(value, Decimals);

    protected override string Describe()
    {
        var rows = Rows.Select((row, index) => $"{row}: {string.Join(", ", Columns.Select((column, at) => $"{column} {Words(Values[index][at])}"))}");
        return $"{Colour.Text}; rows are {RowLabel}, columns are {ColumnLabel}. {string.Join("; ", rows)}.";
    }

    protected override void Check()
    {
        CheckLength(Rows.Count, Values.Count, RowLabel);
        foreach (var (index, row) in Values.Index())
            CheckLength(Columns.Count, row.Count, Rows[index]);
    }

    protected override void Paint(Sheet sheet) => new HeatPlot(this, sheet).Paint();

    private string Words(double? value) => Numbers.Drawable(value) is { } number ? Text(number) : "none";
}
