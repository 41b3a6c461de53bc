using CsCheck;
using WorkflowRecovery.Ingestor.Intake;

namespace WorkflowRecovery.Ingestor.Tests.Intake;

public sealed class AnyBytesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[][] Pieces =
    [
        "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), ","u8.ToArray(), ":"u8.ToArray(), "null"u8.ToArray(),
        "1e999"u8.ToArray(), @"\ud800"u8.ToArray(), @"\u0000"u8.ToArray(), [0xC3], [0xFF], [0], [10], "-9"u8.ToArray(), "''"u8.ToArray(),
    ];

    [Fact]
    public void A_damaged_body_is_good_or_refused_and_never_breaks_the_parser() =>
        Gen.Select(OneOf([.. GoodBody.RoutingKeysOfAll]), Gen.Select(Gen.Int[0, 400], OneOf(Pieces), Gen.Bool).Array[1, 4])
            .Sample(
                (routingKey, damages) =>
                {
                    var body = damages.Aggregate(GoodBody.Bytes(routingKey, [("more", """{"a":["b",{"c":1}]}""")]), Damaged);
                    if (IntakeParser.Parse(routingKey, body, Now) is IntakeResult.Refused(var reason))
                        Assert.DoesNotContain(reason, char.IsControl);
                },
                iter: 20_000);

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static byte[] Damaged(byte[] body, (int At, byte[] Piece, bool Replace) damage)
    {
        var at = damage.At % body.Length;
        var rest = damage.Replace ? Math.Min(body.Length, at + damage.Piece.Length) : at;
        return [.. body[..at], .. damage.Piece, .. body[rest..]];
    }
}
