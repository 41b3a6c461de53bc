using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace WorkflowRecovery.Console.Api;

/// <summary>What the OpenAPI document says beside its routes.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Workflow recovery", Version = "v1", Description = "The queue of workflows in assistance, and operators' orders: what the pages show and do, under the same rules." };
            // Where it is served is known to whoever has it from there.
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "A program's own token, or one that the configured authority has signed." },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
