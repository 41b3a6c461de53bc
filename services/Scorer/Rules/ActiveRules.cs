using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Shipped;

namespace WorkflowRecovery.Scorer.Rules;

/// <summary>The book in use. A task is judged by the whole of one book.</summary>
internal sealed class ActiveRules
{
    private RuleBook _current = ShippedRules.Book;

    public RuleBook Current => Volatile.Read(ref _current);

    public void Swap(RuleBook book) => Volatile.Write(ref _current, book);
}
