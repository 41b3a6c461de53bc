using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Domain.Tests.History;

public class ParameterReadingTests
{
    [Fact]
    public async Task All_parameters_are_read()
    {
        var entry = await Files.WithParametersAsync(
            """{"action":"acdc","memory":"20000","splitting":"10x","xrootd":"enabled","secondary":"disabled","cores":"4","sites":["T2_CH_CERN","T1_UK_RAL"]}""");
        var expected = new RecoveryAction(RecoveryActionKind.Acdc)
        {
            MemoryMb = 20_000, Splitting = "10x", Xrootd = true, Secondary = false, Cores = 4, Sites = ["T2_CH_CERN", "T1_UK_RAL"],
        };
        Assert.Equal(expected, entry.Record?.Action);
        Assert.True(entry.Record!.ParametersGiven);
        Assert.True(entry.Record.SitesGiven);
        Assert.Empty(entry.Notes);
    }

    [Fact]
    public async Task Empty_fields_are_parameters_that_were_not_set()
    {
        var entry = await Files.WithParametersAsync(
            """{"action":"clone","memory":"","splitting":" ","xrootd":"","secondary":null,"cores":"","sites":""}""");
        Assert.Equal(new RecoveryAction(RecoveryActionKind.Clone), entry.Record?.Action);
        Assert.True(entry.Record!.ParametersGiven);
        Assert.False(entry.Record.SitesGiven);
        Assert.Empty(entry.Notes);
    }

    [Fact]
    public async Task A_record_with_nothing_but_the_action_says_so()
    {
        var entry = await Files.WithParametersAsync("""{"action":"acdc"}""");
        Assert.False(entry.Record!.ParametersGiven);
    }

    [Theory]
    [InlineData("\"15000\"", 15_000)]
    [InlineData("15000", 15_000)]
    [InlineData("15000.0", 15_000)]
    [InlineData("\" 15000 \"", 15_000)]
    [InlineData("\"15000MB\"", 15_000)]
    [InlineData("\"15000 mb\"", 15_000)]
    [InlineData("\"20 GB\"", 20_480)]
    [InlineData("\"2.5gb\"", 2_560)]
    [InlineData("\"2048000kb\"", 2_000)]
    [InlineData("\"180000\"", 180_000)]
    public async Task Memory_is_read_in_every_spelling(string memory, int expected)
    {
        var entry = await Files.WithParametersAsync($$"""{"action":"acdc","memory":{{memory}}}""");
        Assert.Equal(expected, entry.Record?.Action.MemoryMb);
        Assert.Empty(entry.Notes);
    }

    [Theory]
    [InlineData("memory", "\"lots\"")]
    [InlineData("memory", "\"-5\"")]
    [InlineData("memory", "0")]
    [InlineData("memory", "\"NaN\"")]
    [InlineData("memory", "\"1e300\"")]
    [InlineData("memory", "\"gb\"")]
    [InlineData("splitting", "\"5x\"")]
    [InlineData("splitting", "\"halve\"")]
    [InlineData("xrootd", "\"maybe\"")]
    [InlineData("secondary", "\"1\"")]
    [InlineData("cores", "\"four\"")]
    [InlineData("cores", "0")]
    [InlineData("sites", "[7]")]
    [InlineData("sites", "{\"T2_CH_CERN\":1}")]
    public async Task A_word_that_nobody_knows_is_noted_and_taken_as_not_set(string name, string value)
    {
        var entry = await Files.WithParametersAsync($$"""{"action":"acdc","{{name}}":{{value}}}""");
        Assert.Equal(new RecoveryAction(RecoveryActionKind.Acdc), entry.Record?.Action);
        Assert.Contains(name, Assert.Single(entry.Notes));
    }

    [Theory]
    [InlineData("\"MAX\"", "max")]
    [InlineData("\" 10X\"", "10x")]
    [InlineData("100", "100x")]
    public async Task Splitting_is_read_in_every_spelling(string splitting, string expected) =>
        Assert.Equal(expected, (await Files.WithParametersAsync($$"""{"action":"acdc","splitting":{{splitting}}}""")).Record?.Action.Splitting);

    [Fact]
    public async Task A_bare_site_name_is_a_list_of_one() =>
        Assert.Equal(["T2_CH_CERN"], (await Files.WithParametersAsync("""{"action":"acdc","sites":"T2_CH_CERN"}""")).Record!.Action.Sites);

    [Theory]
    [InlineData("acdc", RecoveryActionKind.Acdc)]
    [InlineData("ACDC", RecoveryActionKind.Acdc)]
    [InlineData("clone", RecoveryActionKind.Clone)]
    [InlineData("recovery", RecoveryActionKind.Recovery)]
    [InlineData("by-pass", RecoveryActionKind.ByPass)]
    [InlineData("bypass", RecoveryActionKind.ByPass)]
    [InlineData("force-complete", RecoveryActionKind.ForceComplete)]
    [InlineData("force", RecoveryActionKind.ForceComplete)]
    [InlineData("on-hold", RecoveryActionKind.OnHold)]
    [InlineData("onhold", RecoveryActionKind.OnHold)]
    public async Task An_action_is_read_in_every_spelling(string word, RecoveryActionKind kind) =>
        Assert.Equal(kind, (await Files.WithParametersAsync($$"""{"action":"{{word}}"}""")).Record?.Action.Kind);

    [Theory]
    [InlineData("""{"action":"special","other":"onhold"}""", RecoveryActionKind.OnHold)]
    [InlineData("""{"special":"by-pass","action":"special"}""", RecoveryActionKind.ByPass)]
    [InlineData("""{"action":"force-complete","action":"special"}""", RecoveryActionKind.ForceComplete)]
    public async Task The_word_special_is_resolved_by_the_word_beside_it(string parameters, RecoveryActionKind kind) =>
        Assert.Equal(kind, (await Files.WithParametersAsync(parameters)).Record?.Action.Kind);

    [Theory]
    [InlineData("""{"parameters":{"action":"special","other":"ask Jen"}}""", "special")]
    [InlineData("""{"parameters":{"action":"reboot"}}""", "reboot")]
    [InlineData("""{"parameters":{"memory":"2000"}}""", "no action")]
    [InlineData("""{"parameters":{"action":null}}""", "no action")]
    [InlineData("""{"parameters":"acdc"}""", "no action")]
    [InlineData("""{"errors":{}}""", "no action")]
    [InlineData("{}", "no action")]
    [InlineData("[]", "not an object")]
    public async Task A_record_that_does_not_tell_its_action_is_skipped_with_a_reason(string record, string reason)
    {
        var entry = await Files.OnlyAsync(record);
        Assert.Null(entry.Record);
        Assert.Equal(Files.Task, entry.Key);
        Assert.Contains(reason, entry.Skipped);
    }
}
