namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>
/// What stands in a column whose value was not told. Nought would lie far outside of what models saw: a task of no jobs
/// with hundreds of failures, or a week without any report. These are round numbers near the medians of the simulator's
/// records; they only have to lie within what is usual.
/// </summary>
internal static class Typical
{
    public const double FailedShare = 0.08;
    public const double AgeDays = 4;
    public const int Cores = 8;
    public const double MemoryMbPerCore = 2000;
    public const double DaysSinceLast = 10;

    /// <summary>Tasks per hour of all that was reported.</summary>
    private const double TasksPerHour = 0.4;
    private const double TasksPerWorkflow = 2.5;
    private const double SameCodeShare = 0.1;
    private const double SameCampaignShare = 0.2;

    /// <summary>Jobs of a task with so many failures.</summary>
    public static double Jobs(long errors) => (1 + errors) / FailedShare;

    /// <summary>Cores of a job that asked for so much memory.</summary>
    public static int CoresOf(int memoryMb) => Math.Max(1, (int)Math.Round(memoryMb / MemoryMbPerCore));

    /// <summary>What is reported in some hours.</summary>
    public static (double Tasks, double Workflows, double SameCode, double SameCampaign, double SameCampaignAndCode) Reports(int hours)
    {
        var tasks = hours * TasksPerHour;
        return (tasks, tasks / TasksPerWorkflow, tasks * SameCodeShare, tasks * SameCampaignShare, tasks * SameCampaignShare * SameCodeShare);
    }
}
