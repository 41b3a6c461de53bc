using System.Numerics.Tensors;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study.Inventory;

/// <summary>The talk's last result: the average picture of the tasks of each action, and how alike they are.</summary>
internal sealed class AveragePictures
{
    private static readonly (string Name, Func<RecoveryAction, bool> Has)[] Groups =
    [
        ("all ACDC", action => action.Kind == RecoveryActionKind.Acdc),
        ("all clone", action => action.Kind == RecoveryActionKind.Clone),
        ("all memory modified", action => action is { Kind: RecoveryActionKind.Acdc, MemoryMb: not null }),
    ];

    private AveragePictures(IReadOnlyList<(string Name, AverageImage Image)> images, int records) => (Images, Records) = (images, records);

    /// <summary>The pictures by group; lines are sorted by relevance for plain ACDC.</summary>
    public IReadOnlyList<(string Name, AverageImage Image)> Images { get; }

    private int Records { get; }

    public static AveragePictures Of(IReadOnlyList<RecordedTask> tasks)
    {
        var view = new ImageView(CodeSorting.ByRelevance(tasks));
        return new([.. Groups.Select(group => (group.Name, AverageImage.Of(view, tasks.Where(task => group.Has(task.Action)).Select(task => task.Report.Matrix))))], tasks.Count);
    }

    /// <summary>The cosine between each other picture and that of all ACDC: 1 means that an average tells nothing apart.</summary>
    public IEnumerable<StudyRow> Rows() => Images.Skip(1).Select(other => new StudyRow(
        14, "average pictures", "image by relevance", $"{other.Name} against {Images[0].Name}", "all records", "cosine", Talk: null,
        TensorPrimitives.CosineSimilarity<double>(Pixels(other.Image), Pixels(Images[0].Image)), Spread: null, ConstantAnswer: null, TrainSeconds: 0, Records, Seeds: 1));

    private static double[] Pixels(AverageImage image) =>
        [.. from line in Enumerable.Range(0, image.Lines.Count)
            from tier in Enumerable.Range(0, AverageImage.Tiers.Count)
            from light in new[] { image.Red(line, tier), image.Green(line, tier) }
            select light];
}
