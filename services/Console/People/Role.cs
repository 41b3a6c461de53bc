namespace WorkflowRecovery.Console.People;

/// <summary>What a person may do; each includes those before it.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer = 1,

    /// <summary>Answers what is recommended.</summary>
    Operator = 2,

    /// <summary>Also moves models and sends dead letters again.</summary>
    Expert = 3,

    /// <summary>Also switches automatic recovery.</summary>
    Admin = 4,
}

internal static class RoleWords
{
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static string ToWord(this Role role) => role.ToString().ToLowerInvariant();

    public static Role? Parse(string? word) => All.Where(role => role.ToWord() == word).Select(role => (Role?)role).FirstOrDefault();
}
