using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace WorkflowRecovery.Wr.Study;

/// <summary>A number that a family draws once and for all, so that its tasks are taken or left together.</summary>
internal static class FamilyDraw
{
    /// <summary>From 0 (included) to 1 (not included), evenly spread; another one for each purpose.</summary>
    public static double Of(string family, string purpose)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{family}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (1.0 + uint.MaxValue);
    }
}
