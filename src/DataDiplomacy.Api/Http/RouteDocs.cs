namespace DataDiplomacy.Api.Http;

/// <summary>Says what a route answers, for the OpenAPI document. Groups and the gate say what they refuse: unknown parameters, formats and keys.</summary>
public static class RouteDocs
{
    public static RouteHandlerBuilder Lists<T>(this RouteHandlerBuilder route) =>
        route.Produces<PageView<T>>();

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder route) =>
        route.Produces<T>().Refuses(404);

    /// <summary>Describes a parameter that the handler, or some handler of the group, takes by itself.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder builder, string name, string example, string description)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RouteParameter(name, example, description));

    /// <summary>The JSON answer of 200 may be another one.</summary>
    /// <param name="route">The route.</param>
    /// <param name="when">Which answer comes when.</param>
    public static RouteHandlerBuilder OrGives<T>(this RouteHandlerBuilder route, string when) =>
        route.WithMetadata(new OtherAnswer(typeof(T), when));

    /// <summary>The tags of the route carry a number too that changes before its answers do, beside the state of the data sets.</summary>
    /// <param name="route">The route.</param>
    /// <param name="read">What reads it.</param>
    public static RouteHandlerBuilder TaggedAlsoBy<TQueries>(this RouteHandlerBuilder route, Func<TQueries, Func<CancellationToken, Task<long>>> read)
        where TQueries : notnull =>
        route.WithMetadata(new MoreState(http => read(http.RequestServices.GetRequiredService<TQueries>())(http.RequestAborted)));

    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder route) =>
        route.Produces<T>(StatusCodes.Status201Created);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            route.WithMetadata(Refusal(status));
        }

        return route;
    }

    /// <summary>For what refuses on behalf of many routes, such as a group or the gate.</summary>
    public static ProducesResponseTypeMetadata Refusal(int status) => new(status, typeof(ProblemDocument), [ProblemHandler.MediaType]);
}
