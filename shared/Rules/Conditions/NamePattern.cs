namespace WorkflowRecovery.Rules.Conditions;

/// <summary>A name, or with a star at its end all names that begin so.</summary>
/// <param name="Text">E.g. <c>T2_US_MIT</c> or <c>T1_*</c>.</param>
public sealed record NamePattern(string Text)
{
    private bool IsOpen => Text.EndsWith('*');

    private string Beginning => IsOpen ? Text[..^1] : Text;

    /// <summary>Whether a name is one of those meant; no name is none of them.</summary>
    public bool Matches(string? name) => name is not null && (IsOpen ? name.StartsWith(Beginning, StringComparison.Ordinal) : name == Text);

    /// <summary>Whether some name is meant by both.</summary>
    public bool Meets(NamePattern other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Matches(other.Beginning) || other.Matches(Beginning);
    }

    /// <summary>Whether a text has its star, if any, at the end of something.</summary>
    internal static bool IsWellFormed(string text) => text.IndexOf('*', StringComparison.Ordinal) is var star && (star == -1 ? text.Length > 0 : star > 0 && star == text.Length - 1);
}
