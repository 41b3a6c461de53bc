using System.Text.Json.Nodes;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Contracts.Tests.Outside;

/// <summary>Others rely on these lists; a change here is a change of the contract.</summary>
public sealed class FieldNamesTests
{
    [Fact]
    public void WorkflowAssistanceRequested_has_these_fields()
    {
        var message = Fields(
            Samples.Assistance,
            "workflow", "task", "reportedAt", "errors", "observedAt", "status", "requestType", "taskType", "campaign", "prepId", "priority",
            "memoryMb", "cores", "splittingAlgorithm", "totalJobs", "failedJobs", "attempt", "sites", "hasRecoveryDocument", "logs");

        Fields(message["errors"]![0]!, "code", "site", "count", "readiness");
        Fields(message["logs"]![0]!, "code", "site", "text");
    }

    [Fact]
    public void SiteStatusChanged_has_these_fields() => Fields(Samples.SiteStatus, "site", "effectiveAt", "readiness", "status", "source");

    [Fact]
    public void OperatorActionRecorded_has_these_fields() => Fields(
        Samples.Recorded,
        "workflow", "task", "recordedAt", "action", "memoryMb", "splitting", "xrootd", "secondary", "cores", "sites", "reasons", "operator", "recommendationId");

    [Fact]
    public void RecoveryActionTaken_has_these_fields() => Fields(
        Samples.Taken, "recommendationId", "revision", "workflow", "task", "takenAt", "result", "created", "detail");

    [Fact]
    public void RecoveryOutcomeReported_has_these_fields() => Fields(
        Samples.Outcome,
        "workflow", "task", "reportedAt", "recommendationId", "request", "attempt", "recoveredJobs", "failedJobs", "cpuHours", "succeeded");

    [Fact]
    public void WorkflowLeftAssistance_has_these_fields() => Fields(Samples.Left, "workflow", "leftAt", "status");

    [Fact]
    public void RecoveryRecommended_has_these_fields()
    {
        var message = Fields(
            Samples.Recommended,
            "recommendationId", "revision", "effectKey", "scope", "workflow", "task", "reportedAt", "recommendedAt", "expiresAt", "action",
            "memoryMb", "splitting", "cores", "xrootd", "secondary", "sites", "confidence", "disposition", "reason", "alternatives", "reasons", "rules",
            "policyVersion", "models", "matrixId");

        Fields(message["sites"]!, "mode", "list", "resolved");
        Fields(message["alternatives"]![0]!, "action", "memoryMb", "splitting", "probability");
        Fields(message["reasons"]![0]!, "feature", "contribution", "text");
        Fields(message["models"]![0]!, "target", "version", "sha256");
    }

    private static JsonNode Fields<T>(T message, params string[] expected)
    {
        var written = message as JsonNode ?? JsonNode.Parse(WireJson.Write(message))!;
        Assert.Equal(expected.Order(StringComparer.Ordinal), written.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
        return written;
    }
}
