using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public sealed class StartNegotiationValidator : AbstractValidator<StartNegotiation>
{
    private const int MostApprovers = 20;

    public StartNegotiationValidator()
    {
        RuleFor(r => r.Dataset).NotEmpty().WithMessage("dataset names the data set, by its id.").Text(100);
        RuleFor(r => r.Consumer).Must(IsParty).WithMessage("consumer says who asks: a name of 1 to 200 characters, the kind of agent, and an absolute IRI of at most 2,000 characters if it has one.");
        RuleFor(r => r.Track).NotEmpty().WithMessage($"track is one of {string.Join(", ", NegotiationViews.Tracks)}.").OneOf(NegotiationViews.Tracks);
        RuleFor(r => r.Policy).SetValidator(new ObjectValue<StartNegotiation, JsonElement>());
        RuleFor(r => r.Motivation).Motivation();
        RuleFor(r => r.ValuesCited).Cited();
        RuleFor(r => r.Approvers).Must(a => a is null || a.Count <= MostApprovers && a.All(IsActor))
            .WithMessage($"approvers names at most {MostApprovers} keys by the actor that GET /v1/me tells, such as actor-5f70bf18a086007016e948b0.");
    }

    private static bool IsParty(IntroduceConsumer? party) => party is { Name: { Length: > 0 and <= 200 } name } && !name.Contains('\0', StringComparison.Ordinal)
        && (party.Agent is null || party.Agent.Length <= 2_000 && !party.Agent.Contains('\0', StringComparison.Ordinal) && Uri.TryCreate(party.Agent, UriKind.Absolute, out _));

    private static bool IsActor(string? actor) => actor is { Length: > 6 and <= 40 } && actor.StartsWith("actor-", StringComparison.Ordinal) && actor[6..].All(char.IsAsciiHexDigitLower);
}

public sealed class MakeMoveValidator : AbstractValidator<MakeMove>
{
    public MakeMoveValidator()
    {
        RuleFor(r => r.Policy).SetValidator(new ObjectValue<MakeMove, JsonElement?>())
            .Must((r, policy) => IsGiven(policy) || r.Move is not (NegotiationMoveKind.Request or NegotiationMoveKind.Offer)).WithMessage("policy holds the terms of a request or an offer.")
            .Must((r, policy) => !IsGiven(policy) || r.Move is NegotiationMoveKind.Request or NegotiationMoveKind.Offer or NegotiationMoveKind.Agree).WithMessage("policy goes with request, offer and agree alone.");
        RuleFor(r => r.Motivation).Motivation()
            .Must((r, motivation) => r.Reason is not { } reason || reason.Length + NegotiationSteps.ReasonEnds.Length + (motivation?.Length ?? 0) <= MoveChain.MaxMotivationLength)
            .WithMessage($"reason and motivation stand together in the move; both have at most {MoveChain.MaxMotivationLength - NegotiationSteps.ReasonEnds.Length} characters.");
        RuleFor(r => r.ValuesCited).Cited();
        RuleFor(r => r.Reason).Text(200).Must((r, reason) => reason is null || r.Move == NegotiationMoveKind.Terminate).WithMessage("reason goes with terminate alone; say why in motivation.")
            .Must(reason => reason != NegotiationTimeouts.ReasonCode).WithMessage($"The reason '{NegotiationTimeouts.ReasonCode}' is given by the server, when nobody moved in time.");
    }

    private static bool IsGiven(JsonElement? policy) => policy is { ValueKind: not JsonValueKind.Null };
}

public sealed class DecideApprovalValidator : AbstractValidator<DecideApproval>
{
    public DecideApprovalValidator() => RuleFor(r => r.Reason).Text(2_000)
        .Must((r, reason) => r.Decision != ApprovalChoice.Refuse || !string.IsNullOrWhiteSpace(reason)).WithMessage("reason says why the move is refused.");
}

public sealed class ListNegotiationsValidator : AbstractValidator<ListNegotiations>
{
    public ListNegotiationsValidator()
    {
        RuleFor(r => r.Dataset).Text(100);
        RuleFor(r => r.State).EnumName<ListNegotiations, NegotiationState>();
        RuleFor(r => r.Track).OneOf(NegotiationViews.Tracks);
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class CompareMovesValidator : AbstractValidator<CompareMoves>
{
    public CompareMovesValidator()
    {
        RuleFor(r => r.From).GreaterThan(0).WithMessage("from is the number of a move, 1 or more.");
        RuleFor(r => r.To).GreaterThan(0).WithMessage("to is the number of a move, 1 or more.");
    }
}

public sealed class VerifyMovesValidator : AbstractValidator<VerifyMoves>
{
    public VerifyMovesValidator() => RuleFor(r => r.Head).Matches("^[0-9a-f]{64}$").WithMessage("head is a hash of 64 lower-case hexadecimal digits, as the answers give it.");
}

public sealed class GetNegotiationStatisticsValidator : AbstractValidator<GetNegotiationStatistics>
{
    public GetNegotiationStatisticsValidator() => RuleFor(r => r.Dataset).Text(100);
}

public sealed class ReceiveMessageValidator : AbstractValidator<ReceiveMessage>
{
    public ReceiveMessageValidator()
    {
        RuleFor(r => r.Name).Text(200);
        RuleFor(r => r.Agent).Text(2_000);
        RuleFor(r => r.Kind).EnumName<ReceiveMessage, PartyKind>();
        RuleFor(r => r.Track).OneOf(NegotiationViews.Tracks);
    }
}

public sealed class RequestDataspaceCatalogValidator : AbstractValidator<RequestDataspaceCatalog>
{
    public RequestDataspaceCatalogValidator() => RuleFor(r => r.Limit).PageLimit();
}

/// <summary>What moves say beside their terms.</summary>
internal static class MoveRules
{
    public static IRuleBuilderOptions<T, string?> Motivation<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Text(MoveChain.MaxMotivationLength).Must(IsUnicode).WithMessage("motivation holds half a character: a surrogate that stands alone.");

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> Cited<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(c => c is null || c.Count <= MoveChain.MaxCited && c.All(r => r is { Length: > 0 and <= MoveChain.MaxReferenceLength } && !r.Contains('\0', StringComparison.Ordinal) && IsUnicode(r)))
            .WithMessage($"valuesCited are at most {MoveChain.MaxCited} references of 1 to {MoveChain.MaxReferenceLength} characters.");

    // A surrogate alone has no bytes in UTF-8, and so no hash.
    private static bool IsUnicode(string? text)
    {
        for (var i = 0; text is not null && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsSurrogatePair(text, i)) return false;
            i++;
        }

        return true;
    }
}
