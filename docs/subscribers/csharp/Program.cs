// Reports one workflow in assistance, waits for the recommendation and says what an executor would do.
// usage: dotnet run --project docs/subscribers/csharp [amqp-uri]
// Without an address it takes that of the instance that "./wr up" started (.wr/endpoints.json).
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

const string Intake = "workflow-recovery.intake";
const string Recommendations = "workflow-recovery.recommendations";

if ((args.Length > 0 ? args[0] : FromInstance()) is not { } address)
    return 2;

var workflow = $"pdmvserv_task_example_{Guid.NewGuid():N}"[..30];

await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));

// A queue of our own, bound before anything is published. An executor gives it a name and makes it durable.
var queue = (await channel.QueueDeclareAsync()).QueueName;
await channel.QueueBindAsync(queue, Recommendations, "recommendation.#");

var executor = new Executor();
var answered = new TaskCompletionSource();
var consumer = new AsyncEventingBasicConsumer(channel);
consumer.ReceivedAsync += async (_, delivery) =>
{
    using var recommendation = JsonDocument.Parse(delivery.Body);
    if (recommendation.RootElement.GetProperty("workflow").GetString() == workflow)
    {
        Console.WriteLine(delivery.RoutingKey);
        Console.WriteLine(recommendation.RootElement);
        Console.WriteLine(executor.Decide(delivery.BasicProperties.MessageId!, recommendation.RootElement, DateTimeOffset.UtcNow));
        answered.TrySetResult();
    }

    await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
};
await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
await PublishAsync();
await answered.Task.WaitAsync(TimeSpan.FromMinutes(1));
return 0;

async Task PublishAsync()
{
    var now = DateTimeOffset.UtcNow;
    var body = JsonSerializer.SerializeToUtf8Bytes(new
    {
        workflow,
        task = $"/{workflow}/Production",
        reportedAt = now,
        observedAt = now,
        campaign = "RunIIFall17DRPremix",
        totalJobs = 1500,
        memoryMb = 2000,
        cores = 1,
        sites = new[] { "T2_CH_CERN", "T1_US_FNAL", "T2_DE_DESY" },
        errors = new[] { new { code = 50660, site = "T1_US_FNAL", count = 120, readiness = "green" } },
    });
    var properties = new BasicProperties
    {
        ContentType = "application/json",
        DeliveryMode = DeliveryModes.Persistent,
        MessageId = Guid.NewGuid().ToString(),
        Type = "WorkflowAssistanceRequested",
        Timestamp = new AmqpTimestamp(now.ToUnixTimeSeconds()),
    };
    await channel.BasicPublishAsync(Intake, "workflow.assistance", mandatory: false, properties, body);
}

static string? FromInstance()
{
    var home = Environment.GetEnvironmentVariable("WR_HOME") ?? ".wr";
    if (!File.Exists(Path.Combine(home, "endpoints.json")))
    {
        Console.Error.WriteLine($"No instance runs in {home}: start one with ./wr up, or give the broker's address (amqp://...).");
        return null;
    }

    using var endpoints = JsonDocument.Parse(File.ReadAllText(Path.Combine(home, "endpoints.json")));
    return endpoints.RootElement.GetProperty("amqp").GetString()!;
}
