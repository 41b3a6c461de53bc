using WorkflowRecovery.Console.Cases.Advice;
using WorkflowRecovery.Console.Cases.Links;
using WorkflowRecovery.Console.Cases.Logs;
using WorkflowRecovery.Console.Cases.Matrix;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Similar;
using WorkflowRecovery.Console.Cases.Sites;

namespace WorkflowRecovery.Console.Cases;

/// <summary>A case with all that is shown beside it.</summary>
internal sealed record CaseDetails(
    TaskCase Case, IReadOnlyList<SiteLine> Sites, SimilarPast Similar, IReadOnlyList<RuleLine> Rules, IReadOnlyList<OutsideLink> Links,
    IReadOnlyList<CodeLogs> Logs, IReadOnlyList<InputFile> Files, IReadOnlyList<ProcedureLine> Procedures);

/// <summary>Gathers a case for its page.</summary>
internal sealed class CaseDesk(CaseReader cases, CaseSiteReader sites, SimilarReader similar, RuleShelf rules, CaseLinks links, TimeProvider clock)
{
    public Task<WorkflowCase?> FindAsync(string workflow, CancellationToken cancellation) => cases.FindAsync(workflow, cancellation);

    public async Task<CaseDetails?> DetailsAsync(WorkflowCase workflow, TaskRound round, CancellationToken cancellation)
    {
        if (await cases.FindAsync(round, cancellation) is not { } found)
            return null;

        var logs = found.Reported.Logs ?? [];
        var procedures = ProcedureLine.Of(found.Matrix);
        // What rules say is part of what a blinded case keeps to itself.
        var fired = found is { Said: { } said, IsBlinded: false } ? RuleLines.Of(await rules.ReadAsync(cancellation), found, said, clock.GetUtcNow()) : [];
        return new(
            found,
            await sites.OfAsync(found, cancellation),
            await similar.OfAsync(found, workflow.Family, cancellation),
            fired,
            links.Of(found),
            LogChoice.Of(logs, [.. procedures.Select(line => line.Code)]),
            InputFiles.Of(logs),
            procedures);
    }
}
