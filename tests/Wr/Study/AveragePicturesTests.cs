using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Wr.Study.Inventory;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class AveragePicturesTests
{
    [Fact]
    public void There_is_a_picture_of_each_group_and_memory_orders_are_in_two()
    {
        var pictures = AveragePictures.Of(Made.Tasks(60, orderOf: at => at < 20 ? Made.Plain : at < 30 ? new(RecoveryActionKind.Clone) : Made.Plain with { MemoryMb = 8000 }));

        Assert.Equal([("all ACDC", 50), ("all clone", 10), ("all memory modified", 30)], pictures.Images.Select(picture => (picture.Name, picture.Image.Tasks)));
        Assert.Empty(pictures.Skipped());
    }

    [Fact]
    public void Pictures_are_compared_with_that_of_all_ACDC()
    {
        var rows = AveragePictures.Of(Made.Tasks(400)).Rows().ToList();

        Assert.Equal(["all clone against all ACDC", "all memory modified against all ACDC"], rows.Select(row => row.Target));
        Assert.All(rows, row => Assert.InRange(row.Mean!.Value, 0, 1 + 1e-12));
        Assert.All(rows, row => Assert.Equal((14, "cosine", null, 400), (row.Row, row.Metric, row.Talk, row.Records)));
    }

    [Fact]
    public void Equal_pictures_have_a_cosine_of_1()
    {
        var rows = AveragePictures.Of(Made.Tasks(40, orderOf: _ => Made.Plain with { MemoryMb = 8000 })).Rows();

        Assert.Equal(1, Assert.Single(rows).Mean!.Value, 9);
    }

    [Fact]
    public void A_group_without_tasks_is_left_out_with_its_reason()
    {
        var pictures = AveragePictures.Of(Made.Tasks(40, orderOf: _ => Made.Plain));

        Assert.Equal(["all ACDC"], pictures.Images.Select(picture => picture.Name));
        Assert.Empty(pictures.Rows());
        Assert.Equal(["all clone against all ACDC", "all memory modified against all ACDC"], pictures.Skipped().Select(skipped => skipped.Target));
        Assert.All(pictures.Skipped(), skipped => Assert.Equal((14, "there are no tasks of one of the two"), (skipped.Row, skipped.Reason)));
    }

    [Fact]
    public void Without_any_ACDC_there_is_nothing_to_compare_with()
    {
        var pictures = AveragePictures.Of(Made.Tasks(40, orderOf: _ => new(RecoveryActionKind.Clone)));

        Assert.Empty(pictures.Rows());
        Assert.Equal(2, pictures.Skipped().Count());
    }
}
