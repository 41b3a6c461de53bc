namespace WorkflowRecovery.Console.Shell;

/// <summary>A browser that asks for what is not there is led to the page that says so; programs get the bare answer.</summary>
internal sealed class UnknownPages(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var (request, response) = (context.Request, context.Response);
        if (response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentType: null }
            && HttpMethods.IsGet(request.Method)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            response.Redirect("/not-found");
        }
    }
}
