using System.Text.Json;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Records;

public sealed partial class AddRecordValidator : AbstractValidator<AddRecord>
{
    private const int MostCapture = 64 * 1024;
    private const int HalfWayRound = 20_038_000;

    public AddRecordValidator()
    {
        RuleFor(r => r.Kind).NotNull().WithMessage($"kind says what the record is: {string.Join(", ", WireNames.All<EvidenceKind>())}.");
        RuleFor(r => r.Title).NotEmpty().WithMessage("title names the record, in 1 to 500 characters.").Text(500);
        RuleFor(r => r.Sensitivity).NotNull().WithMessage($"sensitivity says who may know of the record: {string.Join(", ", WireNames.All<Sensitivity>())}.");
        RuleFor(r => r.Case).Must(c => c is null || Slug().IsMatch(c)).WithMessage("case is a lower-case slug of 1 to 100 letters, digits and hyphens, such as bridge-2026.");
        RuleFor(r => r.ClaimedTime).Instant();
        RuleFor(r => r.SourceUrl).Text(2_000).Must(u => u is null || Uri.TryCreate(u, UriKind.Absolute, out _)).WithMessage("sourceUrl is an absolute address, such as https://example.org/post/1.");
        RuleFor(r => r.Capture).SetValidator(new ObjectValue<AddRecord, JsonElement?>()).Interoperable(MostCapture);
        RuleFor(r => r.Sha256).Must(s => s is null || IsSha256(s)).WithMessage("sha256 is 64 hexadecimal digits.");
        When(r => r.ClaimedPlace is not null, () =>
        {
            RuleFor(r => r.ClaimedPlace!.Latitude).InclusiveBetween(-90, 90).WithMessage("latitude is -90 to 90 degrees north."); // Not null here.
            RuleFor(r => r.ClaimedPlace!.Longitude).InclusiveBetween(-180, 180).WithMessage("longitude is -180 to 180 degrees east.");
            RuleFor(r => r.ClaimedPlace!.RadiusMetres).InclusiveBetween(0, HalfWayRound).WithMessage($"radiusMetres is 0 to {HalfWayRound} metres, half way round the Earth.");
        });
    }

    public static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}

public sealed class ListRecordsValidator : AbstractValidator<ListRecords>
{
    public ListRecordsValidator()
    {
        RuleFor(r => r.Kind).EnumName<ListRecords, EvidenceKind>();
        RuleFor(r => r.Case).Text(100);
        RuleFor(r => r.UpdatedAfter).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListCasesValidator : AbstractValidator<ListCases>
{
    public ListCasesValidator() => RuleFor(r => r.Limit).PageLimit();
}

public sealed class AddCustodyEventValidator : AbstractValidator<AddCustodyEvent>
{
    private static readonly CustodyEventType[] Entered =
    [
        CustodyEventType.Collected, CustodyEventType.Copied, CustodyEventType.WorkingCopy, CustodyEventType.Transferred, CustodyEventType.AcceptedTransfer,
        CustodyEventType.FixityChecked, CustodyEventType.Disclosed, CustodyEventType.Held, CustodyEventType.Released, CustodyEventType.Corrected,
    ];

    private const int MostEnvelope = 64 * 1024;

    public AddCustodyEventValidator()
    {
        RuleFor(r => r.Type).Must(t => t is { } type && Entered.Contains(type))
            .WithMessage($"type is one of {string.Join(", ", Entered.Select(WireNames.Of))}; the others are written by the server when they happen.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("reason says why, in 1 to 2,000 characters.").Text(2_000);
        RuleFor(r => r.Authority).Text(500);
        RuleFor(r => r.From).Text(200);
        RuleFor(r => r.To).Text(200);
        RuleFor(r => r.To).NotEmpty().When(r => r.Type is CustodyEventType.Transferred or CustodyEventType.Disclosed)
            .WithMessage("to says who takes over: for a transfer the actor that GET /v1/me shows them.");
        RuleFor(r => r.At).Instant();
        RuleFor(r => r.Dsse).SetValidator(new ObjectValue<AddCustodyEvent, JsonElement?>()).Interoperable(MostEnvelope);
        RuleFor(r => r.Dsse).Must((r, d) => d is { ValueKind: JsonValueKind.Object } == r.SigningKey is not null).WithMessage("dsse and signingKey come together: the envelope, and the Ed25519 key as PEM that checks it.");
        RuleFor(r => r.SigningKey).Text(1_000);
        RuleFor(r => r.Corrects).NotNull().When(r => r.Type is CustodyEventType.Corrected).WithMessage("corrects is the number of the event that is corrected.");
    }
}

public sealed class FindProofValidator : AbstractValidator<FindProof>
{
    public FindProofValidator() => RuleFor(r => r.Event).GreaterThanOrEqualTo(1).WithMessage("event is the number of an event, from 1.");
}

public sealed class ChangeSensitivityValidator : AbstractValidator<ChangeSensitivity>
{
    public ChangeSensitivityValidator()
    {
        RuleFor(r => r.Sensitivity).NotNull().WithMessage($"sensitivity says who may know of the record: {string.Join(", ", WireNames.All<Sensitivity>())}.");
        RuleFor(r => r.Reason).NotEmpty().WithMessage("reason says why, in 1 to 2,000 characters.").Text(2_000);
    }
}

public sealed class AskErasureValidator : AbstractValidator<AskErasure>
{
    public AskErasureValidator()
    {
        RuleFor(r => r.Reason).NotEmpty().WithMessage("reason says why, in 1 to 2,000 characters.").Text(2_000);
        RuleFor(r => r.LegalBasis).NotEmpty().WithMessage("legalBasis names the law or order, in 1 to 500 characters.").Text(500);
    }
}

public sealed class AgreeErasureValidator : AbstractValidator<AgreeErasure>
{
    public AgreeErasureValidator() =>
        RuleFor(r => r.Reason).NotEmpty().WithMessage("reason says why it is proportionate, in 1 to 2,000 characters.").Text(2_000);
}

public sealed class VerifyDigestsValidator : AbstractValidator<VerifyDigests>
{
    public VerifyDigestsValidator() =>
        RuleFor(r => r.Sha256).Must(s => VerifyQueries.Digests(s) is { Count: > 0 and <= Paging.MaxCodes } list && list.All(AddRecordValidator.IsSha256))
            .WithMessage($"sha256 is 64 hexadecimal digits, or a list of 1 to {Paging.MaxCodes} of them.");
}
