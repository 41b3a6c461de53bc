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

    private const string Approach = "average pictures";
    private const string View = "image by relevance";
    private const string AllRecords = "all records";

    private AveragePictures(IReadOnlyList<(string Name, AverageImage Image)> images, int tasks) => (Images, Tasks) = (images, tasks);

    /// <summary>The pictures of the groups that have tasks; lines are sorted by relevance for plain ACDC.</summary>
    public IReadOnlyList<(string Name, AverageImage Image)> Images { get; }

    private int Tasks { get; }

    public static AveragePictures Of(IReadOnlyList<RecordedTask> tasks)
    {
        var view = new ImageView(CodeSorting.ByRelevance(tasks));
        var images = Groups.Select(group => (group.Name, Image: AverageImage.Of(view, tasks.Where(task => group.Has(task.Action)).Select(task => task.Report.Matrix))));
        return new([.. images.Where(picture => picture.Image.Tasks > 0)], tasks.Count);
    }

    /// <summary>The cosine between each other picture and that of all ACDC: 1 means that an average tells nothing apart.</summary>
    public IEnumerable<StudyRow> Rows() => Pairs().Where(pair => pair.Other is not null && pair.Acdc is not null).Select(pair => new StudyRow(
        14, Approach, View, pair.Target, AllRecords, "cosine", Talk: null, Cosine(pair.Other!, pair.Acdc!), Spread: null, ConstantAnswer: null, TrainSeconds: 0, Tasks, Seeds: 1));

    /// <summary>The pairs of which there is no picture of one.</summary>
    public IEnumerable<Skipped> Skipped() => Pairs().Where(pair => pair.Other is null || pair.Acdc is null).Select(pair => new Skipped(
        14, Approach, View, pair.Target, AllRecords, "there are no tasks of one of the two"));

    private IEnumerable<(string Target, AverageImage? Other, AverageImage? Acdc)> Pairs() =>
        Groups.Skip(1).Select(group => ($"{group.Name} against {Groups[0].Name}", ImageOf(group.Name), ImageOf(Groups[0].Name)));

    private AverageImage? ImageOf(string name) => Images.FirstOrDefault(picture => picture.Name == name).Image;

    /// <summary>Null when one of the pictures is dark.</summary>
    private static double? Cosine(AverageImage one, AverageImage other) =>
        TensorPrimitives.CosineSimilarity<double>(Pixels(one), Pixels(other)) is var cosine && double.IsFinite(cosine) ? cosine : null;

    private static double[] Pixels(AverageImage image) =>
        [.. from line in Enumerable.Range(0, image.Lines.Count)
            from tier in Enumerable.Range(0, AverageImage.Tiers.Count)
            from light in new[] { image.Red(line, tier), image.Green(line, tier) }
            select light];
}
