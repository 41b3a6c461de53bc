using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts.Pages;

/// <summary>What a section is made of, from top to bottom.</summary>
internal abstract record ReportBlock
{
    public abstract XElement Draw();
}

/// <summary>A paragraph.</summary>
internal sealed record TextBlock(string Text) : ReportBlock
{
    public override XElement Draw() => new("p", Letters.Clean(Text));
}

/// <summary>Short points in a list.</summary>
internal sealed record ListBlock(IReadOnlyList<string> Points) : ReportBlock
{
    public override XElement Draw() => new("ul", Points.Select(point => new XElement("li", Letters.Clean(point))), "");
}

/// <summary>A chart, with a caption that says what to see in it.</summary>
internal sealed record ChartBlock(Chart Chart, string? Caption = null) : ReportBlock
{
    public override XElement Draw() => new(
        "figure",
        new XElement("div", new XAttribute("class", "wide"), Chart.Draw()),
        Caption is null ? null : new XElement("figcaption", Letters.Clean(Caption)));
}

internal enum Align
{
    Left,
    Right,
    Centre,
}

internal sealed record TableColumn(string Heading, Align Align = Align.Left);

/// <summary>A table whose first column names its rows.</summary>
internal sealed record TableBlock(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock
{
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
    public override XElement Draw() => new(
        "div",
        new XAttribute("class", "wide"),
        new XElement(
            "table",
            new XElement("caption", Letters.Clean(Caption)),
            new XElement("thead", new XElement("tr", Columns.Select(column => Cell("th", column, column.Heading, "col")))),
            new XElement("tbody", Rows.Select(Row), "")));

    private XElement Row(IReadOnlyList<string> cells)
    {
        if (cells.Count != Columns.Count)
            throw new ArgumentException($"{Caption}: a row has {cells.Count} cells for {Columns.Count} columns.", nameof(cells));
        return new XElement("tr", cells.Select((cell, index) => Cell(index == 0 ? "th" : "td", Columns[index], cell, index == 0 ? "row" : null)));
    }

    private static XElement Cell(string name, TableColumn column, string text, string? scope) => new(
        name,
        scope is null ? null : new XAttribute("scope", scope),
        column.Align is Align.Left ? null : new XAttribute("class", column.Align is Align.Right ? "right" : "centre"),
        Letters.Clean(text));
}
