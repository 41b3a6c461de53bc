using CsCheck;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Tests.Matrices;

/// <summary>Arbitrary matrices.</summary>
internal static class AnyMatrix
{
    private static readonly Gen<string> Site = Gen.OneOf(
        OneOf.These([.. SiteCatalogue.Known]),
        Gen.String[Gen.Char["abé_\u00a0\U00004e2d"], 0, 12].Select(SiteCatalogue.Normalize));

    private static readonly Gen<int> Code = Gen.Frequency(
        (6, OneOf.These(-1, 0, 1, 92, 8001, 50660, 71104, 99303)), (1, Gen.Int));

    private static readonly Gen<long> Count = Gen.Frequency((6, Gen.Long[0, 300]), (1, Gen.Long[0, 1_000_000]));

    public static Gen<SiteErrorMatrix> With(Gen<Readiness> readiness) =>
        Gen.Select(Code, Site, readiness, Count, (code, site, ready, count) => new MatrixCell(code, site, ready, count))
            .Array[0, 60]
            .Select(SiteErrorMatrix.Of);

    public static Gen<SiteErrorMatrix> Any { get; } = With(Gen.Enum<Readiness>());

    /// <summary>As a file of recorded actions can hold them.</summary>
    public static Gen<SiteErrorMatrix> GoodAndBad { get; } = With(OneOf.These(Readiness.Green, Readiness.None));
}
