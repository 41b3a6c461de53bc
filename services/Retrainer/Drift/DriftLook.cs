using WorkflowRecovery.Learning.Drift;

namespace WorkflowRecovery.Retrainer.Drift;

/// <summary>Looks whether what comes in is still like what the active models have learned from, when anything new has come.</summary>
internal sealed class DriftLook(SampleQuery samples, DriftStore drifts)
{
    private (Guid RunId, string Mark)? _seen;

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await drifts.LearnedAsync(cancellationToken) is not { } learned)
            return;
        var now = (learned.RunId, await samples.MarkAsync(cancellationToken));
        if (_seen == now)
            return;

        var known = await samples.LoadAsync(learned, DriftOptions.Usual, cancellationToken);
        await drifts.UpdateAsync(learned, kind => DriftWindows.Of(known, kind, learned.UpTo, learned.Drift, DriftOptions.Usual), cancellationToken);
        _seen = now;
    }
}
