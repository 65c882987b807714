using System.Text.Json;
using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public sealed class EvaluatePolicyValidator : AbstractValidator<EvaluatePolicy>
{
    private const int MostValues = 1_000;
    private const int Longest = 2_000;

    public EvaluatePolicyValidator()
    {
        RuleFor(r => r.Policy).SetValidator(new ObjectValue<EvaluatePolicy, JsonElement>());
        // A body may hold null where its type says an object.
        RuleFor(r => r.Request).Must(r => (object?)r is not null).WithMessage("request says what is asked for, at least its action.");
        When(r => (object?)r.Request is not null, CheckRequest);
        RuleFor(r => r.World).Must(w => w is null || IsSmall(w.Memberships) && IsSmall(w.Broader) && IsSmall(w.PartOf) && IsSmall(w.Fulfilled))
            .WithMessage($"world holds at most {MostValues} values of at most {Longest} characters in each of its members.");
    }

    private void CheckRequest()
    {
        RuleFor(r => r.Request.Action).NotEmpty().OverridePropertyName("request.action").WithMessage("request.action says what is to be done, such as read.");
        RuleFor(r => r.Request.At).Instant().OverridePropertyName("request.at");
        RuleFor(r => r.Request.CountSoFar).GreaterThanOrEqualTo(0).OverridePropertyName("request.countSoFar").WithMessage("request.countSoFar is 0 or more.");
        RuleFor(r => r.Request).Must(r => IsSmall(r.Purposes) && IsSmall(r.Values)).WithMessage($"request holds at most {MostValues} purposes and values of at most {Longest} characters.")
            .Must(r => new[] { r.Action, r.Target, r.Assignee, r.Assigner, r.Purpose, r.Spatial, r.Recipient, r.Language }.All(t => t is not { Length: > Longest }))
            .WithMessage($"Each text of the request has at most {Longest} characters.");
    }

    private static bool IsSmall(IReadOnlyList<string>? texts) => texts is null || texts.Count <= MostValues && texts.All(IsText);

    private static bool IsSmall(IReadOnlyDictionary<string, IReadOnlyList<string>>? lists) =>
        lists is null || lists.Sum(l => ((IReadOnlyList<string>?)l.Value)?.Count ?? MostValues + 1) <= MostValues && lists.All(l => IsText(l.Key) && l.Value.All(IsText));

    private static bool IsText(string? text) => text is { Length: <= Longest };
}

public sealed class AddOfferValidator : AbstractValidator<AddOffer>
{
    public AddOfferValidator() => RuleFor(r => r.Policy).SetValidator(new ObjectValue<AddOffer, JsonElement>());
}

public sealed class ListOffersValidator : AbstractValidator<ListOffers>
{
    public ListOffersValidator()
    {
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}
