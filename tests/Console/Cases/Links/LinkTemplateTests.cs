using WorkflowRecovery.Console.Cases.Links;

namespace WorkflowRecovery.Console.Tests.Cases.Links;

public sealed class LinkTemplateTests
{
    [Theory]
    [InlineData("https://cms.example/reqmgr/{workflow}", true)]
    [InlineData("http://jaeger:16686/trace/{traceId}", true)]
    [InlineData("https://cms.example?rid={workflow}&task={task}", true)]
    [InlineData("https://{workflow}/x", false)]
    [InlineData("{workflow}", false)]
    [InlineData("javascript:alert(1)//{workflow}", false)]
    [InlineData("ftp://cms.example/{workflow}", false)]
    [InlineData("https://cms.example/{password}", false)]
    [InlineData("https://user:secret@cms.example/{workflow}", false)]
    [InlineData("", false)]
    public void A_template_is_an_address_of_a_server_with_known_places(string template, bool valid) => Assert.Equal(valid, LinkTemplate.IsValid(template));

    [Theory]
    [InlineData("a/b?c#d&e=f", "a%2Fb%3Fc%23d%26e%3Df")]
    [InlineData("\"><script>", "%22%3E%3Cscript%3E")]
    [InlineData("..", "%2E%2E")]
    [InlineData("{task}", "%7Btask%7D")]
    public void What_comes_from_outside_stays_one_part_of_the_address(string workflow, string encoded) =>
        Assert.Equal($"https://cms.example/w/{encoded}/end", Fill("https://cms.example/w/{workflow}/end", workflow));

    [Fact]
    public void Half_a_letter_is_replaced() => Assert.Equal("https://cms.example/%EF%BF%BDx", Fill("https://cms.example/{workflow}", "\ud800x"));

    [Fact]
    public void Without_a_value_there_is_no_link() => Assert.Null(Fill("https://cms.example/{workflow}/{traceId}", "w"));

    private static string? Fill(string template, string workflow) => LinkTemplate.Fill(template, new Dictionary<string, string?> { ["workflow"] = workflow, ["traceId"] = null });
}
