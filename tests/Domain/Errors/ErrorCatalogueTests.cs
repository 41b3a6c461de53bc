using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Domain.Tests.Errors;

public class ErrorCatalogueTests
{
    [Fact]
    public void There_are_204_codes_74_of_them_known_to_the_published_networks()
    {
        Assert.Equal(204, ErrorCatalogue.All.Select(error => error.Code).Distinct().Count());
        Assert.Equal(74, ErrorCatalogue.TalkCodes.Count);
        Assert.Equal(ErrorCatalogue.TalkCodes.Order(), ErrorCatalogue.TalkCodes);
        Assert.All(ErrorCatalogue.All, error => Assert.NotEqual("", error.Description.Trim()));
    }

    [Fact]
    public void The_74_codes_fall_into_the_categories_as_counted_by_hand() =>
        Assert.Equal(
            [(ErrorCategory.Memory, 3), (ErrorCategory.File, 15), (ErrorCategory.Time, 4), (ErrorCategory.Site, 16), (ErrorCategory.Other, 36)],
            ErrorCatalogue.TalkCodes.GroupBy(ErrorCatalogue.CategoryOf).Select(group => (group.Key, group.Count())).Order());

    [Fact]
    public void A_code_is_found_with_all_that_is_known_of_it()
    {
        var error = ErrorCatalogue.Find(50660);
        Assert.NotNull(error);
        Assert.Equal((ErrorCategory.Memory, ErrorRange.Executable, true), (error.Category, error.Range, error.InTalk));
        Assert.Contains("more memory", error.Procedure);
        Assert.Null(error.MeaningNote);
    }

    [Fact]
    public void A_code_whose_meaning_changed_says_of_which_time_the_meaning_is()
    {
        Assert.Contains("draining", ErrorCatalogue.Find(71104)!.Description);
        Assert.Contains("2017-2019", ErrorCatalogue.Find(71104)!.MeaningNote);
        Assert.Contains("71104", ErrorCatalogue.Find(71103)!.MeaningNote);
        Assert.Contains("SCRAM", ErrorCatalogue.Find(73)!.MeaningNote);
    }

    [Fact]
    public void The_22_codes_with_an_operator_rule_have_a_procedure() =>
        Assert.Equal(22, ErrorCatalogue.All.Count(error => error.Procedure is not null));

    [Theory]
    [InlineData(10_999, ErrorRange.Environment, ErrorCategory.Site)]
    [InlineData(60_999, ErrorRange.StageOut, ErrorCategory.File)]
    [InlineData(300, ErrorRange.Unix, ErrorCategory.Other)]
    [InlineData(8_999, ErrorRange.CmsRun, ErrorCategory.Other)]
    [InlineData(71_999, ErrorRange.Agent, ErrorCategory.Other)]
    [InlineData(89_999, ErrorRange.Crab, ErrorCategory.Other)]
    [InlineData(99_998, ErrorRange.General, ErrorCategory.Other)]
    [InlineData(-1, ErrorRange.Special, ErrorCategory.Other)]
    [InlineData(-2, ErrorRange.None, ErrorCategory.Other)]
    [InlineData(100_000, ErrorRange.None, ErrorCategory.Other)]
    [InlineData(int.MinValue, ErrorRange.None, ErrorCategory.Other)]
    public void Any_code_has_a_range_and_a_category(int code, ErrorRange range, ErrorCategory category) =>
        Assert.Equal((range, category), (ErrorCatalogue.RangeOf(code), ErrorCatalogue.CategoryOf(code)));

    [Fact]
    public void An_unknown_code_is_not_found() => Assert.Null(ErrorCatalogue.Find(123_456));

    [Fact]
    public void Categories_have_the_short_names_of_the_talk() =>
        Assert.Equal(["MEM", "FILE", "TIME", "SITE", "OTHER"], Enum.GetValues<ErrorCategory>().Select(category => category.ToName()));
}
