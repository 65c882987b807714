using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports.Reading;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>What holds for each description, be it the first or a later one.</summary>
public abstract class DescriptionValidator<T> : AbstractValidator<T>
    where T : DescribeDataset
{
    protected DescriptionValidator()
    {
        RuleFor(r => r.Title).NotEmpty().Text(300);
        RuleFor(r => r.Description).Text(10_000);
        RuleFor(r => r.Licence).NotEmpty().Text(2_000);
        RuleFor(r => r.Publisher).Text(300);
        RuleFor(r => r.Citation).Text(2_000);
        RuleFor(r => r.Mapping).Custom(CheckMapping);
        RuleFor(r => r.SourceDetails).SetValidator(new ObjectValue<T, JsonElement?>()).Custom(CheckDetails);
    }

    private static void CheckDetails(JsonElement? details, ValidationContext<T> context)
    {
        if (details is not { ValueKind: JsonValueKind.Object } given) return;
        foreach (var fault in SourceDetails.Faults(context.InstanceToValidate.SourceKind, given)) context.AddFailure("sourceDetails", fault);
    }

    private static void CheckMapping(JsonElement? mapping, ValidationContext<T> context)
    {
        if (mapping is null or { ValueKind: JsonValueKind.Null })
        {
            return;
        }

        try
        {
            ImportMapping.Parse(mapping.Value.GetRawText());
        }
        catch (ImportFormatException e)
        {
            context.AddFailure("mapping", e.Detail);
        }
    }
}

public sealed class DescribeDatasetValidator : DescriptionValidator<DescribeDataset>;

public sealed class RegisterDatasetValidator : DescriptionValidator<RegisterDataset>
{
    private const string SlugNeeded = "id is a lower-case slug of 2 to 64 letters, digits and hyphens, such as sdg-2020.";

    // The pattern is published; alone it would let null and a line break at the end through.
    public RegisterDatasetValidator() =>
        RuleFor(r => r.Id).Matches("^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$").WithMessage(SlugNeeded)
            .Must(id => (string?)id is not null && !id.EndsWith('\n')).WithMessage(SlugNeeded);
}

public sealed class ListDatasetsValidator : AbstractValidator<ListDatasets>
{
    public ListDatasetsValidator()
    {
        RuleFor(r => r.Q).MaximumLength(200);
        RuleFor(r => r.SourceKind).EnumName<ListDatasets, SourceKind>();
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListVersionsValidator : AbstractValidator<ListVersions>
{
    public ListVersionsValidator()
    {
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}
