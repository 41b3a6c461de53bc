namespace WorkflowRecovery.Servers.Fleet;

/// <summary>Sign-in to the console with a key of its own, for instances that only their own machine can reach.</summary>
public static class ConsoleSignIn
{
    /// <summary>The variables that switch it on.</summary>
    public static IReadOnlyDictionary<string, string?> Variables(string key) => new Dictionary<string, string?>
    {
        ["People__Development__Enabled"] = "true",
        ["People__Development__Key"] = key,
    };

    /// <summary>The link that signs in; it holds the key.</summary>
    /// <param name="console">Address of the console.</param>
    /// <param name="key">The key.</param>
    /// <param name="role"><c>viewer</c>, <c>operator</c>, <c>expert</c> or <c>admin</c>.</param>
    /// <param name="name">Any name.</param>
    public static Uri Link(Uri console, string key, string role, string name) =>
        new(console, $"/sign-in/development?key={Uri.EscapeDataString(key)}&role={Uri.EscapeDataString(role)}&name={Uri.EscapeDataString(name)}");
}
