using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>What a redaction has beyond other records; title, sensitivity, case and digest are checked as theirs.</summary>
public sealed class AddRedactionValidator : AbstractValidator<AddRedaction>
{
    private const int MostRemoved = 200;
    private const int MostWhere = 500;

    public AddRedactionValidator()
    {
        RuleFor(r => r.Reason).NotNull().WithMessage($"reason says why something was removed: {string.Join(", ", WireNames.All<RedactionReason>())}.");
        RuleFor(r => r.ReasonNote).Text(2_000);
        RuleFor(r => r.ReasonNote).NotEmpty().When(r => r.Reason is RedactionReason.Other).WithMessage("reasonNote names the reason where it is other, in 1 to 2,000 characters.");
        RuleFor(r => r.Authority).NotEmpty().WithMessage("authority says who ordered it, in 1 to 500 characters.").Text(500);
        RuleFor(r => r.Removed).Must(r => r is { Count: >= 1 and <= MostRemoved }).WithMessage($"removed lists what was removed, in 1 to {MostRemoved} entries.");
        RuleForEach(r => r.Removed).Must(IsPlace).WithMessage($"An entry of removed has a kind ({string.Join(", ", WireNames.All<RemovedKind>())}) and a place in where, in 1 to {MostWhere} characters.");
        RuleFor(r => r.Tool).Text(200);
    }

    private static bool IsPlace(RemovedPart? part) =>
        part is { Kind: not null, Where: { Length: <= MostWhere } where } && !string.IsNullOrWhiteSpace(where) && !where.Contains('\0', StringComparison.Ordinal);
}
