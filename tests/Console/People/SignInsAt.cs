using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Tests.People;

internal static class SignInsAt
{
    public static SignIns Clock(IDbContextFactory<ConsoleDatabase> databases, TimeProvider clock, PeopleOptions people)
    {
        var trail = new AuditTrail(databases, clock);
        return new(databases, trail, new RefusalLog(trail, clock), clock, Options.Create(people));
    }
}
