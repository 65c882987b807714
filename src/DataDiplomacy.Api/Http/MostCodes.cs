using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Http;

/// <summary>Admits as many codes as one filter may name.</summary>
public sealed class MostCodes<T> : PropertyValidator<T, IReadOnlyCollection<string>?>, IDescribedRule
{
    public override string Name => "MostCodes";

    public override bool IsValid(ValidationContext<T> context, IReadOnlyCollection<string>? value) => Paging.Codes(value).Count <= Paging.MaxCodes;

    public void Describe(OpenApiSchema schema) => schema.MaxItems = Paging.MaxCodes;

    protected override string GetDefaultMessageTemplate(string errorCode) => $"At most {Paging.MaxCodes} codes; ask in parts for more.";
}
