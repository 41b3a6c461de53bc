using System.Buffers.Binary;

namespace WorkflowRecovery.Learning.Linear;

/// <summary>A version byte, classes and columns as 4 bytes each, the parameters as 8 bytes each, all little-endian.</summary>
internal static class LogisticBytes
{
    private const byte Version = 1;
    private const int Prefix = 1 + 2 * sizeof(int);

    public static byte[] Write(LogisticRegression regression)
    {
        var bytes = new byte[Prefix + regression.Parameters.Length * sizeof(double)];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1), regression.Classes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1 + sizeof(int)), regression.Dimension);
        for (var at = 0; at < regression.Parameters.Length; at++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(Prefix + at * sizeof(double)), regression.Parameters[at]);

        return bytes;
    }

    public static LogisticRegression Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Prefix)
            throw new FormatException("these bytes are not a logistic regression");

        if (bytes[0] != Version)
            throw new FormatException($"logistic regression of version {bytes[0]}; this code reads {Version}");

        var classes = BinaryPrimitives.ReadInt32LittleEndian(bytes[1..]);
        var dimension = BinaryPrimitives.ReadInt32LittleEndian(bytes[(1 + sizeof(int))..]);
        if (classes < 2 || dimension < 0 || (Int128)LogisticRegression.OutputsOf(classes) * (dimension + 1L) * sizeof(double) != bytes.Length - Prefix)
            throw new FormatException($"{bytes.Length} bytes are not a logistic regression of {classes} classes and {dimension} columns");

        var parameters = new double[(bytes.Length - Prefix) / sizeof(double)];
        for (var at = 0; at < parameters.Length; at++)
            parameters[at] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(Prefix + at * sizeof(double))..]);

        return parameters.All(double.IsFinite)
            ? new(parameters, classes, dimension)
            : throw new FormatException("a parameter of the logistic regression is not finite");
    }
}
