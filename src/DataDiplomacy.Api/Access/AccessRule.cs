using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Access;

/// <summary>What a route asks of its caller. A route without a rule is closed to all.</summary>
/// <param name="Minimum">The least role; null when anyone may call and sees what is public.</param>
public sealed record AccessRule(Role? Minimum)
{
    /// <summary>True when the answer holds a secret that is shown once and stored nowhere.</summary>
    public bool IsShownOnce { get; init; }
}

public static class AccessRuleExtensions
{
    /// <summary>Anyone may call; what is returned depends on what the caller may see. A key that is not valid is refused all the same.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(null), RouteDocs.Refusal(StatusCodes.Status401Unauthorized));

    public static TBuilder Needs<TBuilder>(this TBuilder builder, Role role)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(role), RouteDocs.Refusal(StatusCodes.Status401Unauthorized), RouteDocs.Refusal(StatusCodes.Status403Forbidden));

    /// <summary>As <see cref="Needs"/>, for an answer that is shown once: no copy of it is kept for who asks again.</summary>
    public static TBuilder NeedsForASecret<TBuilder>(this TBuilder builder, Role role)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AccessRule(role) { IsShownOnce = true }, RouteDocs.Refusal(StatusCodes.Status401Unauthorized), RouteDocs.Refusal(StatusCodes.Status403Forbidden));
}
