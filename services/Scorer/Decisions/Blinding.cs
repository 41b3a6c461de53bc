using System.Buffers.Binary;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>A share of the cases is decided by operators who do not hear from us: only their answers are free of our influence.</summary>
internal static class Blinding
{
    /// <summary>Why siblings of a blinded case are not automatic; it says nothing of what is thought of that case.</summary>
    public const string SiblingText = "Another task of the workflow is decided without hearing from us, perhaps for the whole workflow.";

    /// <summary>Whether an event is drawn. It is the same draw wherever and whenever it is made, so that no revision gives the event away.</summary>
    /// <param name="eventId">The event.</param>
    /// <param name="share">Share of events that are drawn, 0 to 1.</param>
    public static bool Draws(Guid eventId, double share)
    {
        Span<byte> bytes = stackalloc byte[16];
        NameBasedGuid.Of("blinding", eventId).TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes) < share * (1L << 32);
    }

    /// <summary>Drawn before anything else is known, so that of what would be automatic a share is decided by operators alone: only so can trust be lost.</summary>
    public static IEnumerable<Reason> Guard(CaseFile file) =>
        Because.When(file.IsDrawn, "guard.drawn", "It is drawn for operators to decide without hearing from us.");

    /// <summary>What is published in place of a recommendation. Neither effect nor scope nor sites tell what it holds.</summary>
    public static RecoveryRecommended Hide(RecoveryRecommended said) => said with
    {
        EffectKey = EffectKey.Of(said.RecommendationId, said.Workflow, action: null),
        Scope = EffectKey.ScopeOf(action: null),
        Action = null,
        MemoryMb = null,
        Splitting = null,
        Cores = null,
        Xrootd = null,
        Secondary = null,
        Sites = new SiteChoice { Mode = "auto", List = [], Resolved = [] },
        Confidence = null,
        Disposition = said.Disposition == Disposition.Withdrawn ? Disposition.Withdrawn : Disposition.Review,
        Reason = Words.Blinded,
        Alternatives = [],
        Reasons = [],
        Rules = [],
    };
}
