namespace WorkflowRecovery.Console.Failures;

/// <summary>The failures of one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Jobs">Failed jobs.</param>
/// <param name="Workflows">Workflows that have it.</param>
/// <param name="PerDay">Failed jobs per day of report, the oldest first.</param>
/// <param name="Sites">Where, the site with most workflows first.</param>
internal sealed record FailuresOfCode(int Code, long Jobs, int Workflows, IReadOnlyList<long> PerDay, IReadOnlyList<FailurePart<string>> Sites);

/// <summary>The failures at one site.</summary>
/// <param name="Site">The site.</param>
/// <param name="Rank">Its place among all sites by workflows hit, then by failed jobs, from 1.</param>
/// <param name="Jobs">Failed jobs.</param>
/// <param name="Workflows">Workflows with failures there.</param>
/// <param name="PerDay">Failed jobs per day of report, the oldest first.</param>
/// <param name="Codes">Of what, the code with most workflows first.</param>
/// <param name="Hit">The workflows, those reported last first.</param>
internal sealed record SiteFailures(
    string Site, int Rank, long Jobs, int Workflows, IReadOnlyList<long> PerDay, IReadOnlyList<FailurePart<int>> Codes, IReadOnlyList<HitWorkflow> Hit);

/// <summary>A part of some failures.</summary>
internal sealed record FailurePart<T>(T Part, long Jobs, int Workflows);

/// <summary>A workflow with failures at a site.</summary>
internal sealed record HitWorkflow(string Workflow, DateTimeOffset ReportedAt);
