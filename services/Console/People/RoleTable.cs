namespace WorkflowRecovery.Console.People;

/// <summary>Which role the values of a claim or header (groups, roles) give; the highest counts.</summary>
internal static class RoleTable
{
    public static Role? RoleFor(IEnumerable<string> values, RoleOptions table)
    {
        var held = values.ToHashSet(StringComparer.Ordinal);
        return RoleWords.All.Where(role => table.Of(role).Any(held.Contains)).Select(role => (Role?)role).Max() ?? table.Default;
    }
}
