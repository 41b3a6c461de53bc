using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Oracle;

namespace WorkflowRecovery.Simulation.Tests.Oracle;

/// <summary>The oracle against what the simulation then drew.</summary>
public sealed class OracleTests
{
    private static readonly OrderBins Bins = new(memory => memory is null ? 0 : memory < 20_000 ? 1 : 2, splitting => splitting is null ? 0 : 1);

    private static readonly Dictionary<string, SimulatedTask> ByPath = Simulated.Tasks.ToDictionary(task => task.Task);

    private static readonly IReadOnlyList<WorkflowOdds> Odds = SimulationOracle.Of(Simulated.Tasks, Simulated.Options, Bins);

    [Fact]
    public void Every_task_has_odds_that_sum_to_one()
    {
        var tasks = Odds.SelectMany(workflow => workflow.Tasks).ToList();

        Assert.Equal(Simulated.Tasks.Select(task => task.Task).Order(StringComparer.Ordinal), tasks.Select(task => task.Task).Order(StringComparer.Ordinal));
        Assert.All(tasks, task => Assert.Equal(1, task.Orders.Sum(order => order.Probability), 9));
        Assert.All(tasks, task => Assert.Equal(task.Orders.OrderByDescending(order => order.Probability), task.Orders));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("clone")]
    [InlineData("memory")]
    [InlineData("much memory")]
    [InlineData("splitting")]
    public void What_it_promises_happens_as_often(string question)
    {
        foreach (var bin in Workflows(question).GroupBy(one => Math.Floor(Math.Log2(one.Probability / (1 - one.Probability)) / 2)))
        {
            // Siblings share their order, so it is workflows that are counted, by their first task.
            double promised = bin.Sum(one => one.Probability), happened = bin.Count(one => one.Happened);
            var spread = Math.Sqrt(bin.Sum(one => one.Probability * (1 - one.Probability)));
            Assert.InRange(happened, promised - (4 * spread) - 2, promised + (4 * spread) + 2);
        }
    }

    [Theory]
    [InlineData("other", 0.55, 0.92)]
    [InlineData("memory", 0.15, 0.99)]
    [InlineData("splitting", 0.93, 0.70)]
    public void It_knows_far_more_than_the_rates(string question, double lossOfConstant, double area)
    {
        var answers = Workflows(question);
        var rate = answers.Average(one => one.Happened ? 1.0 : 0.0);

        Assert.InRange(answers.Average(Loss), 0, lossOfConstant * answers.Average(one => Loss((rate, one.Happened))));
        Assert.InRange(AreaOf(answers), area, 1);
    }

    [Fact]
    public void Whole_workflows_come_out_as_often_as_promised()
    {
        foreach (var bin in Odds.GroupBy(workflow => Math.Floor(10 * workflow.Probability)))
        {
            var spread = Math.Sqrt(bin.Sum(workflow => workflow.Probability * (1 - workflow.Probability)));
            Assert.InRange(bin.Count(IsRight), bin.Sum(workflow => workflow.Probability) - (4 * spread) - 2, bin.Sum(workflow => workflow.Probability) + (4 * spread) + 2);
        }
    }

    [Fact]
    public void It_tells_nothing_of_orders_that_it_was_given() => Assert.Equal(
        Told(SimulationOracle.Of(Some, Simulated.Options, Bins)),
        Told(SimulationOracle.Of([.. Some.Select(task => task with { Action = new(RecoveryActionKind.OnHold), ParametersGiven = true, WholeWorkflow = true })], Simulated.Options, Bins)));

    [Fact]
    public void Only_what_is_asked_about_must_be_right_and_what_is_not_asked_about_is_left_out()
    {
        var workflow = Some.GroupBy(task => task.Workflow).First(tasks => tasks.Count() > 2).ToList();
        var all = SimulationOracle.Of(workflow, Simulated.Options, Bins)[0];
        var one = SimulationOracle.Of(workflow, Simulated.Options, Bins, task => task == workflow[0])[0];

        Assert.True(one.Probability > all.Probability);
        Assert.Equal(one.Tasks[0].Orders[0].Probability, one.Probability, 9);
        Assert.Empty(SimulationOracle.Of(workflow, Simulated.Options, Bins, _ => false));
    }

    private static List<SimulatedTask> Some { get; } = [.. Simulated.Tasks.Take(400)];

    private static IEnumerable<(string, double, BinnedOrder)> Told(IEnumerable<WorkflowOdds> odds) =>
        odds.Select(workflow => (workflow.Workflow, workflow.Probability, workflow.Orders[0]));

    private static BinnedOrder OrderOf(SimulatedTask task) => new(task.Action.Kind, Bins.MemoryOf(task.Action.MemoryMb), Bins.SplittingOf(task.Action.Splitting));

    private static bool IsRight(WorkflowOdds workflow) => workflow.Tasks.Zip(workflow.Orders).All(task => OrderOf(ByPath[task.First.Task]) == task.Second);

    private static List<(double Probability, bool Happened)> Workflows(string question)
    {
        Func<BinnedOrder, bool> isIt = question switch
        {
            "other" => order => order.Kind != RecoveryActionKind.Acdc,
            "clone" => order => order.Kind == RecoveryActionKind.Clone,
            "memory" => order => order is { Kind: RecoveryActionKind.Acdc, Memory: > 0 },
            "much memory" => order => order.Memory == 2,
            _ => order => order.Splitting == 1,
        };
        return [.. Odds.Select(workflow => (
            Math.Clamp(workflow.Tasks[0].Orders.Where(order => isIt(order.Order)).Sum(order => order.Probability), 1e-9, 1 - 1e-9),
            isIt(OrderOf(ByPath[workflow.Tasks[0].Task]))))];
    }

    private static double Loss((double Probability, bool Happened) one) => -Math.Log(one.Happened ? one.Probability : 1 - one.Probability);

    /// <summary>Probability that what happened was held likelier than what did not.</summary>
    private static double AreaOf(List<(double Probability, bool Happened)> answers)
    {
        double below = 0, won = 0;
        foreach (var (_, happened) in answers.OrderBy(one => one.Probability))
        {
            if (happened)
                won += below;
            else
                below++;
        }

        return won / (below * (answers.Count - below));
    }
}
