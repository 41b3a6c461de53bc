using CsCheck;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>A task has one open round at most, in whatever order rounds and departures become known.</summary>
public sealed class RoundTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly DateTimeOffset Second = Rounds.First.AddHours(2);

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Second.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    [Fact]
    public async Task A_new_round_withdraws_the_older_one_that_is_open()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(reportedAt: Second), Cancellation);

        Assert.Equal([(1, "review"), (2, "withdrawn")], await SaidAsync(_rounds.Matrix()));
        Assert.Equal([(1, "review")], await SaidAsync(_rounds.Matrix(reportedAt: Second)));
    }

    [Fact]
    public async Task An_old_round_that_comes_late_is_withdrawn_at_once()
    {
        await Cases.JudgeAsync(_rounds.Matrix(reportedAt: Second), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);

        Assert.Equal([(1, "withdrawn")], await SaidAsync(_rounds.Matrix()));
        Assert.Equal([(1, "review")], await SaidAsync(_rounds.Matrix(reportedAt: Second)));
    }

    [Fact]
    public async Task A_departure_withdraws_every_open_task_of_the_workflow_once()
    {
        var (one, sibling) = (_rounds.Matrix(), _rounds.Matrix(task: "Merge"));
        await Cases.JudgeAsync(one, Cancellation);
        await Cases.JudgeAsync(sibling, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Cases.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), Cancellation)));

        Assert.Equal([(1, "review"), (2, "withdrawn")], await SaidAsync(one));
        Assert.Equal([(1, "review"), (2, "withdrawn")], await SaidAsync(sibling));
    }

    [Fact]
    public async Task A_departure_that_comes_first_withdraws_what_is_reported_after_it()
    {
        await Cases.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(reportedAt: Second), Cancellation);

        Assert.Equal([(1, "withdrawn")], await SaidAsync(_rounds.Matrix()));
        Assert.Equal([(1, "review")], await SaidAsync(_rounds.Matrix(reportedAt: Second)));
    }

    [Fact]
    public async Task A_departure_leaves_what_an_operator_answered()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await stores.AnswerAsync(Cases, _rounds.Answer(TimeSpan.FromMinutes(2)));
        await Cases.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), Cancellation);

        Assert.Equal([(1, "review")], await SaidAsync(_rounds.Matrix()));
    }

    [Fact]
    public async Task An_answer_that_overtakes_the_newer_round_it_was_given_to_does_not_keep_the_older_one_open()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await stores.AnswerAsync(Cases, _rounds.Answer(Second - Rounds.First + TimeSpan.FromMinutes(1)));
        await Cases.JudgeAsync(_rounds.Matrix(reportedAt: Second), Cancellation);

        Assert.Equal([(1, "review"), (2, "withdrawn")], await SaidAsync(_rounds.Matrix()));
    }

    [Fact]
    public async Task A_late_status_that_came_too_late_does_not_hide_newer_counts_that_come_after_it()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await stores.AnswerAsync(Cases, _rounds.Answer(TimeSpan.FromMinutes(2)));
        await Cases.JudgeAsync(_rounds.Matrix(revision: 3, cause: "late site status"), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(revision: 2), Cancellation);

        Assert.Equal([(1, "review"), (2, "review")], await SaidAsync(_rounds.Matrix()));
    }

    [Fact]
    public async Task Whatever_the_order_the_newest_round_is_open_unless_the_workflow_left_since() => await (
        from departed in OneOf.These<double?>(null, 1, 3)
        from shuffle in Gen.Int
        from atOnce in Gen.Bool
        select (departed, shuffle, atOnce)).SampleAsync(async sample =>
    {
        var rounds = new Rounds();
        MatrixStored[] matrices = [rounds.Matrix(), rounds.Matrix(2), rounds.Matrix(reportedAt: Second), rounds.Matrix(2, reportedAt: Second)];
        object[] messages = [.. matrices, .. matrices.Take(2), .. sample.departed is { } hours ? new[] { rounds.Departure(TimeSpan.FromHours(hours)) } : []];
        new Random(sample.shuffle).Shuffle(messages);
        if (sample.atOnce)
            await Task.WhenAll(messages.Select(TakeAsync));
        else
            await messages.Aggregate(Task.CompletedTask, async (before, next) => { await before; await TakeAsync(next); });

        Assert.Equal("withdrawn", await LastSaidAsync(matrices[0].EventId));
        Assert.Equal(sample.departed is 3 ? "withdrawn" : "review", await LastSaidAsync(matrices[2].EventId));
    }, iter: 40, threads: 2);

    private Task TakeAsync(object message) => message switch
    {
        MatrixStored matrix => Cases.JudgeAsync(matrix, CancellationToken.None),
        WorkflowLeftAssistance left => Cases.LeaveAsync(left, CancellationToken.None),
        _ => throw new ArgumentException($"{message} is neither", nameof(message)),
    };

    private async Task<string> LastSaidAsync(Guid eventId)
    {
        var rows = await stores.RowsOfAsync(eventId);
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Revision));
        Assert.Equal(2, (await stores.CaseOfAsync(eventId)).MatrixRevision);
        return rows[^1].Disposition;
    }

    private async Task<IEnumerable<(int, string)>> SaidAsync(MatrixStored matrix) =>
        (await stores.ReceivedOfAsync(matrix.EventId)).Select(received => (received.Said.Revision, received.Said.Disposition));
}
