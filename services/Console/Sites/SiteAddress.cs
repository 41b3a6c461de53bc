using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Console.Sites;

/// <summary>Where a site's page is, and how its name is shown.</summary>
internal static class SiteAddress
{
    public static string Of(string site) => $"sites/{Uri.EscapeDataString(site)}";

    /// <summary>Names come from outside: whatever reorders or hides text is spelt out.</summary>
    public static string Shown(string site) => site.Length == 0 ? "(no name)" : SafeText.Of(site, 120);
}
