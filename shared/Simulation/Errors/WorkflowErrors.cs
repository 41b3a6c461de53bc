using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Actions;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Errors;

/// <summary>The error matrices of the tasks of one workflow: they share sites, many codes and the places of code -1.</summary>
internal sealed class WorkflowErrors
{
    public const double EmptyShare = 0.075;
    public const double RealShare = 0.95;
    public const double SharedShare = 0.5;
    public const int SharedCodes = 3;

    /// <summary>Codes of a task with a memory order that is explained, beside <see cref="CodeFact.Memory"/>.</summary>
    public const double BesideMemory = 0.7;

    /// <summary>Log-normal spreads of the failures of a code, of those of a cell, and of its number of sites.</summary>
    public const double CodeSpread = 0.9;
    public const double CellSpread = 0.8;
    public const double SitesSpread = 0.7;

    private const double EverywhereOfWorkflow = 0.65;
    private const double MostFailures = 15_000;

    private readonly SeededRandom _random;
    private readonly RecoveryActionKind _kind;
    private readonly bool _typicalOther;
    private readonly SitePool _pool;
    private readonly CodeFact[] _shared;
    private readonly bool _everywhere;

    public WorkflowErrors(SeededRandom random, RecoveryActionKind kind, Func<string, Readiness> readinessOf)
    {
        _random = random;
        _kind = kind;
        _typicalOther = kind != RecoveryActionKind.Acdc && random.Chance(CodeDraw.TypicalShare);
        _pool = new(random, readinessOf, _typicalOther ? TierOfOthers : _ => 1);
        var codes = CodeDraw.For(default, _typicalOther, explained: true);
        _shared = [.. Enumerable.Range(0, SharedCodes).Select(_ => codes.Draw(random))];
        _everywhere = random.Chance(NotReported.EverywhereShare / EverywhereOfWorkflow / (1 - EmptyShare));
    }

    /// <summary>Compute sites that the workflow mostly ran at.</summary>
    public IEnumerable<string> Home => _pool.Home.Select(site => site.Name);

    public SiteErrorMatrix Of(TaskIntent intent)
    {
        if (intent.MemoryMb is null && _random.Chance(EmptyShare))
            return SiteErrorMatrix.Empty;

        var cells = NotReported.Cells(_random, _pool, _everywhere && _random.Chance(EverywhereOfWorkflow)).ToList();
        foreach (var code in Codes(intent))
            cells.AddRange(Cells(code));
        return SiteErrorMatrix.Of(cells);
    }

    /// <summary>What operators give up on fails more often at national centres: tells actions apart only by tier.</summary>
    public static double TierOfOthers(char tier) => tier switch { '0' => 2, '1' => 2.2, '3' => 0.6, _ => 0.9 };

    /// <summary>Codes of a task that has any, as drawn: one drawn twice counts twice.</summary>
    public static double MeanCodes(bool acdc) => CodeDraw.PerTask / (1 - EmptyShare) / RealShare * (acdc ? 1.15 : 1.3);

    private IEnumerable<CodeFact> Codes(TaskIntent intent)
    {
        var memory = MemoryCode(intent);
        var mean = MeanCodes(_kind == RecoveryActionKind.Acdc);
        var count = intent.MemoryMb is not null && memory is not null ? _random.Geometric(BesideMemory)
            : _random.Chance(RealShare) ? 1 + _random.Geometric(mean - 1)
            : 0;
        var draw = CodeDraw.For(intent, _typicalOther, memory is not null);
        var plain = intent is { MemoryMb: null, Splitting: null };
        var codes = new HashSet<CodeFact>();
        for (; count > 0; count--)
            codes.Add(plain && _random.Chance(SharedShare) ? _random.Pick(_shared) : draw.Draw(_random));
        return memory is null ? codes : codes.Append(memory);
    }

    /// <summary>
    /// How often and how strongly a task exceeds its memory, by what will be ordered: so that one failure means an order in
    /// four of ten tasks and ten or more in nearly nine, as the published memory classifier answers.
    /// </summary>
    private CodeFact? MemoryCode(TaskIntent intent)
    {
        var (share, sites, count) = intent.MemoryMb is not null
            ? _random.Chance(MemoryStrength.WeakShare) ? MemoryStrength.Weak : MemoryStrength.Strong
            : MemoryStrength.Without(_kind == RecoveryActionKind.Acdc);
        return _random.Chance(share) ? CodeDraw.Memory with { SitesPerTask = sites, MeanCount = count } : null;
    }

    private IEnumerable<MatrixCell> Cells(CodeFact code)
    {
        var used = new HashSet<SiteFact>();
        var strength = _random.Spread(CodeSpread);
        for (var count = 1 + _random.Geometric((code.SitesPerTask - 1) * _random.Spread(SitesSpread)); count > 0; count--)
        {
            if (_pool.Draw(_random, code, used) is not { } site)
                continue;

            used.Add(site);
            var failures = 1 + _random.Round((code.MeanCount - 1) * strength * site.Heat * _random.Spread(CellSpread));
            yield return new(code.Code, site.Name, _pool.ReadinessOf(site), (long)Math.Min(failures, MostFailures));
        }
    }
}
