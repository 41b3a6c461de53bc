using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class HtmlReportTests
{
    private const string Hostile = "</p><script>alert(1)</script>&\u0001\uDC00";

    [Fact]
    public void Every_section_is_reached_from_the_contents()
    {
        var page = Parsed(Report("a"));
        var links = page.Descendants("nav").Descendants("a").Select(link => (string)link.Attribute("href")!).ToList();

        Assert.Equal(2, links.Count);
        Assert.Equal(links, page.Descendants("section").Select(section => $"#{(string?)section.Attribute("id")}"));
    }

    [Fact]
    public void Text_from_outside_stays_text()
    {
        var html = Report(Hostile).ToHtml();
        var page = Parsed(Report(Hostile));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(html, letter => char.IsControl(letter) && letter != '\n');
        Assert.Empty(page.Descendants("script"));
        Assert.StartsWith("</p><script>", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_fetched_and_only_the_pages_own_style_is_allowed()
    {
        var page = Parsed(Report("a"));
        var style = page.Descendants("style").Single().Value;
        var policy = (string?)page.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content");

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "style" or "src" or "srcset");
        Assert.Contains($"<style>{style}</style>", Report("a").ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_that_html_does_not_close_by_itself_is_closed()
    {
        var html = new HtmlReport("", [""], [new ReportSection("", [new TextBlock(""), new ListBlock([]), new TableBlock("", [new TableColumn("")], [])]), new ReportSection("", [])]).ToHtml();

        Assert.All((string[])["p", "h1", "h2", "ul", "th", "tbody", "title", "caption"], name => Assert.DoesNotContain($"<{name} />", html, StringComparison.Ordinal));
        Assert.All((string[])["p", "h1", "h2", "ul", "th", "tbody", "title", "caption"], name => Assert.Contains($"</{name}>", html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_of_nothing_is_a_page()
    {
        var html = new HtmlReport("t", [], []).ToHtml();

        Assert.Contains("</ol></nav>", html, StringComparison.Ordinal);
        Assert.Contains("</main>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_names_its_rows_and_aligns_its_numbers()
    {
        var table = Parsed(Report("a")).Descendants("table").Single();

        Assert.Equal(["col", "col", "row"], table.Descendants("th").Select(cell => (string?)cell.Attribute("scope")));
        Assert.Equal("right", (string?)table.Descendants("td").Single().Attribute("class"));
    }

    [Fact]
    public void A_row_that_does_not_fit_its_table_is_refused() =>
        Assert.Throws<ArgumentException>(() => new TableBlock("t", [new TableColumn("a")], [["1", "2"]]).Draw());

    [Fact]
    public void The_same_report_has_the_same_bytes_and_one_kind_of_line_end()
    {
        Assert.Equal(Report("a").ToHtml(), Report("a").ToHtml());
        Assert.DoesNotContain('\r', Report("a").ToHtml());
    }

    private static HtmlReport Report(string text) => new(text, [text],
    [
        new ReportSection(text, [new TextBlock(text), new ListBlock([text]), .. Drawn.OfEveryKind(text).Select(chart => new ChartBlock(chart, text))]),
        new ReportSection(text, [new TableBlock(text, [new TableColumn(text), new TableColumn(text, Align.Right)], [[text, text]])]),
    ]);

    private static XDocument Parsed(HtmlReport report) => XDocument.Parse(report.ToHtml(), LoadOptions.PreserveWhitespace);
}
