using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>The sets that a new one meets, as they were read before it was held against them.</summary>
/// <param name="Active">The active set; null without one.</param>
/// <param name="Shadow">The set in shadow; null without one.</param>
/// <param name="ActiveRefusal">Why the active set cannot be used; null when it can.</param>
/// <param name="ShadowRefusal">Why the one in shadow cannot be used; null when it can.</param>
/// <param name="Fallback">Where the active set cannot be used, the newest one below it that can; null without one.</param>
internal sealed record Incumbents(SetRow? Active, SetRow? Shadow, string? ActiveRefusal, string? ShadowRefusal, SetRow? Fallback)
{
    /// <summary>The set that is active, or will be.</summary>
    public SetRow? UsableActive => ActiveRefusal is null ? Active : Fallback;

    /// <summary>The set on trial.</summary>
    public SetRow? UsableShadow => ShadowRefusal is null ? Shadow : null;

    public static async Task<Incumbents> ReadAsync(SetChanges sets)
    {
        var (active, shadow) = (await sets.InStateAsync(SetState.Active), await sets.InStateAsync(SetState.Shadow));
        var (ofActive, ofShadow) = (await RefusalOfAsync(sets, active), await RefusalOfAsync(sets, shadow));
        return new(active, shadow, ofActive, ofShadow, ofActive is null ? null : await FallbackAsync(sets));
    }

    /// <summary>Whether they still are what they were.</summary>
    public async Task<bool> AreStillAsync(SetChanges sets) =>
        (await sets.InStateAsync(SetState.Active))?.RunId == Active?.RunId && (await sets.InStateAsync(SetState.Shadow))?.RunId == Shadow?.RunId;

    /// <summary>What cannot be used judges nothing either, and would stand in the way for ever.</summary>
    public async Task LeaveAsync(SetChanges sets)
    {
        if (ShadowRefusal is not null)
            await sets.MoveAsync((await sets.FindAsync(Shadow!.RunId))!, SetState.Retired, ModelRegistry.Itself, ShadowRefusal);
        if (ActiveRefusal is null)
            return;
        var active = (await sets.FindAsync(Active!.RunId))!;
        if (Fallback is { } earlier)
            await sets.RollBackAsync(active, (await sets.FindAsync(earlier.RunId))!, ModelRegistry.Itself, ActiveRefusal);
        else
            await sets.MoveAsync(active, SetState.Retired, ModelRegistry.Itself, ActiveRefusal);
    }

    private static async Task<string?> RefusalOfAsync(SetChanges sets, SetRow? set) => set is null ? null : await sets.WhyUnusableAsync(set);

    private static async Task<SetRow?> FallbackAsync(SetChanges sets)
    {
        foreach (var earlier in await sets.BelowActiveAsync())
        {
            if (await sets.WhyUnusableAsync(earlier) is null)
                return earlier;
        }

        return null;
    }
}
