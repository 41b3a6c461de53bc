using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>Section <c>Broker</c>: where RabbitMQ is and how hard we try.</summary>
public sealed class BrokerOptions
{
    /// <summary>Address with user, password and virtual host: <c>amqp://user:password@host:port/vhost</c>.</summary>
    [Required]
    public Uri Uri { get; set; } = null!;

    /// <summary>Messages of one endpoint that are worked on at the same time.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 8;

    /// <summary>Seconds until a publish that the broker did not confirm counts as failed.</summary>
    [Range(1, 120)]
    public int PublishDeadlineSeconds { get; set; } = 10;

    /// <summary>Minutes during which a message that fails is tried again, before it becomes a dead letter.</summary>
    [Range(0, 25)]
    public int RetryMinutes { get; set; } = 10;
}
