namespace WorkflowRecovery.Domain.Policies;

/// <summary>
/// How operators decided one kind of case (a plan, a category of errors, a tier) where they did not answer a recommendation that they saw.
/// </summary>
/// <param name="Answers">Workflows with such a case that an operator answered so; the tasks of a workflow share their fate.</param>
/// <param name="Agreed">Those in which all such cases were answered by what had been recommended, openly or not.</param>
public sealed record CellRecord(long Answers, long Agreed)
{
    /// <summary>What the agreement surely exceeds, also when it is looked at after every answer: see <see cref="SureShare"/>.</summary>
    public double LowerBound => new SureShare(Answers, Agreed).LowerBound;

    /// <summary>Whether the policy trusts such cases to be decided automatically; more answers may take it back.</summary>
    public bool HasEarned(AutomaticPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Answers >= policy.EarnedAnswers && LowerBound >= policy.EarnedAgreement;
    }
}
