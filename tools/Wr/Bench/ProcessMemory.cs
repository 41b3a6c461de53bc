using System.Globalization;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Instances;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Memory of the services and of this process, as the kernel counts it.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident and highest resident memory of each service in MB, from <c>/proc/pid/status</c> (proc(5)).</summary>
    public static IEnumerable<(string Service, double Megabytes, double Highest)> Of(Instance instance) =>
        ServiceCatalogue.Names
            .Select(instance.Ledger.FindAlive)
            .OfType<Servers.Processes.ProcessStamp>()
            .Select(stamp => (stamp.Name, File.ReadAllLines($"/proc/{stamp.Pid}/status")))
            .Select(process => (process.Name, Megabytes(process.Item2, "VmRSS:"), Megabytes(process.Item2, "VmHWM:")));

    /// <summary>Highest resident memory of this process in MB, since its start or since it was forgotten.</summary>
    public static double Highest() => Megabytes(File.ReadAllLines("/proc/self/status"), "VmHWM:");

    /// <summary>Collects what is not used any more and forgets how much was used at most (<c>clear_refs</c> in proc(5)).</summary>
    public static void ForgetHighest()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    internal static double Megabytes(IEnumerable<string> status, string field)
    {
        var line = status.First(line => line.StartsWith(field, StringComparison.Ordinal));
        var kilobytes = line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return Math.Round(long.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024.0, 1);
    }
}
