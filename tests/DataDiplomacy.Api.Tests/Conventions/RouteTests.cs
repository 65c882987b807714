using System.Reflection;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>What every route has.</summary>
public class RouteTests(SqliteApi api) : ApiTests(api), IClassFixture<SqliteApi>
{
    [Fact]
    public void Every_route_says_who_may_call_it()
    {
        Routes.Where(r => r.Metadata.GetMetadata<AccessRule>() is null).Select(r => r.DisplayName).ShouldBeEmpty();
        Routes.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Every_request_record_has_a_validator()
    {
        var services = Api.Factory.Services.GetRequiredService<IServiceProviderIsService>();
        var requests = Routes.SelectMany(r => r.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Where(IsRequest)
            .Select(p => p.ParameterType).Where(t => !services.IsService(t)).Distinct().ToList();

        requests.Where(r => !services.IsService(typeof(IValidator<>).MakeGenericType(r))).Select(r => r.Name).ShouldBeEmpty();
        requests.Select(r => r.Name).ShouldContain("StartImport");
    }

    [Fact]
    public void Every_route_that_changes_something_needs_a_key()
    {
        // Questions that are too long for a query string are sent by POST; they change nothing.
        string[] questions = ["/graphql", "/v1/statistics/{method}", "/v1/provenance/validate", "/v1/evidence/verify", "/v1/policies/evaluate", "/catalog/request"];

        Routes.Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(m => m is "POST" or "PUT" or "DELETE" or "PATCH") == true)
            .Where(r => r.Metadata.GetMetadata<AccessRule>()?.Minimum is null && !questions.Contains(r.RoutePattern.RawText))
            .Select(r => r.DisplayName).ShouldBeEmpty();
    }

    private IReadOnlyList<RouteEndpoint> Routes =>
        [.. Api.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    private static bool IsRequest(ParameterInfo parameter) =>
        parameter.ParameterType is { Namespace: { } space, IsInterface: false } type
        && space.StartsWith("DataDiplomacy.Api", StringComparison.Ordinal)
        && type != typeof(DimensionFilters)
        && (parameter.GetCustomAttribute<AsParametersAttribute>() is not null || parameter.GetCustomAttribute<FromBodyAttribute>() is not null
            || type.GetMethod("<Clone>$") is not null);
}
