namespace WorkflowRecovery.Console.Sites;

/// <summary>What was said of a site.</summary>
/// <param name="Site">The site.</param>
/// <param name="Kind"><c>readiness</c> or <c>status</c>.</param>
/// <param name="EffectiveAt">From when on it holds.</param>
/// <param name="Word">The word.</param>
/// <param name="Source">Who said it.</param>
internal sealed record SiteSaying(string Site, string Kind, DateTimeOffset EffectiveAt, string Word, string Source)
{
    public const string Readiness = "readiness";
    public const string Status = "status";
}
