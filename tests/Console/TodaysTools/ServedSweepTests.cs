using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Console.TodaysTools;
using WorkflowRecovery.ServiceDefaults.Sweeping;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.TodaysTools;

public sealed class ServedSweepTests(TestServers servers)
{
    [Fact]
    public async Task What_executors_were_told_long_ago_is_forgotten()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var tables = await ReadDatabase.NewAsync(servers);
        var (clock, options) = (new FakeTimeProvider(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)), new ToolsOptions());
        await using var database = await tables.Console.CreateDbContextAsync(cancellation);
        foreach (var (name, days) in new[] { ("old", options.KeepServedDays + 1), ("new", options.KeepServedDays - 1) })
        {
            var at = clock.GetUtcNow().AddDays(-days);
            database.ServedDocuments.Add(new() { DocumentId = Guid.NewGuid(), Workflow = name, Content = "{}", OrderedAt = at, ServedAt = at });
            database.ServedOrders.Add(new() { EventId = Guid.NewGuid(), Revision = 2, Workflow = name, ServedAt = at });
        }

        await database.SaveChangesAsync(cancellation);
        foreach (var old in options.OldTables)
            Assert.Equal(1, await new TableSweep<ConsoleDatabase>(tables.Console, Options.Create(new SweepOptions()), clock).SweepAsync(old, cancellation));

        Assert.Equal("new", await database.ServedDocuments.Select(document => document.Workflow).SingleAsync(cancellation));
        Assert.Equal("new", await database.ServedOrders.Select(order => order.Workflow).SingleAsync(cancellation));
    }
}
