using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.ServiceDefaults.Database;

/// <summary>Section <c>Database</c>: where Postgres is.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Npgsql connection string of the service's own role (of the migrating role for <c>migrate</c>).</summary>
    [Required]
    public string ConnectionString { get; set; } = "";
}
