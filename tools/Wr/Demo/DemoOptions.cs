namespace WorkflowRecovery.Wr.Demo;

/// <summary>What to show.</summary>
/// <param name="Records">Records to simulate where no file is given.</param>
/// <param name="Events">Tasks to hold back and to publish as live events.</param>
/// <param name="Seed">Seed of the simulation.</param>
/// <param name="History">A file of recorded actions instead; null: simulated ones.</param>
/// <param name="Extras">File beside it.</param>
/// <param name="Logs">File beside it.</param>
/// <param name="Exit">End by itself.</param>
internal sealed record DemoOptions(int Records, int Events, long Seed, string? History, string? Extras, string? Logs, bool Exit);
