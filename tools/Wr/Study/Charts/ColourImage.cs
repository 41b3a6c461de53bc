using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>One image: a red and a green light for every row and column, 0 to 1; what is missing is dark.</summary>
/// <param name="Red">By row, then column.</param>
internal sealed record ImagePanel(string Name, IReadOnlyList<IReadOnlyList<double>> Red, IReadOnlyList<IReadOnlyList<double>> Green);

/// <summary>Images side by side on one scale of light, red and green adding up on a black ground.</summary>
internal sealed record ColourImage(
    string Title, string RowLabel, IReadOnlyList<string> Rows, string ColumnLabel, IReadOnlyList<string> Columns, IReadOnlyList<ImagePanel> Panels) : Chart(Title)
{
    /// <summary>What red stands for.</summary>
    public string RedName { get; init; } = "red";

    /// <summary>What green stands for.</summary>
    public string GreenName { get; init; } = "green";

    /// <summary>Light of a cell as it is drawn.</summary>
    public static double Light(double value) => double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0;

    protected override bool HasData => Rows.Count > 0 && Columns.Count > 0 && Panels.Count > 0;

    protected override string Describe()
    {
        var panels = Panels.Select(panel => $"{panel.Name}: {Brightest(panel.Red)} for {RedName}, {Brightest(panel.Green)} for {GreenName}");
        return $"{Panels.Count} images of {Rows.Count} rows ({RowLabel}) and {Columns.Count} columns ({ColumnLabel}); red is {RedName}, green is {GreenName}. Brightest, {string.Join("; ", panels)}.";
    }

    protected override void Check()
    {
        foreach (var (panel, light) in Panels.SelectMany(panel => new[] { (panel, panel.Red), (panel, panel.Green) }))
        {
            CheckLength(Rows.Count, light.Count, panel.Name);
            foreach (var row in light)
                CheckLength(Columns.Count, row.Count, panel.Name);
        }
    }

    protected override void Paint(Sheet sheet) => new ImagePlot(this, sheet).Paint();

    private string Brightest(IReadOnlyList<IReadOnlyList<double>> light)
    {
        var (row, column) = Rows.Index().SelectMany(row => Columns.Index().Select(column => (Row: row.Index, Column: column.Index))).MaxBy(at => Light(light[at.Row][at.Column]));
        return $"{Rows[row]}, {Columns[column]}";
    }
}
