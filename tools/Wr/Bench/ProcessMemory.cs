using System.Globalization;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Instances;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Memory of the services, as the kernel counts it.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident and highest resident memory of each service in MB, from <c>/proc/pid/status</c> (proc(5)).</summary>
    public static IEnumerable<(string Service, double Megabytes, double Highest)> Of(Instance instance) =>
        ServiceCatalogue.Names
            .Select(instance.Ledger.FindAlive)
            .OfType<Servers.Processes.ProcessStamp>()
            .Select(stamp => (stamp.Name, File.ReadAllLines($"/proc/{stamp.Pid}/status")))
            .Select(process => (process.Name, Megabytes(process.Item2, "VmRSS:"), Megabytes(process.Item2, "VmHWM:")));

    internal static double Megabytes(IEnumerable<string> status, string field)
    {
        var line = status.First(line => line.StartsWith(field, StringComparison.Ordinal));
        var kilobytes = line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return Math.Round(long.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024.0, 1);
    }
}
