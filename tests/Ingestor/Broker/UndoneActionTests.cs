using Npgsql;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

public sealed class UndoneActionTests(RunningIngestor ingestor) : IClassFixture<RunningIngestor>
{
    private static readonly DateTimeOffset RecordedAt = new(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly string _workflow = $"w_{Guid.NewGuid():N}";

    [Fact]
    public async Task An_action_that_is_taken_back_is_no_label_any_more_and_that_is_passed_on_once()
    {
        await RecordAsync(task: null);
        await PassedOnAsync(InsideKeys.OperatorActionAccepted);
        Assert.Equal(1, await LabelsAsync());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => UndoAsync(task: null)));
        await UndoAsync(task: $"/{_workflow}/Merge");
        await PassedOnAsync(InsideKeys.UndoneActionAccepted, times: 2);

        Assert.Equal(0, await LabelsAsync());
    }

    [Fact]
    public async Task An_action_that_comes_after_it_was_taken_back_never_is_a_label_but_its_neighbour_is()
    {
        await UndoAsync(task: $"/{_workflow}/Merge");
        await PassedOnAsync(InsideKeys.UndoneActionAccepted);
        await RecordAsync(task: $"/{_workflow}/Merge");
        await RecordAsync(task: $"/{_workflow}/Production");
        await PassedOnAsync(InsideKeys.OperatorActionAccepted, times: 2);

        Assert.Equal(1, await LabelsAsync());
    }

    [Theory]
    [InlineData("claimed", 1)]
    [InlineData("done", 1)]
    [InlineData("refused", 0)]
    public async Task An_action_that_was_taken_back_too_late_is_a_label_again(string result, long labels)
    {
        var (id, task) = (Guid.NewGuid(), $"/{_workflow}/Merge");
        await RecordAsync(task);
        await UndoAsync(task, new WithdrawnRevision(id, 2));
        await PassedOnAsync(InsideKeys.UndoneActionAccepted);
        await PassedOnAsync(InsideKeys.OperatorActionAccepted);
        Assert.Equal(0, await LabelsAsync());

        await ingestor.PublishAsync(
            RoutingKeys.ActionTaken,
            WireJson.Write(new RecoveryActionTaken { RecommendationId = id, Revision = 2, Workflow = _workflow, Task = task, TakenAt = RecordedAt, Result = result }),
            RunningIngestor.Usual());
        await PassedOnAsync(InsideKeys.ActionTakenAccepted);

        Assert.Equal(labels, await LabelsAsync());
    }

    private Task RecordAsync(string? task) => ingestor.PublishAsync(
        RoutingKeys.ActionRecorded,
        WireJson.Write(new OperatorActionRecorded { Workflow = _workflow, Task = task, RecordedAt = RecordedAt, Action = "acdc" }),
        RunningIngestor.Usual());

    private Task UndoAsync(string? task, params WithdrawnRevision[] withdrawn) => ingestor.TellAsync(
        InsideKeys.OperatorActionUndone, WireJson.Write(new OperatorActionUndone(_workflow, task, RecordedAt, "ada", RecordedAt.AddMinutes(1), withdrawn)));

    private Task<Letter> PassedOnAsync(string routingKey, int times = 1) => ingestor.PassedOn.WaitAsync(
        _ => ingestor.PassedOn.Letters.Count(letter => letter.RoutingKey == routingKey && letter.BodyText.Contains(_workflow, StringComparison.Ordinal)) == times,
        RunningIngestor.Limit);

    private async Task<long> LabelsAsync()
    {
        await using var source = NpgsqlDataSource.Create(ingestor.Pipeline.Database.For(DatabaseRoles.Of("scorer")));
        await using var command = source.CreateCommand("select count(*) from ingestor.recorded_action where workflow = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = _workflow });
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
