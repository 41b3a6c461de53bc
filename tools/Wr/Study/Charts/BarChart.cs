using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>One bar for every category, in the colour of the group.</summary>
internal sealed record BarGroup(string Name, IReadOnlyList<Measured> Bars);

/// <summary>A number of somebody else for some categories, as a mark across their bars.</summary>
internal sealed record BarMark(string Name, IReadOnlyList<double?> Values);

/// <summary>Horizontal bars, several for each category, with their numbers at the right.</summary>
/// <param name="Value">Without a beginning, the axis includes 0.</param>
internal sealed record BarChart(string Title, Axis Value, IReadOnlyList<string> Categories, IReadOnlyList<BarGroup> Groups) : Chart(Title)
{
    public BarMark? Mark { get; init; }

    /// <summary>Decimals of the numbers at the right.</summary>
    public int Decimals { get; init; } = 3;

    protected override bool HasData => Groups.Any(group => group.Bars.Any(CanShow));

    public bool CanShow(Measured bar) => Scale.CanShow(Value, bar.Value);

    public string Text(double value) => Value.Percent ? Numbers.Percent(value, Decimals) : Numbers.Fixed(value, Decimals);

    protected override string Describe() => $"{Value.Text}. {string.Join("; ", Categories.Select((category, index) => $"{category}: {Words(index)}"))}.";

    protected override void Paint(Sheet sheet) => new BarPlot(this, sheet).Paint();

    protected override void Check()
    {
        foreach (var group in Groups)
            CheckLength(Categories.Count, group.Bars.Count, group.Name);
        if (Mark is not null)
            CheckLength(Categories.Count, Mark.Values.Count, Mark.Name);
    }

    private string Words(int category)
    {
        var bars = Groups.Select(group => $"{group.Name} {(CanShow(group.Bars[category]) ? Text(group.Bars[category].Value!.Value) : "none")}");
        return string.Join(", ", Scale.CanShow(Value, Mark?.Values[category]) ? bars.Append($"{Mark!.Name} {Text(Mark.Values[category]!.Value)}") : bars);
    }
}
