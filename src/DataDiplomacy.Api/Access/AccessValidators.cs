using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Access;

public sealed class ListKeysValidator : AbstractValidator<ListKeys>
{
    public ListKeysValidator() => RuleFor(r => r.Limit).PageLimit();
}

public sealed class CreateKeyValidator : AbstractValidator<CreateKey>
{
    private const int MostOrigins = 20;

    public CreateKeyValidator()
    {
        RuleFor(r => r.Name).NotEmpty().WithMessage("name says who holds the key, in 1 to 200 characters.").Text(200);
        RuleFor(r => r.Role).IsInEnum();
        RuleFor(r => r.ExpiresAt).Instant();
        RuleFor(r => r.Case).Text(100);
        RuleFor(r => r.Origins).Must(o => o is null || o.Count <= MostOrigins).WithMessage($"A key has at most {MostOrigins} origins.")
            .Must(o => o is null || o.All(IsOrigin)).WithMessage("An origin is written as browsers send it: https://dash.example, with the port if it is not the usual one, and no path.");
    }

    /// <summary>Scheme, host and port as a browser serialises them (RFC 6454, section 6.2).</summary>
    private static bool IsOrigin(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == origin;
}
