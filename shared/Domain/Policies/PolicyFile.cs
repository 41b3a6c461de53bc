using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WorkflowRecovery.Domain.Policies;

/// <summary>Reads a policy from JSON; docs/policy.md has the fields.</summary>
public static class PolicyFile
{
    private const int VersionCharacters = 40;
    private const int HashDigits = 8;
    private const double LeastBlinded = 0.01;

    private static readonly string DefaultJson = Embedded.Text("Policies/default-policy.json");

    /// <summary>The policy where none is given: nothing is automatic.</summary>
    public static RecoveryPolicy Default { get; } = Read(DefaultJson).Policy
        ?? throw new InvalidOperationException("The embedded policy is not valid");

    /// <summary>
    /// Reads a policy. A field that is absent has the value of <see cref="Default"/>; what is unknown, given twice, of
    /// another type or out of its range is a problem.
    /// </summary>
    /// <param name="json">The text of the file.</param>
    /// <returns>The policy, null when there is any problem; and every problem as a sentence.</returns>
    public static (RecoveryPolicy? Policy, IReadOnlyList<string> Problems) Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var problems = new List<string>();
            var policy = Read(new PolicyFields(document.RootElement, "", problems), json);
            if (policy is { Automatic.Allowed: true, BlindedShare: < LeastBlinded })
                problems.Add(FormattableString.Invariant($"blindedShare must be at least {LeastBlinded} where automatic.allowed is true: without cases that operators decide alone nobody would see a kind of case get worse."));
            return (problems.Count == 0 ? policy : null, problems);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The latter where a string holds half a surrogate pair: the parser lets it pass, but it is no text.
            return (null, [$"It is not JSON: {wrong.Message}"]);
        }
    }

    private static RecoveryPolicy Read(PolicyFields fields, string json)
    {
        var policy = new RecoveryPolicy
        {
            Version = $"{fields.Word("version", VersionCharacters)}+{HashOf(json)}",
            Automatic = ReadAutomatic(fields.Inner("automatic")),
            AbstainBelow = fields.Share("abstainBelow", 0, 1, 0.1),
            BlindedShare = fields.Share("blindedShare", 0, 0.5, 0.05),
            MaxMemoryMbPerCore = fields.Number("maxMemoryMbPerCore", 500, 1_000_000, 20_480),
        };
        fields.RefuseOthers();
        return policy;
    }

    private static AutomaticPolicy ReadAutomatic(PolicyFields fields)
    {
        var (earned, perHour) = (fields.Inner("earned"), fields.Inner("perHour"));
        var policy = new AutomaticPolicy
        {
            Allowed = fields.Flag("allowed"),
            Changes = fields.Words("changes", AutomaticPolicy.Parameters) ?? [],
            Campaigns = fields.Words("campaigns"),
            LeastConfidence = fields.Share("leastConfidence", AutomaticPolicy.LowestConfidence, 1, 0.9),
            EarnedAnswers = earned.Number("answers", 20, 1_000_000, 100),
            EarnedMonths = earned.NumberOrNone("months", 1, 60),
            EarnedAgreement = earned.Share("agreement", 0.8, 1, 0.95),
            PerHour = perHour.Number("all", 0, 100_000, 20),
            PerHourAndCampaign = perHour.Number("campaign", 0, 100_000, 10),
            PerHourAndSite = perHour.Number("site", 0, 100_000, 10),
        };
        foreach (var read in (PolicyFields[])[fields, earned, perHour])
            read.RefuseOthers();
        return policy;
    }

    private static string HashOf(string json) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..HashDigits];
}
