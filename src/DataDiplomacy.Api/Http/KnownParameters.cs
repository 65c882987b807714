using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Http;

/// <summary>Refuses query parameters that a route does not have, by name, with the nearest ones that it has, and values that are not of their type.</summary>
public static class KnownParameters
{
    public const string DimensionPrefix = "dim.";

    public static RouteGroupBuilder RefuseUnknownParameters(this RouteGroupBuilder group) =>
        group.WithMetadata(RouteDocs.Refusal(StatusCodes.Status400BadRequest)).AddEndpointFilterFactory((factory, next) =>
        {
            var known = Of(factory.MethodInfo);
            var scalars = ScalarParameters.Of(All(factory.MethodInfo));
            return context =>
            {
                Check(context.HttpContext.Request.Query, known);
                scalars.Check(context.HttpContext.Request.Query);
                return next(context);
            };
        });

    /// <summary>Checks parameters of a request that is not sent but named.</summary>
    /// <exception cref="ProblemException">The handler does not have one, or a value is not of its type.</exception>
    internal static void Check(MethodInfo handler, IQueryCollection query)
    {
        Check(query, Of(handler));
        ScalarParameters.Of(All(handler)).Check(query);
    }

    /// <summary>Names of the query parameters of a handler; a dimension filter admits all names that begin with <c>dim.</c>.</summary>
    internal static IReadOnlySet<string> Of(MethodInfo handler) =>
        All(handler).Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, Type Type)> All(MethodInfo handler)
    {
        foreach (var parameter in handler.GetParameters())
        {
            if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            {
                foreach (var property in parameter.ParameterType.GetProperties().Where(IsFromQuery))
                    yield return (NameOf(property), property.PropertyType);
            }
            else if (parameter.GetCustomAttribute<FromQueryAttribute>() is { } query)
            {
                yield return (query.Name ?? parameter.Name ?? "", parameter.ParameterType);
            }
        }
    }

    private static bool IsFromQuery(PropertyInfo property) =>
        property.CanWrite && property.GetCustomAttribute<FromRouteAttribute>() is null && property.GetCustomAttribute<FromServicesAttribute>() is null;

    private static string NameOf(PropertyInfo property) =>
        property.PropertyType == typeof(DimensionFilters) ? DimensionPrefix
        : property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static void Check(IQueryCollection query, IReadOnlySet<string> known)
    {
        foreach (var (name, values) in query)
        {
            if (values.Any(v => v is not null && v.Contains('\0', StringComparison.Ordinal)))
            {
                throw ProblemException.Invalid(name, $"The value of '{name}' contains the character NUL (%00), which no text here has.");
            }

            if (known.Contains(name) || name == Negotiated.FormatParameter
                || known.Contains(DimensionPrefix) && name.StartsWith(DimensionPrefix, StringComparison.Ordinal))
            {
                continue;
            }

            var all = known.Select(k => k == DimensionPrefix ? "dim.<ID>" : k).Append(Negotiated.FormatParameter).Order(StringComparer.Ordinal).ToList();
            throw new ProblemException(Problems.UnknownParameter,
                $"There is no parameter '{name}'. This route has: {string.Join(", ", all)}.")
            {
                Errors = new Dictionary<string, string[]> { [name] = ["There is no such parameter."] },
                Suggestions = Nearest.To(name, all),
            };
        }
    }
}
