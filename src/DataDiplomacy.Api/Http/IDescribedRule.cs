using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Http;

/// <summary>A rule of a validator that can say in the OpenAPI document what it admits, so that the two cannot drift apart.</summary>
public interface IDescribedRule
{
    /// <summary>Writes the rule into the schema of the value that it checks.</summary>
    void Describe(OpenApiSchema schema);
}
