namespace WorkflowRecovery.Console.People;

/// <summary>Where to go after the sign-in.</summary>
internal static class Back
{
    private const int Longest = 2000;

    /// <summary>A place of this console; whatever else was asked for becomes the first page.</summary>
    public static string Safe(string? asked) =>
        asked is { Length: > 0 and <= Longest } && asked[0] == '/' && (asked.Length == 1 || asked[1] is not ('/' or '\\')) && !asked.Any(char.IsControl) ? asked : "/";
}
