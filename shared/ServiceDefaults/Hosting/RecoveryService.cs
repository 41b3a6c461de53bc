using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Database;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.ServiceDefaults.Hosting;

/// <summary>One of our services: <c>migrate</c> brings its tables up to date, <c>serve</c> runs it.</summary>
public sealed class RecoveryService
{
    private readonly string[] _args;
    private readonly WebApplicationBuilder _builder;
    private readonly List<Action<BusEndpoints>> _endpoints = [];
    private readonly List<Action<WebApplication>> _routes = [];
    private readonly Migrations _migrations;

    private RecoveryService(string[] args, string name)
    {
        _args = args;
        Name = name;
        _builder = WebApplication.CreateSlimBuilder(args.Skip(1).ToArray());
        _builder.Logging.AddRecoveryLogging();
        _migrations = new Migrations(System.Reflection.Assembly.GetEntryAssembly()!, name);
        _builder.Services.AddSingleton(_migrations);
        _builder.Services.AddSingleton(TimeProvider.System);
        _builder.Services.AddRecoveryTelemetry(_builder.Configuration, name);
        _builder.Services.AddHealthChecks();
    }

    /// <summary>Name of the service: of its schema, its queues and its spans.</summary>
    public string Name { get; }

    /// <summary>What the service is made of.</summary>
    public IServiceCollection Services => _builder.Services;

    /// <summary>Begins a service.</summary>
    /// <param name="args">Verb and options of the command line.</param>
    /// <param name="name">Name, lower case.</param>
    public static RecoveryService Create(string[] args, string name) => new(args, name);

    /// <summary>Options of a section: bound strictly (unknown keys are refused) and checked at start.</summary>
    public RecoveryService AddOptions<TOptions>(string section) where TOptions : class
    {
        Services.AddStrictOptions<TOptions>(section);
        return this;
    }

    /// <summary>The service's tables, with outgoing messages and their sweeper.</summary>
    public RecoveryService AddDatabase<TDatabase>() where TDatabase : ServiceDatabase
    {
        Services.AddServiceDatabase<TDatabase>();
        return this;
    }

    /// <summary>The service's endpoints at the broker.</summary>
    public RecoveryService AddEndpoints(Action<BusEndpoints> endpoints)
    {
        _endpoints.Add(endpoints);
        return this;
    }

    /// <summary>What only the web host can be told: its files, its server.</summary>
    public RecoveryService AddWeb(Action<WebApplicationBuilder> web)
    {
        ArgumentNullException.ThrowIfNull(web);
        web(_builder);
        return this;
    }

    /// <summary>Middleware and routes beside the health checks.</summary>
    public RecoveryService AddRoutes(Action<WebApplication> routes)
    {
        _routes.Add(routes);
        return this;
    }

    /// <summary>Runs the verb and returns the exit code: 0, or 1 when it cannot be done, 2 for an unknown verb.</summary>
    public async Task<int> RunAsync()
    {
        switch (_args.FirstOrDefault())
        {
            case "migrate":
                return await MigrateAsync();
            case "serve":
                return await ServeAsync();
            default:
                await Console.Error.WriteLineAsync($"usage: {Name} migrate | serve");
                return 2;
        }
    }

    private async Task<int> MigrateAsync()
    {
        await using var database = NpgsqlDataSource.Create(_builder.Configuration["Database:ConnectionString"] ?? "");
        var applied = await _migrations.ApplyAsync(database);
        Console.WriteLine($"{Name}: {applied} migrations applied, schema is at {_migrations.Newest}");
        return 0;
    }

    private async Task<int> ServeAsync()
    {
        var endpoints = new BusEndpoints(Name);
        _endpoints.ForEach(add => add(endpoints));
        Services.AddRecoveryBus(endpoints);
        await using var app = _builder.Build();
        app.MapRecoveryHealth();
        _routes.ForEach(add => add(app));
        app.Services.GetRequiredService<OpenTelemetrySdk>();
        if (await SchemaIsOlderAsync(app))
            return 1;

        await app.RunAsync();
        return 0;
    }

    private async Task<bool> SchemaIsOlderAsync(WebApplication app)
    {
        var database = app.Services.GetRequiredService<NpgsqlDataSource>();
        var missing = await StartPatience.UntilReachableAsync(() => _migrations.MissingAsync(database));
        if (missing.Count == 0)
            return false;

        await Console.Error.WriteLineAsync($"{Name}: the database lacks migration {string.Join(", ", missing)}, which this program needs: run '{Name} migrate' first");
        return true;
    }
}
