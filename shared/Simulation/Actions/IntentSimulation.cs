using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;
using WorkflowRecovery.Simulation.Requests;

namespace WorkflowRecovery.Simulation.Actions;

/// <summary>Draws what the operator will order, at the published rates of the time.</summary>
internal sealed class IntentSimulation(SeededRandom random, long seed)
{
    /// <summary>The monthly plots hold 5.6 % other actions up to April 2019, the action table 5.1 %: the table is kept.</summary>
    private const double TableOverPlots = 0.95;

    /// <summary>In a workflow with a memory (or splitting) order, this part of its tasks has it.</summary>
    public const double TaskShare = 0.65;

    /// <summary>Part of the tasks with a splitting order.</summary>
    public const double SplittingShare = 0.016;

    /// <summary>Part of the clones with a parameter, memory as often as splitting.</summary>
    public const double CloneShare = 0.02;

    /// <summary>Part of the workflows of several tasks where some are left out of the form, each but the first with one chance in two.</summary>
    public const double PartlyShare = 0.016;

    private static readonly DateTimeOffset HabitChange = new(2018, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static Weighted<RecoveryActionKind> Special { get; } = new(
    [
        (RecoveryActionKind.OnHold, 50), (RecoveryActionKind.ByPass, 30), (RecoveryActionKind.ForceComplete, 15), (RecoveryActionKind.Recovery, 5),
    ]);

    private readonly Dictionary<string, double> _habits = [];

    public WorkflowIntent For(Request request)
    {
        var kind = Kind(request);
        return kind switch
        {
            RecoveryActionKind.Acdc or RecoveryActionKind.Recovery => ByTask(request, kind),
            RecoveryActionKind.Clone => ForAll(request, kind, CloneParameters(request)),
            _ => ForAll(request, kind, default),
        };
    }

    private RecoveryActionKind Kind(Request request)
    {
        if (!random.Chance(OtherShare(request.RequestedAt, request.Attempt, Habit(request.Campaign))))
            return RecoveryActionKind.Acdc;

        return random.Chance(SpecialShare(request.RequestedAt)) ? Special.Draw(random) : RecoveryActionKind.Clone;
    }

    /// <summary>How probably anything but ACDC is ordered, before any error is seen.</summary>
    public static double OtherShare(DateTimeOffset requestedAt, int attempt, double habit) =>
        TableOverPlots * MonthFact.Of(requestedAt).OtherShare * Rounds(attempt) * habit;

    /// <summary>Which part of that is not a clone.</summary>
    public static double SpecialShare(DateTimeOffset requestedAt) => requestedAt < HabitChange ? 0.13 : 0.04;

    /// <summary>Campaigns are treated differently: our assumption, mean 1.</summary>
    public static double HabitOf(long seed, string campaign) => SeededRandom.For(seed, campaign).Spread(0.25);

    /// <summary>Operators give up more readily on a later round: our assumption, mean 1 over the rounds.</summary>
    private static double Rounds(int attempt) => attempt switch { 0 => 0.8, 1 => 1.55, _ => 2.2 };

    private double Habit(string campaign)
    {
        if (!_habits.TryGetValue(campaign, out var habit))
            _habits[campaign] = habit = HabitOf(seed, campaign);
        return habit;
    }

    private TaskIntent CloneParameters(Request request) => random.Chance(CloneShare)
        ? random.Chance(0.5) ? new(ParameterFact.MemoryAt(request.RequestedAt).Draw(random), null) : new(null, ParameterFact.Splitting.Draw(random))
        : new(null, null);

    private WorkflowIntent ForAll(Request request, RecoveryActionKind kind, TaskIntent parameters) => new(
        kind,
        request.Inherited ?? JobSizes.For(random, request.RequestedAt, parameters.MemoryMb),
        [.. request.Tasks.Select(_ => parameters with { Given = true })]);

    private WorkflowIntent ByTask(Request request, RecoveryActionKind kind)
    {
        var memory = random.Chance(ParameterFact.MemoryShareAt(request.RequestedAt) / TaskShare)
            ? ParameterFact.MemoryAt(request.RequestedAt).Draw(random)
            : (int?)null;
        var resources = request.Inherited ?? JobSizes.For(random, request.RequestedAt, memory);
        if (memory <= resources.MemoryMb)
            resources = JobSizes.For(random, request.RequestedAt, memory);
        var splitting = random.Chance(SplittingShare / TaskShare) ? ParameterFact.Splitting.Draw(random) : null;
        var partly = request.Tasks.Count > 1 && random.Chance(PartlyShare);
        return new(kind, resources, [.. request.Tasks.Select((_, index) => partly && index > 0 && random.Chance(0.5)
            ? new TaskIntent(null, null, Given: false)
            : new TaskIntent(random.Chance(TaskShare) ? memory : null, random.Chance(TaskShare) ? splitting : null))]);
    }
}
