using System.Text.RegularExpressions;

namespace WorkflowRecovery.Console.Tests.People;

/// <summary>Asks as a browser does.</summary>
internal static partial class Answers
{
    public static async Task<HttpResponseMessage> AskAsync(this HttpClient browser, string path) =>
        await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    /// <summary>The hidden field of a page's form that proves that the form came from the console.</summary>
    public static async Task<KeyValuePair<string, string>> ForgeryFieldAsync(this HttpClient browser, string page)
    {
        using var answer = await browser.AskAsync(page);
        var match = Field().Match(await answer.TextAsync());
        Assert.True(match.Success, $"{page} has no form");
        return new(match.Groups["name"].Value, match.Groups["value"].Value);
    }

    [GeneratedRegex(@"<input type=""hidden"" name=""(?<name>__RequestVerificationToken)"" value=""(?<value>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
