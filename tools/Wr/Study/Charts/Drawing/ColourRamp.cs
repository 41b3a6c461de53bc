using System.Globalization;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Colours from dark (0) to light (1) in steps that look even, also in grey and to the colour-blind: viridis of Smith and van der Walt (2015, CC0), by ten of its values.</summary>
internal static class ColourRamp
{
    private const double BlackReadsBetterAbove = 0.179;

    private static readonly int[] Stops = [0x440154, 0x482878, 0x3E4989, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725];

    /// <param name="share">0 to 1; what is outside takes the nearest end.</param>
    public static Fill Of(double share)
    {
        var at = Math.Clamp(share, 0, 1) * (Stops.Length - 1);
        var lower = Math.Min((int)at, Stops.Length - 2);
        var (red, green, blue) = (Channel(lower, at, 16), Channel(lower, at, 8), Channel(lower, at, 0));
        var light = (0.2126 * Linear(red)) + (0.7152 * Linear(green)) + (0.0722 * Linear(blue));
        return new Fill(Hex(red, green, blue), light > BlackReadsBetterAbove ? "#000" : "#fff");
    }

    /// <summary>Light of two lamps on a black ground, each 0 to 1.</summary>
    public static string RedAndGreen(double red, double green) => Hex(Byte(red), Byte(green), 0);

    private static int Channel(int lower, double at, int shift)
    {
        var (from, to) = ((Stops[lower] >> shift) & 255, (Stops[lower + 1] >> shift) & 255);
        return (int)Math.Round(from + ((to - from) * (at - lower)));
    }

    private static int Byte(double intensity) => (int)Math.Round(255 * Math.Clamp(intensity, 0, 1));

    private static string Hex(int red, int green, int blue) => string.Create(CultureInfo.InvariantCulture, $"#{red:x2}{green:x2}{blue:x2}");

    /// <summary>The light of a channel of sRGB (IEC 61966-2-1), as contrast is judged in WCAG 2.</summary>
    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
