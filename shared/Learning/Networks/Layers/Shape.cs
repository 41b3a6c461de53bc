using System.Runtime.InteropServices;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>What one row is between two layers.</summary>
internal enum ShapeKind
{
    Flat,
    Image,
    Sequence,
}

/// <summary>Kind and size of what one row is between two layers; a flat one is 1 x 1 x its width, a sequence's size is that of one word.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shape(ShapeKind Kind, int Height, int Width, int Channels)
{
    /// <summary>Values per row, or per word of a sequence.</summary>
    public int Size => checked(Height * Width * Channels);

    public static Shape Flat(int width) => new(ShapeKind.Flat, 1, 1, width);

    public static Shape Image(int height, int width, int channels) => new(ShapeKind.Image, height, width, channels);

    public static Shape Sequence(int width) => new(ShapeKind.Sequence, 1, 1, width);
}
