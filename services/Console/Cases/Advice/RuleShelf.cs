using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Reading;
using WorkflowRecovery.Rules.Shipped;

namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>Section <c>Rules</c>, as the scorer has it.</summary>
internal sealed class RuleShelfOptions
{
    /// <summary>The file of rules; without one, those that come with the program.</summary>
    [MinLength(1)]
    public string? File { get; set; }
}

/// <summary>The rules in use, as far as they can be read here.</summary>
internal sealed partial class RuleShelf(IOptions<RuleShelfOptions> options, ILogger<RuleShelf> logger)
{
    /// <summary>The book as the file holds it now; without rules while it cannot be read.</summary>
    public async Task<RuleBook> ReadAsync(CancellationToken cancellation)
    {
        if (options.Value.File is not { } file)
            return ShippedRules.Book;

        try
        {
            return RuleBook.Parse(await File.ReadAllBytesAsync(file, cancellation));
        }
        catch (Exception unusable) when (unusable is RulesRefusedException or IOException or UnauthorizedAccessException)
        {
            LogUnusable(file, unusable.Message);
            return new("", []);
        }
    }

    [LoggerMessage(140, LogLevel.Warning, "The rules of {File} cannot be shown: {Problem}")]
    private partial void LogUnusable(string file, string problem);
}
