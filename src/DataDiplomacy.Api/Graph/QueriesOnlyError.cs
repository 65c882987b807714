using GraphQL.Validation;

namespace DataDiplomacy.Api.Graph;

/// <summary>A mutation or a subscription was sent.</summary>
public sealed class QueriesOnlyError : ValidationError
{
    public QueriesOnlyError()
        : base("Only queries are offered here; use the REST routes to change data.") => Code = "QUERIES_ONLY";
}
