using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class OpenPageTests(TestServers servers)
{
    private static readonly IOptions<PeopleOptions> Quick = Options.Create(new PeopleOptions { Recheck = TimeSpan.FromSeconds(1) });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_loses_its_users_rights_soon_after_they_have_signed_out()
    {
        var accounts = await MigratedDatabase.NewAsync(servers, Cancellation);
        await using var connection = NpgsqlDataSource.Create(accounts.For("wr_console"));
        await using var services = new ServiceCollection()
            .AddDbContextFactory<ConsoleDatabase>(options => options.UseNpgsql(connection).UseSnakeCaseNamingConvention())
            .BuildServiceProvider();
        var databases = services.GetRequiredService<IDbContextFactory<ConsoleDatabase>>();
        var signIns = SignInsAt.Clock(databases, TimeProvider.System, Quick.Value);
        var person = await signIns.BeginAsync("ada", Role.Operator, Schemes.Development, Cancellation);
        using var page = new OpenPages(NullLoggerFactory.Instance, signIns, new PageUse(), TimeProvider.System, Quick);
        var changed = new TaskCompletionSource<ClaimsPrincipal>();
        page.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
        page.AuthenticationStateChanged += async state => changed.TrySetResult((await state).User);

        await signIns.EndAsync(person, Cancellation);

        Assert.Null(Person.RoleOf(await changed.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation)));
    }
}
