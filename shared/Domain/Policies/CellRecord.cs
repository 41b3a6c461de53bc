namespace WorkflowRecovery.Domain.Policies;

/// <summary>How operators answered one kind of case (a plan, a category of errors, a tier).</summary>
/// <param name="Answers">Cases that an operator answered.</param>
/// <param name="Agreed">Those answered by what was recommended.</param>
public sealed record CellRecord(long Answers, long Agreed)
{
    // The 0.975 quantile of the normal distribution: an interval of 95 %.
    private const double Z = 1.959963984540054;

    /// <summary>
    /// Lower end of the 95 % interval of the agreement by Wilson's score (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927);
    /// 0 without answers.
    /// </summary>
    public double LowerBound
    {
        get
        {
            if (Answers == 0)
                return 0;

            var (n, share) = ((double)Answers, (double)Agreed / Answers);
            var centre = share + (Z * Z / (2 * n));
            var spread = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * n))) / n);
            return Math.Max(0, (centre - spread) / (1 + (Z * Z / n)));
        }
    }

    /// <summary>Whether the policy trusts such cases to be decided automatically.</summary>
    public bool HasEarned(AutomaticPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Answers >= policy.EarnedAnswers && LowerBound >= policy.EarnedAgreement;
    }
}
