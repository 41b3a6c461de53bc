using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.ServiceDefaults.Hosting;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.ServiceDefaults.Database;

internal static class DatabaseRegistration
{
    public static void AddServiceDatabase<TDatabase>(this IServiceCollection services) where TDatabase : ServiceDatabase
    {
        services.AddStrictOptions<DatabaseOptions>("Database");
        services.AddStrictOptions<OutgoingOptions>("Outgoing");
        services.AddSingleton(provider => NpgsqlDataSource.Create(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
        services.AddDbContextFactory<TDatabase>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention());
        services.AddSingleton<OutgoingPublisher<TDatabase>>();
        services.AddHostedService<OutgoingSweeper<TDatabase>>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }
}
