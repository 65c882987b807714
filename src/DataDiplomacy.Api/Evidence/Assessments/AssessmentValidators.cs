using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>What holds for each judgement, be it the first or a second one. Neither grade defaults from the other: each is entered, with what it rests on.</summary>
public abstract class JudgementValidator<T> : AbstractValidator<T>
    where T : AddReview
{
    private const int MostBasis = 4_000;
    private const int MostAlternatives = 20;
    private const int MostAlternative = 1_000;

    private const string Links = "is a list of at most 100 records, each once, as its id or as { record, note, originGroup } with at most 1,000 characters of note and 200 of originGroup.";

    private static readonly string[] Grades = ["A", "B", "C", "D", "E", "F"];

    protected JudgementValidator()
    {
        RuleFor(r => r.SourceReliability).OneOf(Grades).NotNull().WithMessage("sourceReliability grades the source, A to F, apart from the information; F if it cannot be judged.");
        RuleFor(r => r.SourceBasis).NotEmpty().WithMessage($"sourceBasis says on what the grade of the source rests, in 1 to {MostBasis} characters.").Text(MostBasis);
        RuleFor(r => r.InformationCredibility).InclusiveBetween(1, 6).WithMessage("informationCredibility is 1 to 6.")
            .NotNull().WithMessage("informationCredibility grades the information, 1 to 6, apart from the source; 6 if it cannot be judged.");
        RuleFor(r => r.InformationBasis).NotEmpty().WithMessage($"informationBasis says on what the grade of the information rests, in 1 to {MostBasis} characters.").Text(MostBasis);
        RuleFor(r => r.Alternatives).Must(a => a is null || a.Count <= MostAlternatives && a.All(IsText))
            .WithMessage($"alternatives are at most {MostAlternatives} texts of 1 to {MostAlternative} characters each.");
        RuleFor(r => r.Alternatives).Must(a => a is { Count: > 0 }).When(r => r.Likelihood is not null)
            .WithMessage("alternatives names at least one other explanation that was considered, where a likelihood is given.");
        RuleFor(r => r.Supporting).Must(AreLinks).WithMessage("supporting " + Links);
        RuleFor(r => r.Contradicting).Must(AreLinks).WithMessage("contradicting " + Links)
            .Must((r, against) => !IdsOf(against).Intersect(IdsOf(r.Supporting)).Any()).WithMessage("contradicting names a record that supporting names too. One record does one of both; say in its note what speaks for the other.");
        RuleFor(r => r.ConflictOfInterest).Text(2_000);
    }

    private static IEnumerable<string> IdsOf(IReadOnlyList<LinkEvidence>? links) => (links ?? []).Select(l => l?.Record ?? "").Where(id => id.Length > 0);

    private static bool AreLinks(IReadOnlyList<LinkEvidence>? links) =>
        links is null || links.Count <= 100 && links.All(IsLink) && links.Select(l => l.Record).Distinct(StringComparer.Ordinal).Count() == links.Count;

    /// <summary>A list of the body may hold null, whatever its type says.</summary>
    private static bool IsLink(LinkEvidence? link) =>
        link is not null && IsText(link.Record, 100) && (link.Note is null || IsText(link.Note, 1_000)) && (link.OriginGroup is null || IsText(link.OriginGroup, 200));

    private static bool IsText(string? text) => IsText(text, MostAlternative);

    private static bool IsText(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most && !text.Contains('\0', StringComparison.Ordinal);
}

public sealed class AddReviewValidator : JudgementValidator<AddReview>;

public sealed class AddAssessmentValidator : JudgementValidator<AddAssessment>
{
    public AddAssessmentValidator()
    {
        RuleFor(r => r.Claim).NotEmpty().WithMessage("claim is a sentence that may be true or false, in 1 to 2,000 characters.").Text(2_000);
        RuleFor(r => r.Supersedes).Text(100);
    }
}

public sealed class ListClaimsValidator : AbstractValidator<ListClaims>
{
    public ListClaimsValidator()
    {
        RuleFor(r => r.Case).NotEmpty().WithMessage("case names the case whose claims are listed; GET /v1/cases lists cases.").Text(100);
        RuleFor(r => r.Limit).PageLimit();
    }
}
