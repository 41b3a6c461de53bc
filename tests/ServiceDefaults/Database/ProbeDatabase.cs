using System.Reflection;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.ServiceDefaults.Tests.Database;

/// <summary>The database of a service that does nothing; its migrations are embedded in this assembly.</summary>
internal sealed class ProbeDatabase(DbContextOptions<ProbeDatabase> options) : ServiceDatabase(options, Service)
{
    public const string Service = "probe";

    public static Migrations Migrations { get; } = new(Assembly.GetExecutingAssembly(), Service);
}
