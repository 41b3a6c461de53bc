using System.Collections.Frozen;
using System.Globalization;

namespace WorkflowRecovery.Domain.Errors;

/// <summary>
/// The documented error codes of CMS production jobs and those met in the recorded actions of 2017-2019. Descriptions
/// follow the reading of that time.
/// </summary>
public static class ErrorCatalogue
{
    private const string TalkMark = "talk";

    /// <summary>All codes, sorted.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
        [.. Embedded.Lines("Errors/error-codes.csv").Skip(1).Select(Read).OrderBy(error => error.Code)];

    private static readonly FrozenDictionary<int, ErrorCode> ByCode = All.ToFrozenDictionary(error => error.Code);

    /// <summary>The 74 codes that the published networks know, sorted.</summary>
    public static IReadOnlyList<int> TalkCodes { get; } = [.. All.Where(error => error.InTalk).Select(error => error.Code)];

    /// <summary>What is known of a code, null when nothing is.</summary>
    public static ErrorCode? Find(int code) => ByCode.GetValueOrDefault(code);

    /// <summary>The category of any code: of an unknown one what most codes of its range are.</summary>
    public static ErrorCategory CategoryOf(int code) => Find(code)?.Category ?? RangeOf(code) switch
    {
        ErrorRange.Environment => ErrorCategory.Site,
        ErrorRange.StageOut => ErrorCategory.File,
        _ => ErrorCategory.Other,
    };

    /// <summary>The range of any code.</summary>
    public static ErrorRange RangeOf(int code) => code switch
    {
        -1 or 0 => ErrorRange.Special,
        >= 1 and <= 512 => ErrorRange.Unix,
        >= 7000 and <= 9000 => ErrorRange.CmsRun,
        >= 10_000 and < 20_000 => ErrorRange.Environment,
        >= 50_000 and < 60_000 => ErrorRange.Executable,
        >= 60_000 and < 70_000 => ErrorRange.StageOut,
        >= 70_000 and < 80_000 => ErrorRange.Agent,
        >= 80_000 and < 90_000 => ErrorRange.Crab,
        >= 90_000 and < 100_000 => ErrorRange.General,
        _ => ErrorRange.None,
    };

    // Lines are code,category,talk mark,description; the description is the rest of the line, commas included.
    private static ErrorCode Read(string line)
    {
        var parts = line.Split(',', 4);
        var code = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var category = (ErrorCategory)ErrorCategoryNames.All.Index().First(name => name.Item == parts[1]).Index;
        return new(code, parts[3], category, RangeOf(code), Procedures.For(code))
        {
            InTalk = parts[2] == TalkMark,
            MeaningNote = DatedMeanings.For(code),
        };
    }
}
