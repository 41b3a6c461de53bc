using WorkflowRecovery.Learning.Drift;

namespace WorkflowRecovery.Learning.Tests.Drift;

/// <summary>Counts what is said to drift when every workflow is looked at as it comes.</summary>
internal static class Alarms
{
    private const int Kept = 400;

    public static int Count(IReadOnlyList<WorkflowSample> reference, IEnumerable<WorkflowSample> coming)
    {
        var detection = new DriftDetection(reference, DriftOptions.Usual);
        var (recent, on, alarms) = (new List<WorkflowSample>(), new Dictionary<DriftKind, string>(), 0);
        foreach (var workflow in coming)
        {
            Add(recent, workflow);
            foreach (var kind in Enum.GetValues<DriftKind>())
            {
                if (on.TryGetValue(kind, out var subject) && detection.IsOver(kind, subject, recent))
                    on.Remove(kind);
                if (!on.ContainsKey(kind) && detection.Find(kind, recent) is { } found)
                {
                    on[kind] = found.Subject;
                    alarms++;
                }
            }
        }

        return alarms;
    }

    /// <summary>Keeps as many of the newest as any window looks at.</summary>
    public static void Add(List<WorkflowSample> recent, WorkflowSample next)
    {
        recent.Add(next);
        if (recent.Count > Kept)
            recent.RemoveRange(0, Kept / 2);
    }
}
