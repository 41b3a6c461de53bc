using System.Numerics.Tensors;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>
/// What each position of a filter sees of one image, one row per position (im2col), so that a convolution becomes one
/// product of matrices.
/// </summary>
internal sealed class Patches
{
    private readonly Shape image;
    private readonly int filterHeight;
    private readonly int filterWidth;
    private readonly int top;
    private readonly int left;
    private readonly bool padded;

    /// <exception cref="MisfitException">The filter does not fit into the image.</exception>
    public Patches(Shape image, ConvolutionDesign design)
    {
        (this.image, filterHeight, filterWidth, padded) = (image, design.Height, design.Width, design.Padded);
        if (padded)
            (top, left, Height, Width) = ((design.Height - 1) / 2, (design.Width - 1) / 2, image.Height, image.Width);
        else
            (Height, Width) = (image.Height - design.Height + 1, image.Width - design.Width + 1);

        if (Height < 1 || Width < 1)
            throw new MisfitException($"filters of {design.Height} x {design.Width} do not fit into an image of {image.Height} x {image.Width}");
    }

    /// <summary>Rows of positions.</summary>
    public int Height { get; }

    /// <summary>Columns of positions.</summary>
    public int Width { get; }

    /// <summary>Number of positions.</summary>
    public int Count => Height * Width;

    /// <summary>Values that a filter sees at once.</summary>
    public int Size => filterHeight * filterWidth * image.Channels;

    /// <summary>Copies an image's patches; outside of the image is 0.</summary>
    public void Cut(ReadOnlySpan<float> image, Span<float> patches)
    {
        if (padded)
            patches.Clear();

        for (var position = 0; position < Count; position++)
            for (var line = 0; line < filterHeight; line++)
                if (Find(position, line) is { Length: > 0 } found)
                    image.Slice(found.Pixels, found.Length).CopyTo(patches[(position * Size + found.Patch)..]);
    }

    /// <summary>Adds patches' gradients to those of the image they were cut from.</summary>
    public void AddBack(ReadOnlySpan<float> patches, Span<float> image)
    {
        for (var position = 0; position < Count; position++)
            for (var line = 0; line < filterHeight; line++)
                if (Find(position, line) is { Length: > 0 } found)
                {
                    var pixels = image.Slice(found.Pixels, found.Length);
                    TensorPrimitives.Add(pixels, patches.Slice(position * Size + found.Patch, found.Length), pixels);
                }
    }

    /// <summary>Where a line of a patch lies in the image and in the patch, without what is outside.</summary>
    private (int Pixels, int Patch, int Length) Find(int position, int line)
    {
        var y = position / Width - top + line;
        var x = position % Width - left;
        var (from, to) = (Math.Max(x, 0), Math.Min(x + filterWidth, image.Width));
        if (y < 0 || y >= image.Height)
            return default;

        return ((y * image.Width + from) * image.Channels, (line * filterWidth + from - x) * image.Channels, (to - from) * image.Channels);
    }
}
