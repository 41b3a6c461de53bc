using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;

namespace WorkflowRecovery.Wr.Tests.Models;

/// <summary>A real model of the action as it is stored: 73 asks for a clone, 92 for an acdc.</summary>
internal static class SmallModel
{
    public static (byte[] Artifact, string Sha256) Train()
    {
        using var result = Tournament.Run(
            [.. Enumerable.Range(0, 400).Select(One)],
            new() { Targets = [RecoveryTargets.Action], Candidates = TournamentCandidates.TreesOnly(5) });
        var artifact = ModelArtifact.Of(result.Targets[0].Model!, "test").ToBytes();
        return (artifact, ModelArtifact.Sha256Of(artifact));
    }

    private static RecordedTask One(int at)
    {
        var isClone = at % 3 == 0;
        var report = new ReportedTask
        {
            Task = $"/w{at}/Task",
            Workflow = $"w{at}",
            ReportedAt = new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(4 * at),
            Matrix = SiteErrorMatrix.Of([new(isClone ? 73 : 92, "T2_US_MIT", Readiness.Green, 5 + (at % 7))]),
        };
        return new(report, $"family{at}", new RecoveryAction(isClone ? RecoveryActionKind.Clone : RecoveryActionKind.Acdc), ParametersGiven: true, 1);
    }
}
