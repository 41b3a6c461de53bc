using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Inventory;

namespace WorkflowRecovery.Wr.Study.Inventory;

/// <summary>The talk's first result as numbers: the action table and the inventory of codes, with the talk's beside them.</summary>
internal static class ActionRows
{
    private const string Table = "action table";
    private const string Codes = "code inventory";

    public static IEnumerable<StudyRow> Of(IReadOnlyList<RecordedTask> tasks)
    {
        var rates = ActionTable.Of(tasks);
        foreach (var (name, isRow, talk) in ActionTable.Talk)
            yield return Row(Table, name, "rate", talk, rates.Where(rate => isRow(rate.Row)).Sum(rate => rate.Rate), tasks.Count);

        var others = rates.Where(rate => !ActionTable.Talk.Any(talk => talk.Is(rate.Row))).ToList();
        yield return Row(Table, "all other rows", "rate", ActionTable.TalkOtherRate, others.Sum(rate => rate.Rate), tasks.Count);
        yield return Row(Table, "all other rows", "different rows", ActionTable.TalkOtherRows, others.Count, tasks.Count);
        var (ours, theirs) = (CodeInventory.Of(tasks), CodeInventory.Talk);
        yield return Row(Codes, "codes at good sites", "different codes", theirs.Good, ours.Good, tasks.Count);
        yield return Row(Codes, "codes at bad sites", "different codes", theirs.Bad, ours.Bad, tasks.Count);
        yield return Row(Codes, "codes", "different codes", theirs.All, ours.All, tasks.Count);
        yield return Row(Codes, "codes at both", "share", theirs.Overlap, ours.Overlap, tasks.Count);
    }

    private static StudyRow Row(string approach, string target, string metric, double talk, double value, int records) =>
        new(1, approach, "matrix", target, "all records", metric, talk, value, Spread: null, ConstantAnswer: null, TrainSeconds: 0, records, Seeds: 1);
}
