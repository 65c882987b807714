using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Ledger;

public sealed class AddCosignaturesValidator : AbstractValidator<AddCosignatures>
{
    private const int MostCharacters = 65_536;

    public AddCosignaturesValidator() =>
        RuleFor(r => r.Checkpoint).NotEmpty().WithMessage("Give the checkpoint as a signed note, with the lines of its witnesses.")
            .MaximumLength(MostCharacters).WithMessage("A note has at most 64 KiB.");
}
