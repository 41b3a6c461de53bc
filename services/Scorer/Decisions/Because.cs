using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>Reasons that no model gave.</summary>
internal static class Because
{
    /// <summary>How the names of reasons that rules give begin; the rule's own follows.</summary>
    public const string Rule = "rule.";

    /// <param name="feature">Its name, which others may rely on.</param>
    /// <param name="text">The sentence.</param>
    public static Reason Of(string feature, string text) => new() { Feature = feature, Text = text };

    /// <summary>The reason when it holds, else none.</summary>
    public static IEnumerable<Reason> When(bool holds, string feature, string text) => holds ? [Of(feature, text)] : [];
}
