using WorkflowRecovery.Rules.Books;

namespace WorkflowRecovery.Rules.Shipped;

/// <summary>
/// The rules that come with the program, all of them passive: those of Unified's automatic recovery and the memory ladder of
/// PanDA. They are what models are held against, not what we would have done.
/// </summary>
public static class ShippedRules
{
    private const string Name = "Shipped/rules.json";

    /// <summary>The book.</summary>
    public static RuleBook Book { get; } = RuleBook.Parse(Bytes());

    private static byte[] Bytes()
    {
        using var stream = typeof(ShippedRules).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"The embedded '{Name}' is missing");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
