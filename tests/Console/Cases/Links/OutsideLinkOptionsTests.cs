using System.ComponentModel.DataAnnotations;
using WorkflowRecovery.Console.Cases.Links;

namespace WorkflowRecovery.Console.Tests.Cases.Links;

public sealed class OutsideLinkOptionsTests
{
    [Fact]
    public void A_template_that_leads_anywhere_else_is_refused_at_start()
    {
        var options = new OutsideLinkOptions { Ticket = "javascript:{workflow}" };

        var refused = Assert.Throws<ValidationException>(() => Validator.ValidateObject(options, new(options), validateAllProperties: true));

        Assert.StartsWith("Ticket must begin with http", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_need_be_set()
    {
        var options = new OutsideLinkOptions();

        Validator.ValidateObject(options, new(options), validateAllProperties: true);
    }
}
