using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.ServiceDefaults.Database;

/// <summary>The tables of one service, in the schema of its name, with the outgoing messages that each service has.</summary>
/// <param name="options">Connection.</param>
/// <param name="schema">Name of the schema and of the service.</param>
public abstract class ServiceDatabase(DbContextOptions options, string schema) : DbContext(options)
{
    /// <summary>Name of the schema.</summary>
    public string Schema { get; } = schema;

    /// <summary>Messages on their way out.</summary>
    public DbSet<OutgoingMessage> Outgoing => Set<OutgoingMessage>();

    /// <summary>Those of some waiting messages that may leave now: all of them, unless a service has reasons to hold some back.</summary>
    /// <param name="waiting">Messages whose rows the current transaction has locked.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public virtual Task<IReadOnlyList<OutgoingMessage>> LeavingAsync(IReadOnlyList<OutgoingMessage> waiting, CancellationToken cancellationToken) =>
        Task.FromResult(waiting);

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<OutgoingMessage>(message =>
        {
            message.ToTable("outgoing_message");
            message.HasKey(m => m.MessageId);
        });
    }
}
