namespace WorkflowRecovery.Servers.Instances;

/// <summary>Lets one command at a time start or stop an instance. The kernel frees it when its holder dies.</summary>
internal static class InstanceLock
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<IDisposable> TakeAsync(Instance instance, CancellationToken cancellation)
    {
        Directory.CreateDirectory(instance.Folder);
        for (var until = DateTime.UtcNow + Limit; ;)
        {
            try
            {
                return new FileStream(Path.Combine(instance.Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }
}
