using System.Globalization;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Numbers as a page shows them, the same in every country: a true minus sign, thin gaps between thousands, powers of ten when long.</summary>
internal static class Numbers
{
    private const double Largest = 1e100;
    private const double LongestPlain = 1e7;
    private const double Grouped = 10_000;
    private const string ThinGap = "\u202F";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The number when it can be drawn; nothing for NaN, infinities and what is beyond 1e100.</summary>
    public static double? Drawable(double? value) => value is { } number && Math.Abs(number) <= Largest ? number : null;

    /// <summary>A coordinate, to a hundredth of a pixel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite: that is never written.</exception>
    public static string Coordinate(double value) => double.IsFinite(value)
        ? (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate is finite.");

    /// <summary>With a fixed number of decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (Math.Abs(value) >= LongestPlain)
            return Power(value);
        var format = Math.Abs(value) >= Grouped ? $"N{decimals}" : $"F{decimals}";
        var text = Math.Abs(value).ToString(format, CultureInfo.InvariantCulture).Replace(",", ThinGap, StringComparison.Ordinal);
        return value < 0 && text.Any(letter => letter is >= '1' and <= '9') ? $"−{text}" : text;
    }

    /// <summary>With as many decimals as it has, at most six.</summary>
    public static string Plain(double value)
    {
        var decimals = 0;
        while (decimals < 6 && Math.Abs(value - Math.Round(value, decimals)) > Math.Abs(value) * 1e-9)
            decimals++;
        return Fixed(value, decimals);
    }

    /// <summary>A share as per cent.</summary>
    public static string Percent(double share, int decimals) => $"{Fixed(share * 100, decimals)}%";

    /// <summary>As <c>2×10⁻⁴</c>; a power of ten without its factor.</summary>
    public static string Power(double value)
    {
        if (value is 0)
            return "0";
        var parts = Math.Abs(value).ToString("0.##E+0", CultureInfo.InvariantCulture).Split('E');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var power = $"10{(exponent < 0 ? "⁻" : "")}{string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Raised[digit - '0']))}";
        return $"{(value < 0 ? "−" : "")}{(parts[0] == "1" ? "" : $"{parts[0]}×")}{power}";
    }
}
