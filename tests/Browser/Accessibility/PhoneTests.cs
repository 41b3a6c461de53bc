using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Accessibility;

[Collection(InTheBrowser.Name)]
public sealed class PhoneTests(ConsoleInUse console)
{
    [Fact]
    public async Task No_page_is_wider_than_a_phone()
    {
        await using var visit = await Visit.BeginAsync(console, "admin", "on-a-phone", new() { ViewportSize = new() { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });
        var tooWide = new List<string>();
        foreach (var page in await Pages.WithContentAsync(console, Reports.OutOfMemory("phone")))
        {
            await visit.OpenAsync(page);
            var width = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            if (width > 390)
                tooWide.Add($"/{page} is {width} wide");
        }

        Assert.True(tooWide.Count == 0, string.Join("\n", tooWide));
    }
}
