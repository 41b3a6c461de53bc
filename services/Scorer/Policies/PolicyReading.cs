using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Policies;

/// <summary>What a policy file says now.</summary>
/// <param name="Content">Its text; null when there is no file or it cannot be read.</param>
/// <param name="Policy">The policy to obey.</param>
internal sealed record PolicyReading(string? Content, PolicyInUse Policy)
{
    /// <summary>Reads the file; whatever is wrong with it leads to the default with the problem.</summary>
    /// <param name="path">Its path; null: the default.</param>
    public static PolicyReading Of(string? path)
    {
        if (path is null)
            return new(Content: null, PolicyInUse.Default);

        try
        {
            var content = File.ReadAllText(path);
            var (policy, problems) = PolicyFile.Read(content);
            return new(content, policy is null ? new(PolicyFile.Default, string.Join(" ", problems)) : new(policy, Problem: null));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new(Content: null, new(PolicyFile.Default, failure.Message));
        }
    }
}
