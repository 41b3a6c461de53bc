using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WorkflowRecovery.Console.Audit;

namespace WorkflowRecovery.Console.People;

/// <summary>What an open page shows of what its user may not see; that they asked for it is written down.</summary>
public partial class NotAllowed : ComponentBase
{
    // One page after the other is shown by the same component as long as none of them may be seen.
    private string? _written;

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject]
    private RefusalLog Refusals { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (SignedIn is null || (await SignedIn).User is not { } user || Person.RoleOf(user) is null || Navigation.Uri == _written)
            return;

        _written = Navigation.Uri;
        await Refusals.WriteAsync(AuditEntry.By(user, AuditVerbs.Denied) with { Details = RefusedRequest.Of(new Uri(Navigation.Uri)) });
    }
}
