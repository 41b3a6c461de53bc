using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Wr.Provisioning;

/// <summary>
/// A folder with a folder for each who needs settings, so that everyone can be handed theirs and nobody else's:
/// <c>(service)/serve.env</c>, <c>migrator/migrate.env</c>, and <c>wr/</c>, which is the WR_HOME of the command line.
/// </summary>
internal sealed class SettingsFolder(string folder)
{
    private readonly Instance _commandLine = new(Path.Combine(folder, "wr"));

    /// <summary>The passwords of an earlier call, or null.</summary>
    public AccountPasswords? Passwords() => _commandLine.ReadSecrets()?.Passwords;

    public string Write(Secrets secrets)
    {
        Folder("wr");
        return _commandLine.Write(secrets);
    }

    public string Write(Endpoints endpoints) => _commandLine.Write(endpoints);

    public string Write(ServiceSettings service) => WriteVariables(service.Name, "serve.env", service.ServeEnvironment());

    public string WriteMigrator(ServiceSettings service) => WriteVariables("migrator", "migrate.env", service.MigrateEnvironment());

    // One variable per line and its value as it is: the form that containers and Kubernetes read, not that of a shell.
    private string WriteVariables(string owner, string name, IReadOnlyDictionary<string, string?> variables)
    {
        var path = Path.Combine(Folder(owner), name);
        PrivateFile.WriteText(path, string.Concat(variables.Select(variable => $"{variable.Key}={variable.Value}\n")));
        return path;
    }

    private string Folder(string owner)
    {
        var path = Path.Combine(Path.GetFullPath(folder), owner);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
