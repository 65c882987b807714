using System.Text.RegularExpressions;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Mail;
using FluentValidation;

namespace DataDiplomacy.Api.Evidence.MailKeys;

public sealed partial class AddMailKeyValidator : AbstractValidator<AddMailKey>
{
    private const int MostOfName = 253;

    public AddMailKeyValidator()
    {
        RuleFor(r => r.Domain).NotEmpty().WithMessage("domain is d= of the signature, such as gmail.com.").Must(IsName).WithMessage("domain is a host name of letters, digits, hyphens and dots, such as gmail.com.");
        RuleFor(r => r.Selector).NotEmpty().WithMessage("selector is s= of the signature, such as 20120113.").Must(IsName).WithMessage("selector consists of letters, digits, hyphens and dots, such as 20120113.");
        RuleFor(r => r.Value).NotEmpty().WithMessage("value is the text of the TXT record, or a public key as PEM.").Text(10_000)
            .Must(v => v is null || KeyRecord.Read(v) is not null).WithMessage("value is neither the text of a TXT record (v=DKIM1; k=rsa; p=…) nor a public key as PEM (-----BEGIN PUBLIC KEY-----).");
        RuleFor(r => r.Source).NotNull().WithMessage($"source says where the key comes from: {string.Join(", ", WireNames.All<MailKeySource>())}.");
        RuleFor(r => r.SeenFrom).Instant();
        RuleFor(r => r.SeenUntil).Instant().Must((r, until) => !Instants.TryParse(r.SeenFrom, out var from) || !Instants.TryParse(until, out var end) || from <= end)
            .WithMessage("seenUntil is not before seenFrom.");
        RuleFor(r => r.Reference).NotEmpty().WithMessage("reference says where the key can be looked up, in 1 to 500 characters.").Text(500);
    }

    private static bool IsName(string? name) => name is null || name.Length <= MostOfName && Name().IsMatch(name);

    [GeneratedRegex("^[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?([.][A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}

public sealed class ListMailKeysValidator : AbstractValidator<ListMailKeys>
{
    public ListMailKeysValidator()
    {
        RuleFor(r => r.Domain).Text(253);
        RuleFor(r => r.Selector).Text(253);
        RuleFor(r => r.Limit).PageLimit();
    }
}
