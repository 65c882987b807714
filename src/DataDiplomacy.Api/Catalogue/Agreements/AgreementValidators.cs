using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public sealed class ListAgreementsValidator : AbstractValidator<ListAgreements>
{
    public ListAgreementsValidator()
    {
        RuleFor(r => r.Dataset).Text(100);
        RuleFor(r => r.State).EnumName<ListAgreements, AgreementState>();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ActOnAgreementValidator : AbstractValidator<ActOnAgreement>
{
    public ActOnAgreementValidator()
    {
        RuleFor(r => r.Reason).Text(2_000);
        RuleFor(r => r.Successor).Text(100).Must((r, successor) => successor is null || r.Action == AgreementAction.Amend).WithMessage("successor goes with amend alone.");
    }
}

public sealed class FulfilDutyValidator : AbstractValidator<FulfilDuty>
{
    public FulfilDutyValidator()
    {
        RuleFor(r => r.Note).NotEmpty().WithMessage("note says what was done, in 1 to 2,000 characters.").Text(2_000);
        RuleFor(r => r.Reference).Text(2_000).Must(r => r is null || Uri.TryCreate(r, UriKind.Absolute, out _)).WithMessage("reference is an absolute IRI.");
        RuleFor(r => r.Sha256).Matches("^[0-9a-f]{64}$").WithMessage("sha256 is a hash of 64 lower-case hexadecimal digits.");
    }
}

public sealed class ReleaseDatasetValidator : AbstractValidator<ReleaseDataset>
{
    public ReleaseDatasetValidator()
    {
        RuleFor(r => r.Dataset).NotEmpty().WithMessage("dataset is the id of a data set that is held under the agreement.").Text(100);
        RuleFor(r => r.Reason).NotEmpty().WithMessage("reason says why the data set is released, in 1 to 2,000 characters.").Text(2_000);
    }
}

public sealed class RequestTransferValidator : AbstractValidator<RequestTransfer>
{
    public RequestTransferValidator()
    {
        RuleFor(r => r.Action).Text(2_000);
        RuleFor(r => r.Purpose).Text(2_000);
        RuleFor(r => r.Spatial).Text(2_000);
        RuleFor(r => r.Recipient).Text(2_000);
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version of the data set, 1 or more.");
    }
}

public sealed class MoveTransferValidator : AbstractValidator<MoveTransfer>
{
    public MoveTransferValidator()
    {
        RuleFor(r => r.Reason).Text(2_000);
        RuleFor(r => r.Sha256).Matches("^[0-9a-f]{64}$").WithMessage("sha256 is a hash of 64 lower-case hexadecimal digits.")
            .Must((r, sha256) => (sha256 is not null) == (r.Move == TransferMoveKind.Complete)).WithMessage("sha256 of what was transferred goes with complete, and with nothing else.");
        RuleFor(r => r.Bytes).GreaterThanOrEqualTo(0).WithMessage("bytes is 0 or more.")
            .Must((r, bytes) => bytes is null || r.Move == TransferMoveKind.Complete).WithMessage("bytes goes with complete alone.");
    }
}

public sealed class ReceiveTransferMessageValidator : AbstractValidator<ReceiveTransferMessage>
{
    public ReceiveTransferMessageValidator()
    {
        RuleFor(r => r.Action).Text(2_000);
        RuleFor(r => r.Purpose).Text(2_000);
        RuleFor(r => r.Spatial).Text(2_000);
        RuleFor(r => r.Recipient).Text(2_000);
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version of the data set, 1 or more.");
        RuleFor(r => r.Sha256).Matches("^[0-9a-f]{64}$").WithMessage("sha256 is a hash of 64 lower-case hexadecimal digits.");
        RuleFor(r => r.Bytes).GreaterThanOrEqualTo(0).WithMessage("bytes is 0 or more.");
    }
}
