using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>What rules would have ordered, beside what models learned.</summary>
internal static class RuleFigures
{
    private static readonly TableColumn[] Columns =
        [new("rule"), new("later tasks", Align.Right), new("fired", Align.Right), new("ordered", Align.Right), new("agreed", Align.Right), new("constant answer", Align.Right)];

    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        if (result.Rules.Count > 0)
        {
            yield return new("Rules beside models",
            [
                new TableBlock(
                    "The rules that come with the program, on the later tasks. Fired and ordered: shares of all of these tasks; a rule that blocks orders nothing, nor does one for more memory where the memory "
                        + "is not known. Agreed: share of the tasks it ordered for, in which the operator ordered the same action, memory bin and splitting bin; the constant answer is a plain ACDC for the same tasks.",
                    Columns,
                    [.. result.Rules.Select(score => (IReadOnlyList<string>)
                    [
                        score.Name, $"{score.Judged}", $"{(double)score.Fired / score.Judged:P1}", $"{(double)score.Ordered / score.Judged:P1}",
                        StudyTable.Number(score.AgreementShare), StudyTable.Number(score.PlainShare),
                    ])]),
            ]);
        }
    }
}
