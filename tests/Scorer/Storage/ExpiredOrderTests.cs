using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What waits behind an order that nobody takes up.</summary>
public sealed class ExpiredOrderTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly TimeSpan After = TimeSpan.FromMinutes(5);

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(10));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    private ExpiredOrders Lookout => new(stores.Databases, Cases, _clock, NullLogger<ExpiredOrders>.Instance);

    [Fact]
    public async Task A_matrix_that_came_while_an_order_stood_is_judged_once_when_the_order_has_expired()
    {
        var matrix = await OrderedAsync();
        await Cases.JudgeAsync(_rounds.Matrix(2, "late site status", code: 50660), Cancellation);
        _clock.SetUtcNow(Rounds.First.AddHours(20));
        await Lookout.LookAsync(Cancellation);
        Assert.Equal(["review", "approved"], await SaidOfAsync(matrix));

        _clock.SetUtcNow(Rounds.First.AddHours(25));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Lookout.LookAsync(Cancellation)));

        var received = await stores.ReceivedOfAsync(matrix.EventId);
        Assert.Equal(["review", "approved", "review"], received.Select(one => one.Said.Disposition));
        Assert.Equal(2, (await stores.CaseOfAsync(matrix.EventId)).MatrixRevision);
        Assert.Equal(0L, await stores.AskAsConsoleAsync(StillApproved, matrix.EventId));
    }

    [Fact]
    public async Task What_waits_behind_an_order_that_was_taken_up_goes_on_waiting()
    {
        var matrix = await OrderedAsync();
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await stores.TakeUpAsync(Cases, matrix, 2, "claimed", Rounds.First.AddMinutes(30));

        _clock.SetUtcNow(Rounds.First.AddHours(25));
        await Lookout.LookAsync(Cancellation);

        Assert.Equal(["review", "approved"], await SaidOfAsync(matrix));
    }

    private const string StillApproved = "select count(*) from scorer.approved_order where event_id = $1 and state = 'approved'";

    private async Task<IEnumerable<string>> SaidOfAsync(MatrixStored matrix) => (await stores.ReceivedOfAsync(matrix.EventId)).Select(one => one.Said.Disposition);

    private async Task<MatrixStored> OrderedAsync()
    {
        var matrix = _rounds.Matrix();
        await stores.ReportAsync(matrix.Event);
        await Cases.JudgeAsync(matrix, Cancellation);
        await Cases.ApproveAsync(Approval.Of(matrix, After).Approved, Cancellation);
        return matrix;
    }
}
