namespace WorkflowRecovery.Console.People;

/// <summary>What is written down of a request that was refused.</summary>
/// <param name="Path">Where it went, at most 200 characters of it.</param>
/// <param name="Method">How.</param>
/// <param name="Why">Why it was refused; null when the role is too low.</param>
internal sealed record RefusedRequest(string Path, string Method, string? Why)
{
    private const int LongestPath = 200;

    public static RefusedRequest Of(HttpRequest request, string? why = null) => new(Bounded(request.Path.ToString()), request.Method, why);

    /// <summary>A page that was asked for within an open one.</summary>
    public static RefusedRequest Of(Uri page) => new(Bounded(page.AbsolutePath), HttpMethods.Get, Why: null);

    private static string Bounded(string path) => path[..Math.Min(path.Length, LongestPath)];
}
