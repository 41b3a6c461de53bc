using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Console.People;

internal static class PeopleRegistration
{
    public static RecoveryService AddPeople(this RecoveryService service)
    {
        service.AddOptions<PeopleOptions>("People");
        service.Services.AddSingleton<SignIns>();
        service.Services.AddSingleton<KeyChecks>();
        service.Services.AddSingleton<ProviderSignOut>();
        service.Services.AddHostedService<StartChecks>();
        service.AddWeb(web => AddSchemes(web.Services, web.Configuration.GetSection("People")));
        service.AddSweep<ConsoleDatabase>(services => [SignIns.Over(services.GetRequiredService<IOptions<PeopleOptions>>().Value)]);
        AddProtection(service.Services);
        AddOpenPages(service.Services);
        service.Services.AddAuthorization(Policies.Add);
        service.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessResults>();
        return service.AddRoutes(app => app.MapSignIn());
    }

    /// <summary>Finds out whose a request is, and lets nobody further who may not; comes before everything that answers.</summary>
    public static void UsePeople(this WebApplication app)
    {
        // The proxy is known by its address, which is the client's afterwards.
        app.UseMiddleware<ProxyHeaders>();
        app.UseForwardedHeaders();
        app.UseCookiePolicy();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<ForgeryGuard>();
    }

    // A provider's scheme takes part in every request, and so may be there only when it is configured.
    private static void AddSchemes(IServiceCollection services, IConfigurationSection people)
    {
        var schemes = services.AddAuthentication(Schemes.Any)
            .AddPolicyScheme(Schemes.Any, displayName: null, options => options.ForwardDefaultSelector = Schemes.Of)
            .AddCookie(Schemes.Cookie)
            .AddScheme<AuthenticationSchemeOptions, ProxyHandler>(Schemes.Proxy, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Schemes.Token, configureOptions: null);
        services.ConfigureOptions<SignInCookie>();
        if (people.GetSection(nameof(PeopleOptions.OpenIdConnect)).Exists())
        {
            schemes.AddOpenIdConnect(Schemes.OpenIdConnect, _ => { });
            services.ConfigureOptions<OpenIdSignIn>();
        }

        if (people.GetSection(nameof(PeopleOptions.Jwt)).Exists())
        {
            schemes.AddJwtBearer(Schemes.Jwt, _ => { });
            services.ConfigureOptions<JwtSignIn>();
        }
    }

    private static void AddProtection(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("workflow-recovery-console");
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, keys) => options.XmlRepository = keys);
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Forgery-Token";
            options.Cookie.Name = "workflow-recovery-forms";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookiePolicyOptions>(SignInCookie.Guard);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PeopleOptions>>((options, people) =>
        {
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in new TrustedAddresses(people.Value.Proxies).Networks)
                options.KnownIPNetworks.Add(network);
            options.ForwardedHeaders = people.Value.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        });
    }

    private static void AddOpenPages(IServiceCollection services)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<PageUse>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<PageUse>());
        services.AddScoped<AuthenticationStateProvider, OpenPages>();
    }
}
