namespace WorkflowRecovery.Testing;

/// <summary>The checkout that the tests were built in.</summary>
public static class Checkout
{
    /// <summary>Its root folder.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkflowRecovery.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no WorkflowRecovery.sln above {AppContext.BaseDirectory}.");
    }
}
