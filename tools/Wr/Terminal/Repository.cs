using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>Finds the checkout that this program was built in.</summary>
internal static class Repository
{
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WorkflowRecovery.sln")))
                return folder.FullName;
        }

        throw new ServerException($"There is no WorkflowRecovery.sln above {AppContext.BaseDirectory}: run wr from a checkout.");
    }
}
