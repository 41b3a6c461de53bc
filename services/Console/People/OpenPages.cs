using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>An open page loses its user's rights soon after the sign-in has ended; what the user does on it makes the sign-in last.</summary>
internal sealed class OpenPages(ILoggerFactory logs, SignIns signIns, PageUse use, TimeProvider clock, IOptions<PeopleOptions> people)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    private readonly DateTimeOffset _opened = clock.GetUtcNow();

    protected override TimeSpan RevalidationInterval => people.Value.Recheck;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Person.SessionOf(authenticationState.User) is { } session
            ? await signIns.HoldsAsync(session, use.Take(), cancellationToken)
            // The proxy cannot be asked again: after a while the page must be loaded anew, through it.
            : clock.GetUtcNow() - _opened < people.Value.SessionLength;
}

/// <summary>Whether the user did something on an open page.</summary>
internal sealed class PageUse : CircuitHandler
{
    private int _used;

    public bool Take() => Interlocked.Exchange(ref _used, 0) > 0;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        Interlocked.Exchange(ref _used, 1);
        return next(context);
    };
}
