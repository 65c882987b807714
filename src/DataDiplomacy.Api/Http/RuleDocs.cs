using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Writes into the document what the validators check: closed sets, limits, lengths, patterns, and what is needed.</summary>
/// <param name="services">Finds the validator of a request record, whose type is only known here.</param>
public sealed class RuleDocs(IServiceProvider services) : IParameterFilter, ISchemaFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter { Schema: OpenApiSchema schema } described || context.PropertyInfo is not { ReflectedType: { } request } property)
        {
            return;
        }

        foreach (var rule in RulesOf(request, property.Name))
        {
            Describe(rule, schema);
            described.Required |= rule is INotEmptyValidator;
        }
    }

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        foreach (var (name, property) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            foreach (var rule in property is OpenApiSchema described ? RulesOf(context.Type, name) : [])
            {
                Describe(rule, (OpenApiSchema)property);
            }
        }
    }

    private List<IPropertyValidator> RulesOf(Type request, string property) =>
        request is { IsGenericTypeDefinition: false, ContainsGenericParameters: false } && services.GetService(typeof(IValidator<>).MakeGenericType(request)) is IValidator validator
            ? [.. validator.CreateDescriptor().GetMembersWithValidators()
                .Where(m => JsonNamingPolicy.CamelCase.ConvertName(m.Key ?? "") == JsonNamingPolicy.CamelCase.ConvertName(property))
                .SelectMany(m => m, (_, rule) => rule.Validator)]
            : [];

    private static void Describe(IPropertyValidator rule, OpenApiSchema schema)
    {
        switch (rule)
        {
            case IDescribedRule described:
                described.Describe(schema);
                break;
            case IInclusiveBetweenValidator between:
                (schema.Minimum, schema.Maximum) = (Text(between.From), Text(between.To));
                break;
            case IBetweenValidator between:
                (schema.ExclusiveMinimum, schema.ExclusiveMaximum) = (Text(between.From), Text(between.To));
                break;
            case ILengthValidator length:
                schema.MaxLength = length.Max;
                break;
            case IRegularExpressionValidator pattern:
                schema.Pattern = pattern.Expression;
                break;
            case INotEmptyValidator when schema.Type == JsonSchemaType.String:
                schema.MinLength = 1;
                break;
        }
    }

    private static string? Text(object? limit) => Convert.ToString(limit, CultureInfo.InvariantCulture);
}
