using System.Text.Json.Serialization;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>What a branch expects to be given.</summary>
[JsonDerivedType(typeof(ColumnsDesign), "columns")]
[JsonDerivedType(typeof(ImageDesign), "image")]
[JsonDerivedType(typeof(WordsDesign), "words")]
public abstract record InputDesign
{
    private protected InputDesign()
    {
    }
}

/// <summary><see cref="SparseRows"/> of this many columns.</summary>
/// <param name="Columns">At least 1.</param>
public sealed record ColumnsDesign(int Columns) : InputDesign
{
    /// <inheritdoc/>
    public override string ToString() => $"{Columns} columns";
}

/// <summary><see cref="SparseRows"/> of height x width x channels columns, read as images.</summary>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Columns of pixels.</param>
/// <param name="Channels">Values per pixel.</param>
public sealed record ImageDesign(int Height, int Width, int Channels) : InputDesign
{
    /// <inheritdoc/>
    public override string ToString() => $"image {Height} x {Width} x {Channels}";
}

/// <summary><see cref="WordRows"/>; the first layer is an <see cref="EmbeddingDesign"/> or an <see cref="AveragedWordsDesign"/>.</summary>
/// <param name="Vocabulary">Number of different words.</param>
public sealed record WordsDesign(int Vocabulary) : InputDesign
{
    /// <inheritdoc/>
    public override string ToString() => $"{Vocabulary} words";
}
