using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Http;

/// <summary>Admits a JSON object with any fields; whether it may be null or absent is for the type of the property to say.</summary>
public sealed class ObjectValue<T, TProperty> : PropertyValidator<T, TProperty>, IDescribedRule
{
    public override string Name => "ObjectValue";

    public override bool IsValid(ValidationContext<T> context, TProperty value) =>
        value is null || value is JsonElement { ValueKind: var kind } && (kind == JsonValueKind.Object || kind == JsonValueKind.Null && default(TProperty) is null);

    public void Describe(OpenApiSchema schema)
    {
        schema.Type = default(TProperty) is null ? JsonSchemaType.Object | JsonSchemaType.Null : JsonSchemaType.Object;
        schema.AdditionalProperties = new OpenApiSchema();
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "'{PropertyName}' is a JSON object.";
}
