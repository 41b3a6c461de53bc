using System.Xml.Linq;
using WorkflowRecovery.Wr.Study.Report;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudyReportTests
{
    private const string Hostile = "</td><script>alert(1)</script>&\u0001";

    private static readonly string Html = StudyReport.Of(Results.Of()).ToHtml();

    [Theory]
    [InlineData("In short")]
    [InlineData("What operators order")]
    [InlineData("Dominant errors")]
    [InlineData("Plain ACDC vs others (authors')")]
    [InlineData("Memory change needed")]
    [InlineData("Clone vs ACDC")]
    [InlineData("Unmodified ACDC vs other")]
    [InlineData("Deciding whole workflows")]
    [InlineData("More data")]
    [InlineData("Searching for settings")]
    [InlineData("Four targets")]
    [InlineData("Average pictures")]
    [InlineData("All numbers")]
    [InlineData("Left out")]
    public void It_has_a_section_on(string heading) =>
        Assert.Contains(heading, Parsed(Html).Descendants("h2").Select(element => element.Value));

    [Theory]
    [InlineData("The action table: rate of each row")]
    [InlineData("Dominant error at good x bad sites")]
    [InlineData("Dominant error by memory setting")]
    [InlineData("Dominant error by action")]
    [InlineData("AUROC: plain ACDC vs others (authors')")]
    [InlineData("AUROC: memory change needed")]
    [InlineData("AUROC: clone vs ACDC")]
    [InlineData("AUROC: unmodified ACDC vs other")]
    [InlineData("ROC, random by record")]
    [InlineData("ROC, by time and workflow")]
    [InlineData("Reliability, by time and workflow")]
    [InlineData("Agreement against share decided, by time and workflow")]
    [InlineData("Agreement against share of workflows decided, by time and workflow")]
    [InlineData("AUROC against the share of the data that is learned from")]
    [InlineData("AUROC on watched tasks against the learning rate")]
    [InlineData("memory: a name, by time and workflow")]
    [InlineData("Average errors by action")]
    public void It_has_a_figure_with_something_in_it_of(string title)
    {
        var figures = Parsed(Html).Descendants().Where(element => element.Name.LocalName == "svg" && element.Elements().FirstOrDefault()?.Value == title).ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.DoesNotContain("There is no data.", figure.Value));
    }

    [Fact]
    public void After_its_first_line_it_is_well_formed()
    {
        Assert.StartsWith("<!DOCTYPE html>\n", Html);
        Assert.Equal("html", XDocument.Parse(Html["<!DOCTYPE html>".Length..]).Root!.Name.LocalName);
    }

    [Fact]
    public void Names_from_files_stay_text()
    {
        var html = StudyReport.Of(Results.Of(Hostile)).ToHtml();

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u0001', html);
        Assert.Contains(Parsed(html).Descendants("td"), cell => cell.Value.StartsWith("</td><script>alert(1)</script>&", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_left_out_is_told_with_its_reason() =>
        Assert.Contains("there are no logs", Parsed(Html).Descendants("td").Select(cell => cell.Value));

    [Fact]
    public void No_number_of_it_is_none() => Assert.DoesNotMatch("NaN|Infinity|∞", Html);

    [Fact]
    public void A_study_of_which_nothing_came_is_a_page_too()
    {
        var page = Parsed(StudyReport.Of(Results.Empty()).ToHtml());

        Assert.Equal(["In short", "All numbers"], page.Descendants("h2").Select(heading => heading.Value));
    }

    [Fact]
    public void The_same_result_is_the_same_page() => Assert.Equal(Html, StudyReport.Of(Results.Of()).ToHtml());

    private static XDocument Parsed(string html) => XDocument.Parse(html);
}
