using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Database;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Storage;

public sealed class NoteMigrationTests(TestServers servers)
{
    private const int BeforeClosings = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notes_that_were_open_and_closed_before_are_so_after_with_all_that_they_said()
    {
        var accounts = await servers.NewDatabaseAsync(Cancellation);
        await using var owner = NpgsqlDataSource.Create(accounts.Migrator);
        var console = typeof(ConsoleDatabase).Assembly;
        await new Migrations(new UpTo(console, BeforeClosings), "console").ApplyAsync(owner, Cancellation);
        Assert.Equal(BeforeClosings + 1, (await new Migrations(console, "console").MissingAsync(owner, Cancellation))[0]);
        await RunAsync(owner,
            """
            insert into console.note (note_id, workflow, task, kind, addressee, ticket, wait_until, written_by, written_at, closed_by, closed_at) values
                (gen_random_uuid(), 'open', '/open/Reco', 'escalated', 'site', 'text', null, 'ada', '2026-03-04T05:06:07Z', null, null),
                (gen_random_uuid(), 'closed', null, 'waiting', null, null, '2026-03-05T05:06:07Z', 'ada', '2026-03-04T05:06:07Z', 'grace', '2026-03-04T06:07:08Z')
            """);

        await new Migrations(console, "console").ApplyAsync(owner, Cancellation);

        await using var connection = NpgsqlDataSource.Create(accounts.For("wr_console"));
        await using var database = new ConsoleDatabase(new DbContextOptionsBuilder<ConsoleDatabase>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);
        var at = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
        var open = Assert.Single(await NoteQueries.Open(database, before: null).ToListAsync(Cancellation));
        var closed = Assert.Single(await NoteQueries.OfWorkflow(database, "closed", before: null).ToListAsync(Cancellation));
        Assert.Equal(new(open.NoteId, "open", "/open/Reco", NoteKinds.Escalated, Addressees.Site, "text", null, "ada", at, null, null), open);
        Assert.Equal(new(closed.NoteId, "closed", null, NoteKinds.Waiting, null, null, at.AddDays(1), "ada", at, "grace", new DateTimeOffset(2026, 3, 4, 6, 7, 8, TimeSpan.Zero)), closed);
        Assert.Empty(await SchemaAgreement.DisagreementsAsync(database, Cancellation));
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
#pragma warning disable CA2100 // The statement is the test's own.
        await using var command = database.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>The console as it was when a migration was its newest.</summary>
    private sealed class UpTo(Assembly whole, int newest) : Assembly
    {
        public override string[] GetManifestResourceNames() =>
            [.. whole.GetManifestResourceNames().Where(name => !name.EndsWith(".sql", StringComparison.Ordinal) || int.Parse(name.Split(".Migrations.")[1].TrimStart('_').AsSpan(0, 4)) <= newest)];

        public override Stream? GetManifestResourceStream(string name) => whole.GetManifestResourceStream(name);
    }
}
