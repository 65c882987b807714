using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Imports.Reading;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Imports;

public sealed class StartImportValidator : AbstractValidator<StartImport>
{
    private const int MaxSources = 20;
    private const int MaxIri = 500;

    public StartImportValidator()
    {
        RuleFor(r => r.Format).NotEmpty().WithMessage(WrongFormat).OneOf(ImportFormats.Names).WithMessage(WrongFormat);
        RuleFor(r => r.Mode).EnumName<StartImport, ImportMode>();
        RuleFor(r => r.RecordedAt).Instant();
        RuleFor(r => r.ChangeNote).MaximumLength(1_000);
        RuleFor(r => r.FileName).MaximumLength(255)
            .Must(n => n is null || !n.AsSpan().ContainsAny('/', '\\')).WithMessage("fileName is a name without a path.");
        RuleFor(r => r.MadeFrom).Must(m => m is null || m.Length <= MaxSources).WithMessage($"madeFrom has at most {MaxSources} IRIs.");
        RuleForEach(r => r.MadeFrom).Must(IsIri).WithMessage((_, iri) => $"madeFrom is an absolute IRI of at most {MaxIri} characters, such as https://example.org/data/gauges; '{iri}' is none.");
        RuleFor(r => r.Mapping).Custom(CheckMapping);
    }

    private static bool IsIri(string iri) => iri.Length <= MaxIri && !iri.Any(char.IsWhiteSpace) && Uri.TryCreate(iri, UriKind.Absolute, out var uri) && !uri.IsFile;

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
