namespace DataDiplomacy.Api.Http;

/// <summary>Says what a route answers, for the OpenAPI document.</summary>
public static class RouteDocs
{
    public static RouteHandlerBuilder Lists<T>(this RouteHandlerBuilder route) =>
        route.Produces<PageView<T>>().Refuses(400, 406);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route) =>
        route.Produces<T>().Refuses(400, 404, 406);

    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder route) =>
        route.Produces<T>(StatusCodes.Status201Created);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.Produces<ProblemDocument>(status, ProblemHandler.MediaType);
        }

        return route;
    }
}
