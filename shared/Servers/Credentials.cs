namespace WorkflowRecovery.Servers;

/// <summary>User and password of a URI.</summary>
internal static class Credentials
{
    public static (string User, string Password) Of(Uri address)
    {
        var parts = address.UserInfo.Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
    }
}
