using WorkflowRecovery.Servers;
using WorkflowRecovery.Wr.Models;

namespace WorkflowRecovery.Wr.Tests.Models;

public sealed class SetNameTests
{
    private static readonly IReadOnlyList<KnownSet> Sets =
    [
        Set("0199aaaa-1111-7000-8000-000000000000", ("action", 3), ("memory", 2)),
        Set("0199aaaa-2222-7000-8000-000000000000", ("action", 2), ("memory", 3)),
        Set("12345678-2222-7000-8000-000000000000", ("action", 7)),
    ];

    [Theory]
    [InlineData("0199aaaa-1111-7000-8000-000000000000", 0)]
    [InlineData("0199AAAA-2", 1)]
    [InlineData("7", 2)]
    [InlineData("1234", 2)]
    [InlineData("3", 0)]
    [InlineData("action/2", 1)]
    [InlineData("memory/2", 0)]
    public void A_set_is_named_by_its_run_or_by_the_version_of_a_model(string name, int found) =>
        Assert.Same(Sets[found], SetName.Find(Sets, name));

    [Fact]
    public void The_short_form_that_a_list_shows_is_a_name() => Assert.Same(Sets[1], SetName.Find(Sets, SetName.ShortOf(Sets[1].RunId)));

    [Theory]
    [InlineData("0199aaaa", "Write more of it")]
    [InlineData("019", "There is no set")]
    [InlineData("9", "There is no set")]
    [InlineData("cores/2", "There is no set")]
    [InlineData("\u001b[31m", "\\u001B")]
    public void What_names_none_or_several_is_refused(string name, string why) =>
        Assert.Contains(why, Assert.Throws<ServerException>(() => SetName.Find(Sets, name)).Message, StringComparison.Ordinal);

    private static KnownSet Set(string run, params (string Target, int Version)[] models) => new(
        Guid.Parse(run), "retired", "", null, "", default, null, null,
        [.. models.Select(model => new KnownModel(model.Target, model.Version, "", true, default, default, 1, 1, "", null, null))]);
}
