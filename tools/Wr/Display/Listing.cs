using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Display;

/// <summary>
/// Rows under headings, of which no cell is ever cut: at a terminal only the last column is broken between words, and where even
/// then a row finds no room, each row is written as a block of lines. In a pipe every row is one line.
/// </summary>
internal sealed class Listing(params string[] headings)
{
    // Narrower than this nobody wants to read sentences.
    private const int LeastRoom = 30;
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    /// <summary>Whether somebody reads who can bring every length of line on a screen.</summary>
    public static bool IsPiped => Console.IsOutputRedirected;

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(cell => SafeText.Of(cell))]);

    public void Write()
    {
        foreach (var line in Lines(IsPiped ? null : ScreenWidth()))
            Console.WriteLine(line);
    }

    /// <summary>The lines for a screen of this width; for null, of any.</summary>
    public IEnumerable<string> Lines(int? width)
    {
        int[] widths = [.. headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Max())];
        var room = width - widths[..^1].Sum(one => one + Gap.Length) ?? int.MaxValue;
        return room >= Math.Min(LeastRoom, widths[^1]) ? Columns(widths, room) : Blocks(width!.Value);
    }

    /// <summary>Breaks between words; a word that is longer than a line stays whole.</summary>
    public static IEnumerable<string> Broken(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    /// <summary>The width of the screen; of one that does not tell, the usual.</summary>
    public static int ScreenWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }

    private IEnumerable<string> Columns(int[] widths, int room)
    {
        var last = Math.Min(widths[^1], room);
        IEnumerable<string[]> all = [headings, [.. widths[..^1].Select(width => new string('─', width)), new string('─', last)], .. _rows];
        return all.SelectMany(row =>
        {
            var first = string.Concat(row[..^1].Zip(widths, (cell, width) => cell.PadRight(width) + Gap));
            return Broken(row[^1], last).Select((part, at) => ((at == 0 ? first : new string(' ', first.Length)) + part).TrimEnd());
        });
    }

    private IEnumerable<string> Blocks(int width) => _rows.SelectMany(row =>
    {
        var block = new Details();
        foreach (var (heading, cell) in headings.Zip(row))
            block.Add(heading, cell);
        return block.Lines(width).Append("");
    });
}
