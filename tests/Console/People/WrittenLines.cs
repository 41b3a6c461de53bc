using Npgsql;
using WorkflowRecovery.Console.Tests.Hosting;

namespace WorkflowRecovery.Console.Tests.People;

/// <summary>What the audit trail holds.</summary>
internal static class WrittenLines
{
    public static async Task<IReadOnlyList<(string Who, string What)>> OfAsync(ConsoleProcess console)
    {
        await using var database = NpgsqlDataSource.Create(console.Database.Admin);
        await using var command = database.CreateCommand("select who, what from console.audit order by number");
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<(string, string)>();
        while (await row.ReadAsync(TestContext.Current.CancellationToken))
            lines.Add((row.GetString(0), row.GetString(1)));
        return lines;
    }
}
