using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts.Pages;

/// <summary>A part of the report with a heading, which the table of contents leads to.</summary>
internal sealed record ReportSection(string Heading, IReadOnlyList<ReportBlock> Blocks);

/// <summary>One self-contained page: no script, nothing fetched, and a policy that says so. All text is escaped; the same report gives the same bytes.</summary>
/// <param name="Introduction">Paragraphs before the first section.</param>
internal sealed record HtmlReport(string Title, IReadOnlyList<string> Introduction, IReadOnlyList<ReportSection> Sections)
{
    /// <exception cref="ArgumentException">A chart or table is refused.</exception>
    public string ToHtml() => $"<!DOCTYPE html>\n{XmlText.Of(Page())}\n";

    private XElement Page() => new(
        "html",
        new XAttribute("lang", "en"),
        "\n",
        new XElement(
            "head",
            new XElement("meta", new XAttribute("charset", "utf-8")),
            new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
            new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", StyleSheet.Policy)),
            new XElement("title", Letters.Clean(Title)),
            new XElement("style", StyleSheet.Text)),
        "\n",
        new XElement("body", Header(), Contents(), new XElement("main", Sections.Select(Section), "\n")));

    private XElement Header() => new(
        "header",
        new XElement("h1", Letters.Clean(Title)),
        Introduction.Select(paragraph => new XElement("p", Letters.Clean(paragraph))));

    private XElement Contents() => new(
        "nav",
        new XAttribute("aria-label", "Contents"),
        new XElement(
            "ol",
            Sections.Select((section, index) => new XElement("li", new XElement("a", new XAttribute("href", $"#{Id(index)}"), Letters.Clean(section.Heading)))),
            ""));

    private static XElement Section(ReportSection section, int index) => new(
        "section",
        new XAttribute("id", Id(index)),
        "\n",
        new XElement("h2", Letters.Clean(section.Heading)),
        section.Blocks.Select(block => new object[] { "\n", block.Draw() }));

    private static string Id(int index) => $"section-{index + 1}";
}
