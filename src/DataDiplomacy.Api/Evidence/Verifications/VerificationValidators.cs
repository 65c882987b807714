using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Verifications;

public sealed class RunVerificationValidator : AbstractValidator<RunVerification>
{
    public const int DefaultTimeToleranceMinutes = 60;
    public const int DefaultPlaceToleranceMetres = 1_000;

    private const int MostChecks = 20;
    private const int OneWeek = 7 * 24 * 60;
    private const int MostMetres = 100_000;

    public RunVerificationValidator()
    {
        RuleFor(r => r.Checks).Must(c => c is null || c.Count is >= 1 and <= MostChecks).WithMessage($"checks names 1 to {MostChecks} checks; leave it out for those of the profile.");
        RuleFor(r => r.TimeToleranceMinutes).InclusiveBetween(0, OneWeek).WithMessage($"timeToleranceMinutes is 0 to {OneWeek}.");
        RuleFor(r => r.PlaceToleranceMetres).InclusiveBetween(0, MostMetres).WithMessage($"placeToleranceMetres is 0 to {MostMetres}.");
    }
}
