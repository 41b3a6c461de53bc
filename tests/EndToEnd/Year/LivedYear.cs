using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Inside;
using WorkflowRecovery.EndToEnd.Tests.Learning;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>
/// Workflow system and operators of a year: publishes months as fast as they are answered, and keeps a book of what must come
/// of it. Some events come twice, some again with newer counts, and some workflows leave before anybody answers.
/// </summary>
internal sealed class LivedYear(OutsideParty outside, CommandLine commandLine)
{
    private const int TwiceEvery = 20;
    private const int NewerEvery = 25;
    private const int LeaveEvery = 30;
    private const int LookEvery = 3;
    private const int OutcomeEvery = 4;

    private readonly Dictionary<Guid, (WorkflowAssistanceRequested Event, int Revisions)> _book = [];

    /// <summary>Tasks that operators answered.</summary>
    public int Answered { get; private set; }

    /// <summary>Answers that accepted what was recommended.</summary>
    public int Accepted { get; private set; }

    /// <summary>Outcomes of recoveries that were reported.</summary>
    public int Outcomes { get; private set; }

    public IReadOnlyCollection<WorkflowAssistanceRequested> Published => [.. _book.Values.Select(entry => entry.Event)];

    /// <summary>How many revisions must have been recommended for each event.</summary>
    public IReadOnlyDictionary<Guid, int> Revisions => _book.ToDictionary(entry => entry.Key, entry => entry.Value.Revisions);

    public async Task LiveAsync(IReadOnlyList<SimulatedTask> tasks)
    {
        var workflows = tasks.GroupBy(task => task.Workflow).Select(workflow => workflow.ToList()).Index().ToLookup(workflow => workflow.Index % LeaveEvery == 1, workflow => workflow.Item);
        await ReportAsync(tasks);
        await CountAnewAsync([.. workflows[false].SelectMany(workflow => workflow)]);
        foreach (var (number, workflow) in workflows[false].Index())
            await OrderAsync(workflow, look: number % LookEvery == 0);
        foreach (var workflow in workflows[true])
            await LeaveAsync(workflow);
        await UntilRecommendedAsync();
        await commandLine.UntilAsync($"select count(*) = {Answered} from scorer.answered_case");
        await commandLine.UntilAsync($"select count(*) = {Outcomes} from scorer.recovery_success");
    }

    /// <summary>One event more, and what is recommended for it.</summary>
    public async Task<RecoveryRecommended> AskAsync(string name)
    {
        var reported = Events.New(name);
        await outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
        _book.Add(Events.IdOf(reported), (reported, 1));
        await UntilRecommendedAsync();
        return outside.FirstOf(Events.IdOf(reported)).Said;
    }

    private async Task ReportAsync(IReadOnlyList<SimulatedTask> tasks)
    {
        foreach (var (number, task) in tasks.Index())
        {
            var reported = PastTasks.EventOf(task) with { TaskType = task.TaskType, RequestType = task.RequestType, Campaign = task.Campaign, Sites = task.OfferedSites };
            for (var times = number % TwiceEvery == 0 ? 2 : 1; times > 0; times--)
                await outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
            _book.Add(Events.IdOf(reported), (reported, 1));
        }

        await UntilRecommendedAsync();
    }

    private async Task CountAnewAsync(IReadOnlyList<SimulatedTask> tasks)
    {
        foreach (var (_, task) in tasks.Index().Where(task => task.Index % NewerEvery == 0 && !task.Item.Matrix.Cells.IsEmpty))
        {
            var (reported, revisions) = _book[IdOf(task)];
            var newer = reported with { ObservedAt = task.ReportedAt.AddHours(1), Errors = [.. reported.Errors.Select(row => row with { Count = row.Count + 1 })] };
            await outside.PublishAsync(RoutingKeys.WorkflowAssistance, newer);
            _book[IdOf(task)] = (newer, revisions + 1);
        }

        await UntilRecommendedAsync();
    }

    private async Task OrderAsync(List<SimulatedTask> workflow, bool look)
    {
        var orders = Operators.OrdersFor(workflow, look, task => outside.FirstOf(IdOf(task)).Said).ToList();
        foreach (var order in orders)
            await outside.PublishAsync(RoutingKeys.ActionRecorded, order);
        var answered = workflow.Where(task => orders.Exists(order => order.Task is null || order.Task == task.Task)).ToList();
        Answered += answered.Count;
        Accepted += orders.Count(order => order.RecommendationId is not null);
        foreach (var task in answered.Where((task, number) => !task.WholeWorkflow && number % OutcomeEvery == 0))
            await RecoverAsync(task);
    }

    private async Task RecoverAsync(SimulatedTask task)
    {
        var outcome = new RecoveryOutcomeReported { Workflow = task.Workflow, Task = task.Task, ReportedAt = task.ReportedAt.AddDays(2), Attempt = 1, Succeeded = true };
        await outside.PublishAsync(RoutingKeys.ActionOutcome, outcome);
        Outcomes++;
    }

    private async Task LeaveAsync(List<SimulatedTask> workflow)
    {
        await outside.PublishAsync(RoutingKeys.WorkflowLeft, new WorkflowLeftAssistance { Workflow = workflow[0].Workflow, LeftAt = workflow[0].ReportedAt.AddDays(1), Status = "closed-out" });
        foreach (var task in workflow)
            _book[IdOf(task)] = _book[IdOf(task)] with { Revisions = _book[IdOf(task)].Revisions + 1 };
    }

    private Task UntilRecommendedAsync()
    {
        var awaited = _book.Values.Sum(entry => entry.Revisions);
        return outside.UntilAsync(_ => outside.Heard >= awaited, TimeSpan.FromMinutes(5));
    }

    private static Guid IdOf(SimulatedTask task) => Events.IdOf(PastTasks.EventOf(task));
}
