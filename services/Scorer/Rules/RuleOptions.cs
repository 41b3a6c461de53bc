using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Scorer.Rules;

/// <summary>Section <c>Rules</c>.</summary>
internal sealed class RuleOptions
{
    /// <summary>The file of rules; without one, those that come with the program.</summary>
    public string? File { get; set; }

    /// <summary>Seconds between two looks at the file.</summary>
    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 5;
}
