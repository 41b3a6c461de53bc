using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers;

/// <summary>Where a private server keeps its things.</summary>
/// <param name="Data">Its own folder: settings and data, kept over restarts.</param>
/// <param name="Logs">Folder for the logs.</param>
/// <param name="Ledger">Where its processes are written down.</param>
public sealed record ServerFolder(string Data, string Logs, ProcessLedger Ledger)
{
    internal string Log(string name) => Path.Combine(Logs, name + ".log");
}
