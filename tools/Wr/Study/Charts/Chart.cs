using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>A picture of numbers as self-contained SVG. Without any number it says that there is no data.</summary>
internal abstract record Chart(string Title)
{
    /// <summary>In pixels; pages may scale it.</summary>
    public double Width { get; init; } = 760;

    /// <summary>A sentence beneath the picture.</summary>
    public string? Note { get; init; }

    /// <summary>The same input gives the same text.</summary>
    /// <exception cref="ArgumentException">An axis cannot be as it is asked for, or a list is not as long as its labels.</exception>
    public string ToSvg() => XmlText.Of(Draw());

    /// <inheritdoc cref="ToSvg"/>
    public XElement Draw()
    {
        Check();
        var sheet = new Sheet(Width);
        sheet.Heading(Title);
        if (HasData)
            Paint(sheet);
        else
            sheet.NoData();
        if (Note is not null)
            sheet.Note(Note);
        return sheet.Finish(Title, HasData ? $"{Describe()} {Note}".TrimEnd() : "There is no data.");
    }

    protected abstract bool HasData { get; }

    /// <summary>What is drawn, in words.</summary>
    protected abstract string Describe();

    protected abstract void Paint(Sheet sheet);

    protected virtual void Check()
    {
    }

    /// <summary>Refuses lists that do not have a value for every label.</summary>
    protected void CheckLength(int labels, int values, string what)
    {
        if (labels != values)
            throw new ArgumentException($"{Title}: {what} has {values} values for {labels} labels.", nameof(values));
    }
}
