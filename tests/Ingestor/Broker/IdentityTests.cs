using System.Text;
using Npgsql;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Tests.Intake;
using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

public sealed class IdentityTests(RunningIngestor ingestor) : IClassFixture<RunningIngestor>
{
    private readonly Guid _mark = Guid.NewGuid();

    [Theory]
    [InlineData(RoutingKeys.SiteStatus, "readiness", "\"red\"", "T2_")]
    [InlineData(RoutingKeys.ActionRecorded, "action", "\"clone\"", "recordedAt")]
    [InlineData(RoutingKeys.ActionTaken, "detail", "\"once more\"", "revision 1")]
    [InlineData(RoutingKeys.ActionOutcome, "recoveredJobs", "5", "reportedAt")]
    [InlineData(RoutingKeys.WorkflowLeft, "status", "\"closed-out\"", "leftAt")]
    public async Task The_same_key_with_other_content_is_refused_and_the_first_stays(string routingKey, string field, string json, string mention)
    {
        await PublishAsync(routingKey);
        await UntilAsync(async () => (await BodiesAsync("accepted_message")).Count == 1);
        var first = await BodiesAsync("accepted_message");

        var refused = await PublishAsync(routingKey, (field, json));

        var kept = await ingestor.Rejected.WaitAsync(letter => letter.Properties.MessageId == refused, RunningIngestor.Limit);
        Assert.Contains("with this key but other content was accepted before", kept.Header("reject-reason"), StringComparison.Ordinal);
        Assert.Contains(mention, kept.Header("reject-reason"), StringComparison.Ordinal);
        Assert.Equal(first, await BodiesAsync("accepted_message"));
        await ingestor.NothingFailedAsync();
    }

    [Fact]
    public async Task A_message_that_comes_again_changes_nothing()
    {
        string[] kinds = [.. GoodBody.RoutingKeysOfAll];
        await Task.WhenAll(Enumerable.Repeat(kinds, 5).SelectMany(keys => keys).Select(key => PublishAsync(key)));
        await UntilIntakeIsEmptyAsync();

        Assert.Equal(kinds.Length - 1, (await BodiesAsync("accepted_message")).Count);
        Assert.Single(await BodiesAsync("assistance_event"));
        Assert.Equal(
            [
                InsideKeys.ActionTakenAccepted, InsideKeys.AssistanceAccepted, InsideKeys.DepartureAccepted, InsideKeys.OperatorActionAccepted, InsideKeys.OutcomeAccepted, InsideKeys.SiteStatusAccepted,
            ],
            (await BodiesAsync("outgoing_message", "routing_key || ' '")).Select(row => row.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(0u, await ingestor.CountAsync(Names.RejectedQueue));
    }

    [Fact]
    public async Task A_repeat_with_other_counts_is_only_counted_unless_they_were_read_later()
    {
        await PublishAsync(RoutingKeys.WorkflowAssistance);
        await PassedOnAsync(times: 1);

        await PublishAsync(RoutingKeys.WorkflowAssistance, ("failedJobs", "5"));
        await UntilAsync(async () => (await BodiesAsync("assistance_event", "differing_repeats || ' '")).Single().StartsWith("1 ", StringComparison.Ordinal));
        Assert.DoesNotContain("\"failedJobs\":5", (await BodiesAsync("assistance_event")).Single(), StringComparison.Ordinal);

        await PublishAsync(RoutingKeys.WorkflowAssistance, ("failedJobs", "6"), ("observedAt", "\"2020-03-01T18:00:00Z\""));
        var passedOn = await PassedOnAsync(times: 2);

        Assert.Single(passedOn.Select(EventId).Distinct());
        Assert.Contains("\"failedJobs\":6", passedOn[1].BodyText, StringComparison.Ordinal);
        Assert.Contains("\"failedJobs\":6", (await BodiesAsync("assistance_event")).Single(), StringComparison.Ordinal);
    }

    /// <summary>Publishes a good message that is about things of this test alone, and returns its message id.</summary>
    private async Task<string> PublishAsync(string routingKey, params (string, string?)[] changes)
    {
        var properties = RunningIngestor.Usual();
        var body = GoodBody.Text(routingKey, changes)
            .Replace(GoodBody.Workflow, $"w_{_mark}", StringComparison.Ordinal)
            .Replace("T2_CH_CERN", $"T2_{_mark}", StringComparison.Ordinal)
            .Replace(GoodBody.Recommendation.ToString(), _mark.ToString(), StringComparison.Ordinal);
        await ingestor.PublishAsync(routingKey, Encoding.UTF8.GetBytes(body), properties);
        return properties.MessageId!;
    }

    private async Task<List<string>> BodiesAsync(string table, string before = "''")
    {
        await using var source = NpgsqlDataSource.Create(ingestor.Pipeline.Database.For(DatabaseRoles.Of("ingestor")));
        await using var command = source.CreateCommand($"select {before} || convert_from(body, 'UTF8') from ingestor.{table} where convert_from(body, 'UTF8') like @mark order by 1");
        command.Parameters.AddWithValue("mark", $"%{_mark}%");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var bodies = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            bodies.Add(reader.GetString(0));
        return bodies;
    }

    private async Task<List<Letter>> PassedOnAsync(int times)
    {
        await UntilAsync(() => Task.FromResult(Mine().Count == times));
        return Mine();

        List<Letter> Mine() => [.. ingestor.PassedOn.Letters.Where(letter =>
            letter.RoutingKey == InsideKeys.AssistanceAccepted && letter.BodyText.Contains(_mark.ToString(), StringComparison.Ordinal))];
    }

    private static string EventId(Letter letter) => (string)System.Text.Json.Nodes.JsonNode.Parse(letter.Body)!["eventId"]!;

    /// <summary>A stopped consumer gives back what it had taken and not finished, so that the queue tells the truth.</summary>
    private async Task UntilIntakeIsEmptyAsync()
    {
        uint left;
        do
        {
            await ingestor.Pipeline.StopAsync("ingestor", TestContext.Current.CancellationToken);
            left = await ingestor.CountAsync(InsideNames.Queue("ingestor", "intake"));
            await ingestor.Pipeline.RestartAsync("ingestor", TestContext.Current.CancellationToken);
        }
        while (left > 0);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var late = new CancellationTokenSource(RunningIngestor.Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
            await timer.WaitForNextTickAsync(late.Token);
    }
}
