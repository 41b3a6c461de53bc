using WorkflowRecovery.Learning.Randomness;

namespace WorkflowRecovery.Learning.Search;

/// <summary>
/// A search for the best setting. The caller asks what to try, tries it and tells what came of it; or gives the trial to
/// <see cref="Run"/>. What is asked depends on the trials told and on the seed alone, so a search that is given the
/// trials of an interrupted one goes on as that would have.
/// </summary>
/// <param name="space">What may be set.</param>
/// <param name="strategy">How it is searched.</param>
/// <param name="seed">Same seed, same questions.</param>
/// <param name="highest">Whether a high score is good (such as an area), instead of a low one (such as a loss).</param>
public sealed class SearchRun(SearchSpace space, ISearchStrategy strategy, int seed, bool highest)
{
    private readonly List<Trial> _trials = [];

    // The same trials with scores of which lower is better.
    private readonly List<Trial> _losses = [];

    /// <summary>What was told, in order.</summary>
    public IReadOnlyList<Trial> Trials => _trials;

    /// <summary>The trial with the best score, the first of equal ones; null while none has worked.</summary>
    public Trial? Best => _trials.Where(trial => double.IsFinite(trial.Score)).MinBy(trial => highest ? -trial.Score : trial.Score);

    /// <summary>What to try next; the same until something is told.</summary>
    public Setting Ask() => strategy.Next(space, _losses, new Random(SeedOf(_trials.Count)));

    /// <summary>What came of a setting, asked for or not; a score that is not a number says that it failed.</summary>
    /// <exception cref="ArgumentException">The setting is of another space.</exception>
    public void Tell(Setting setting, double score)
    {
        ArgumentNullException.ThrowIfNull(setting);
        if (!space.Allows(setting.Values))
            throw new ArgumentException("a setting of another space", nameof(setting));

        _trials.Add(new(setting, score));
        _losses.Add(new(setting, highest ? -score : score));
    }

    /// <summary>Takes over the trials of an earlier search.</summary>
    public void TellAll(IEnumerable<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        foreach (var trial in trials)
            Tell(trial.Setting, trial.Score);
    }

    /// <summary>Asks, tries and tells until there are enough trials or the caller has enough.</summary>
    /// <param name="attempt">Tries a setting; its score, or not a number when it failed.</param>
    /// <param name="trials">Ends at so many, those told before included.</param>
    /// <param name="goesOn">Asked before each trial; null goes on.</param>
    public void Run(Func<Setting, double> attempt, int trials, Func<bool>? goesOn = null)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        while (_trials.Count < trials && goesOn?.Invoke() != false)
        {
            var setting = Ask();
            Tell(setting, attempt(setting));
        }
    }

    // Neighbouring seeds of Random would begin with neighbouring numbers.
    private int SeedOf(int trial) => (int)new RandomBits(((ulong)(uint)seed << 32) | (uint)trial).Next();
}
