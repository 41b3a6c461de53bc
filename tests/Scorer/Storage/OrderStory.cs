using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What may happen to a case and the orders on it.</summary>
public enum OrderStep
{
    FirstOrder,
    FirstOrderAgain,
    SecondOrder,
    ThirdOrder,
    OrderWithoutSites,
    FirstUndone,
    SecondUndone,
    Recorded,
    Forgotten,
    Claimed,
    Done,
    Failed,
    NewerCounts,
    Expiry,
    NewRound,
    Departure,
}

/// <summary>One case, its orders and what executors make of them, with console and ingestor as they would do their part.</summary>
internal sealed class OrderStory
{
    public static readonly TimeSpan Expiry = TimeSpan.FromHours(25);

    private readonly RunningStores _stores;
    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(30));
    private readonly HashSet<Guid> _recorded = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _reports = [];
    private readonly Approval[] _orders;

    private OrderStory(RunningStores stores)
    {
        _stores = stores;
        Matrix = _rounds.Matrix();
        _orders =
        [
            Approval.Of(Matrix, TimeSpan.FromMinutes(5)),
            Approval.Of(Matrix, TimeSpan.FromMinutes(6)),
            Approval.Of(Matrix, TimeSpan.FromMinutes(7), seen: 3),
            Approval.Of(Matrix, TimeSpan.FromMinutes(8), ordered: Approval.Plain with { SiteMode = "ban", Sites = ["T2_US_MIT"] }),
        ];
    }

    public MatrixStored Matrix { get; }

    /// <summary>The greatest revision of the matrix that came.</summary>
    public int NewestMatrix { get; private set; } = 1;

    public bool IsOver { get; private set; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public CaseStore Cases => _stores.CasesAt(_clock, TrainedModels.Set);

    public static async Task<OrderStory> BeginAsync(RunningStores stores)
    {
        var story = new OrderStory(stores);
        await stores.ReportAsync(story.Matrix.Event);
        await story.Cases.JudgeAsync(story.Matrix, CancellationToken.None);
        return story;
    }

    public Task TakeAsync(OrderStep step) => step switch
    {
        OrderStep.FirstOrder or OrderStep.FirstOrderAgain => ApproveAsync(_orders[0]),
        OrderStep.SecondOrder => ApproveAsync(_orders[1]),
        OrderStep.ThirdOrder => ApproveAsync(_orders[2]),
        OrderStep.OrderWithoutSites => ApproveAsync(_orders[3]),
        OrderStep.FirstUndone => Cases.UndoAsync(_orders[0].Undone, CancellationToken.None),
        OrderStep.SecondUndone => Cases.UndoAsync(_orders[1].Undone, CancellationToken.None),
        OrderStep.Recorded => RecordAsync(),
        OrderStep.Forgotten => ForgetAsync(),
        OrderStep.Claimed => ReportAsync("claimed"),
        OrderStep.Done => ReportAsync("done"),
        OrderStep.Failed => ReportAsync("failed"),
        OrderStep.NewerCounts => NewerCountsAsync(),
        OrderStep.NewRound => NewRoundAsync(),
        OrderStep.Departure => LeaveAsync(),
        _ => Task.Run(() => _clock.Advance(Expiry)),
    };

    /// <summary>Everybody does what is left to do, and some of it twice.</summary>
    public async Task EndAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            await RecordAsync();
            await ForgetAsync();
        }
    }

    public async Task<List<ApprovalRow>> ApprovalsAsync()
    {
        await using var database = await _stores.Databases.CreateDbContextAsync();
        return await database.Approvals.AsNoTracking().Where(row => row.EventId == Matrix.EventId).ToListAsync();
    }

    /// <summary>When the actions were recorded that count as labels.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> LabelsAsync()
    {
        await using var database = await _stores.Databases.CreateDbContextAsync();
        return await database.Database.SqlQuery<DateTimeOffset>(
            $"""select recorded_at as "Value" from ingestor.recorded_action where workflow = {Matrix.Event.Workflow} order by recorded_at""").ToListAsync();
    }

    /// <summary>Revisions that executors have in hand or have done.</summary>
    public async Task<HashSet<int>> TakenAsync()
    {
        await using var database = await _stores.Databases.CreateDbContextAsync();
        return [.. await database.Database.SqlQuery<int>(
            $"""select revision as "Value" from ingestor.taken_up_action where recommendation_id = {Matrix.EventId}""").ToListAsync()];
    }

    /// <summary>An operator who looks now, and orders.</summary>
    public async Task<ApprovalRow> OrderNowAsync(int seen)
    {
        var order = Approval.Of(Matrix, TimeSpan.FromMinutes(20), seen);
        await Cases.ApproveAsync(order.Approved, CancellationToken.None);
        return (await ApprovalsAsync()).Single(row => row.OrderId == order.Cases[0].OrderId);
    }

    private Task ApproveAsync(Approval order) => Cases.ApproveAsync(order.Approved, CancellationToken.None);

    /// <summary>The console records what was approved.</summary>
    private async Task RecordAsync()
    {
        foreach (var row in await ApprovalsAsync())
        {
            if (row.Revision is not null && _orders.SingleOrDefault(order => order.Cases[0].OrderId == row.OrderId) is { } order && _recorded.Add(row.OrderId))
                await _stores.AnswerAsync(Cases, order.Recorded);
        }
    }

    /// <summary>The ingestor hears what is no label any more.</summary>
    private async Task ForgetAsync()
    {
        foreach (var undone in await _stores.UndoneOfAsync(Matrix.Event.Workflow))
            await _stores.ForgetAsync(Cases, undone);
    }

    /// <summary>An executor acts on the first order that it was told of, and can report only that.</summary>
    private async Task ReportAsync(string result)
    {
        if ((await ApprovalsAsync()).Where(row => row.Revision is not null).MinBy(row => row.Revision) is not { Revision: { } revision })
            return;
        _clock.Advance(TimeSpan.FromSeconds(1));
        if (_reports.TryAdd(result, Now))
            await _stores.TakeUpAsync(Cases, Matrix, revision, result, Now);
    }

    private async Task NewerCountsAsync()
    {
        NewestMatrix = 2;
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), CancellationToken.None);
    }

    private async Task NewRoundAsync()
    {
        IsOver = true;
        await Cases.JudgeAsync(_rounds.Matrix(reportedAt: Rounds.First.AddHours(4)), CancellationToken.None);
    }

    private async Task LeaveAsync()
    {
        IsOver = true;
        await Cases.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), CancellationToken.None);
    }
}
