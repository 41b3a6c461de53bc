using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Api;

internal static class ApiRegistration
{
    private const string Root = "/api/v1";
    private const string Limit = "api";

    /// <summary>Comes after the pages, which find out whose a request is.</summary>
    public static RecoveryService AddApi(this RecoveryService service)
    {
        service.AddOptions<ApiOptions>("Api");
        service.Services.AddOpenApi(ApiDocument.Describe);
        // The framework's own lets angle brackets through, and an answer may end in somebody's page; and it takes texts for numbers.
        service.Services.ConfigureHttpJsonOptions(json =>
            (json.SerializerOptions.Encoder, json.SerializerOptions.NumberHandling) = (JavaScriptEncoder.Default, JsonNumberHandling.Strict));
        service.Services.AddRateLimiter(limits =>
        {
            limits.OnRejected = async (rejected, _) => await TypedResults
                .Problem("Too many calls in this minute; wait.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
            limits.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(Person.NameOf(context.User), _ => new()
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value.CallsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }));
        });
        return service.AddRoutes(Map);
    }

    private static void Map(WebApplication app)
    {
        app.UseRateLimiter();
        var api = app.MapGroup(Root).RequireAuthorization(Policies.Viewer).RequireRateLimiting(Limit)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.AddEndpointFilter(async (call, next) => call.HttpContext.Request.Query.FirstOrDefault(HoldsNul) is { Key: { } name }
            ? Problems.OfField(name, "This holds a NUL.")
            : await next(call));
        QueueRoutes.Map(Part(api, "Queue"));
        OrderRoutes.MapCases(Part(api, "Cases"));
        OrderRoutes.Map(Part(api, "Orders"));
        NoteRoutes.Map(Part(api, "Notes"));
        SiteRoutes.Map(Part(api, "Sites"));
        ModelRoutes.Map(Part(api, "Models"));
        LookupRoutes.MapCodes(Part(api, "Codes"));
        LookupRoutes.MapHealth(Part(api, "Health"));
        app.MapOpenApi("/openapi/{documentName}.json").RequireAuthorization(Policies.Viewer).WithMetadata(new ForPrograms());
    }

    /// <summary>No name that anybody gave holds one, and the database takes none.</summary>
    private static bool HoldsNul(KeyValuePair<string, StringValues> parameter) => parameter.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) is true);

    /// <summary>Routes under one heading of the document.</summary>
    private static RouteGroupBuilder Part(RouteGroupBuilder api, string name) => api.MapGroup("").WithTags(name);
}
