using System.Runtime.InteropServices;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>A place on the sheet in pixels, y downwards.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spot(double X, double Y);

/// <summary>A rectangle on the sheet.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public Spot Middle => new(Left + (Width / 2), Top + (Height / 2));
}

/// <summary>How a line is drawn.</summary>
/// <param name="Dash">Lengths of strokes and gaps; without, the line is solid.</param>
internal sealed record Pen(string Colour, double Width = 1, string? Dash = null, double Opacity = 1)
{
    public static Pen Axis { get; } = new(Palette.Ink, Opacity: 0.8);

    public static Pen Grid { get; } = new(Palette.Ink, Opacity: 0.12);
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>How text is written.</summary>
/// <param name="Turn">Degrees, clockwise about its place.</param>
/// <param name="Centred">Its place is half way up the letters, not at their foot.</param>
internal sealed record Lettering(double Size = 12, Anchor Anchor = Anchor.Start, bool Bold = false, string Colour = Palette.Ink, double Turn = 0, bool Centred = true);
