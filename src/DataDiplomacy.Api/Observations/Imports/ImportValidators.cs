using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports.Reading;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Imports;

public sealed class StartImportValidator : AbstractValidator<StartImport>
{
    public StartImportValidator()
    {
        RuleFor(r => r.Format).NotEmpty().WithMessage(WrongFormat).OneOf(ImportFormats.Names).WithMessage(WrongFormat);
        RuleFor(r => r.Mode).EnumName<StartImport, ImportMode>();
        RuleFor(r => r.RecordedAt).Instant();
        RuleFor(r => r.ChangeNote).MaximumLength(1_000);
        RuleFor(r => r.FileName).MaximumLength(255)
            .Must(n => n is null || !n.AsSpan().ContainsAny('/', '\\')).WithMessage("fileName is a name without a path.");
        RuleFor(r => r.Mapping).Custom(CheckMapping);
    }

    private static string WrongFormat(StartImport request) => $"format is {string.Join(", ", ImportFormats.Names)}; '{request.Format}' is none of them.";

    private static void CheckMapping(string? mapping, ValidationContext<StartImport> context)
    {
        if (mapping is null)
        {
            return;
        }

        try
        {
            ImportMapping.Parse(mapping);
        }
        catch (ImportFormatException e)
        {
            context.AddFailure("mapping", e.Detail);
        }
    }
}
