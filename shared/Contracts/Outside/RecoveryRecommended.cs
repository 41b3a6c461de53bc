namespace WorkflowRecovery.Contracts.Outside;

/// <summary>
/// What to do about one task in assistance. All revisions of an event share <see cref="RecommendationId"/>;
/// a subscriber acts at most once per <see cref="EffectKey"/>, on the newest revision, before <see cref="ExpiresAt"/>.
/// </summary>
public sealed record RecoveryRecommended
{
    /// <summary>Derived from workflow, task and reportedAt alone.</summary>
    public required Guid RecommendationId { get; init; }

    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    /// <summary>What must not be done twice.</summary>
    public required Guid EffectKey { get; init; }

    /// <summary><c>task</c>, or <c>workflow</c> for actions on the whole workflow.</summary>
    public required string Scope { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path of the task.</summary>
    public required string Task { get; init; }

    /// <summary>When the workflow entered assistance.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When this revision was made.</summary>
    public required DateTimeOffset RecommendedAt { get; init; }

    /// <summary>Not to be acted on after this.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary><c>acdc</c>, <c>clone</c>, <c>recovery</c>, <c>by-pass</c>, <c>force-complete</c>, <c>on-hold</c>; null when none is recommended.</summary>
    public string? Action { get; init; }

    /// <summary>Memory in MB for the whole job, all cores; null: leave as it is.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Finer splitting; null: leave as it is.</summary>
    public string? Splitting { get; init; }

    /// <summary>Cores per job; null: leave as it is.</summary>
    public int? Cores { get; init; }

    /// <summary>Remote read of the input; null: leave as it is.</summary>
    public string? Xrootd { get; init; }

    /// <summary>Remote read of the secondary input; null: leave as it is.</summary>
    public string? Secondary { get; init; }

    /// <summary>Where to run.</summary>
    public required SiteChoice Sites { get; init; }

    /// <summary>Calibrated probability that an operator would order just this, with memory, splitting, cores and remote read; null when none is recommended.</summary>
    public double? Confidence { get; init; }

    /// <summary><c>automatic</c>, <c>review</c>, <c>approved</c>, <c>abstained</c> or <c>withdrawn</c>.</summary>
    public required string Disposition { get; init; }

    /// <summary>
    /// <c>blinded</c>: the operator decides without hearing from us, so that there are answers free of our influence;
    /// <see cref="Action"/> is null, and <see cref="Alternatives"/>, <see cref="Reasons"/> and <see cref="Rules"/> are empty. Else null.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Other plans, most likely first.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>Why, most important first.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Rules that took part.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The version of the policy that was obeyed.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The models that were asked.</summary>
    public required IReadOnlyList<ModelReference> Models { get; init; }

    /// <summary>The matrix that was judged.</summary>
    public Guid? MatrixId { get; init; }
}

/// <summary>Where to run.</summary>
public sealed record SiteChoice
{
    /// <summary><c>auto</c>, <c>manual</c> (<see cref="List"/> is the white list) or <c>ban</c> (<see cref="List"/> is left out).</summary>
    public required string Mode { get; init; }

    /// <summary>The white list or the ban list.</summary>
    public required IReadOnlyList<string> List { get; init; }

    /// <summary>What to run with: compute sites only, without those drained or disabled.</summary>
    public required IReadOnlyList<string> Resolved { get; init; }
}

/// <summary>A plan with its probability.</summary>
public sealed record Alternative
{
    /// <summary>The action.</summary>
    public required string Action { get; init; }

    /// <summary>Memory in MB for the whole job, all cores; null: leave as it is.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Finer splitting; null: leave as it is.</summary>
    public string? Splitting { get; init; }

    /// <summary>Calibrated probability.</summary>
    public required double Probability { get; init; }
}

/// <summary>One reason of a recommendation.</summary>
public sealed record Reason
{
    /// <summary>What was looked at, for example a column of the view.</summary>
    public required string Feature { get; init; }

    /// <summary>How much it spoke for the action, in log-odds; null where there is no such measure.</summary>
    public double? Contribution { get; init; }

    /// <summary>The reason as a sentence.</summary>
    public required string Text { get; init; }
}

/// <summary>A model that took part in a recommendation.</summary>
public sealed record ModelReference
{
    /// <summary>What the model tells: <c>action</c>, <c>memory</c>, <c>splitting</c>, <c>xrootd</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of its artifact, in hexadecimal.</summary>
    public required string Sha256 { get; init; }
}
