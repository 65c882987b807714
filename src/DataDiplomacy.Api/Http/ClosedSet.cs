using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Http;

/// <summary>Admits the names of a closed set: a name, or codes separated by commas or repeated. Nothing is no fault.</summary>
public sealed class ClosedSet<T, TProperty>(IReadOnlyList<string> names) : PropertyValidator<T, TProperty>, IDescribedRule
{
    public override string Name => "ClosedSet";

    public override bool IsValid(ValidationContext<T> context, TProperty value) => value switch
    {
        null => true,
        string name => names.Contains(name),
        IEnumerable<string> list => Paging.Codes(list).All(names.Contains),
        _ => false,
    };

    public void Describe(OpenApiSchema schema)
    {
        var named = schema.Items as OpenApiSchema ?? schema;
        named.Enum = [.. names.Select(n => (JsonNode)JsonValue.Create(n))];
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => $"'{{PropertyValue}}' is not one of {string.Join(", ", names)}.";
}
