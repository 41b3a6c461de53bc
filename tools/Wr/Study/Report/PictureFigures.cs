using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>Row 14: the average picture of the tasks of each action.</summary>
internal static class PictureFigures
{
    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        if (result.Pictures is not { Images.Count: > 0 } pictures)
            yield break;

        // Of pictures without any light, none is the brightest.
        var brightest = Math.Max(double.Epsilon, pictures.Images.Max(picture => Pixels(picture.Image).Max()));
        yield return new("Average pictures",
        [
            new ChartBlock(
                new ColourImage(
                    "Average errors by action",
                    "error codes, sorted by relevance for plain ACDC",
                    pictures.Images[0].Image.Lines,
                    "site tiers",
                    AverageImage.Tiers,
                    [.. pictures.Images.Select(picture => PanelOf(picture.Name, picture.Image, brightest))])
                {
                    RedName = "at good sites",
                    GreenName = "at bad sites",
                    Note = "Light is the square root of the mean of ln(1 + failed jobs) over its largest value in all pictures.",
                },
                "Codes that speak for plain ACDC are at the top, codes that speak against it at the bottom."),
        ]);
    }

    private static ImagePanel PanelOf(string name, AverageImage image, double brightest) => new(
        $"{name} ({image.Tasks} tasks)",
        Lights(image, (line, tier) => Math.Sqrt(image.Red(line, tier) / brightest)),
        Lights(image, (line, tier) => Math.Sqrt(image.Green(line, tier) / brightest)));

    private static IReadOnlyList<IReadOnlyList<double>> Lights(AverageImage image, Func<int, int, double> lightOf) =>
        [.. image.Lines.Select((_, line) => (IReadOnlyList<double>)[.. AverageImage.Tiers.Select((_, tier) => lightOf(line, tier))])];

    private static IEnumerable<double> Pixels(AverageImage image) =>
        from line in Enumerable.Range(0, image.Lines.Count)
        from tier in Enumerable.Range(0, AverageImage.Tiers.Count)
        from light in new[] { image.Red(line, tier), image.Green(line, tier) }
        select light;
}
