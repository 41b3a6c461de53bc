using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Sweeping;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class SignInSweepTests(TestServers servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sign_ins_that_were_over_for_long_are_forgotten_and_those_that_hold_are_not()
    {
        var accounts = await MigratedDatabase.NewAsync(servers, Cancellation);
        await using var source = NpgsqlDataSource.Create(accounts.For(DatabaseRoles.Of("console")));
        await using var services = new ServiceCollection()
            .AddDbContextFactory<ConsoleDatabase>(options => options.UseNpgsql(source).UseSnakeCaseNamingConvention()).BuildServiceProvider();
        var (databases, clock, people) = (services.GetRequiredService<IDbContextFactory<ConsoleDatabase>>(), new FakeTimeProvider(), new PeopleOptions());
        var signIns = SignInsAt.Clock(databases, clock, people);
        for (var number = 0; number < 5; number++)
            await signIns.EndAsync(await signIns.BeginAsync($"past {number}", Role.Viewer, "test", Cancellation), Cancellation);
        clock.Advance(people.SessionLength + TimeSpan.FromDays(people.KeepSignInsDays + 1));
        var now = Person.SessionOf(await signIns.BeginAsync("ada", Role.Viewer, "test", Cancellation))!.Value;

        var swept = await new TableSweep<ConsoleDatabase>(databases, Options.Create(new SweepOptions { RowsAtOnce = 2 }), clock).SweepAsync(SignIns.Over(people), Cancellation);

        await using var database = await databases.CreateDbContextAsync(Cancellation);
        Assert.Equal(5, swept);
        Assert.Equal([now], await database.SignIns.Select(row => row.Session).ToListAsync(Cancellation));
        Assert.True(await signIns.HoldsAsync(now, used: true, Cancellation));
    }
}
