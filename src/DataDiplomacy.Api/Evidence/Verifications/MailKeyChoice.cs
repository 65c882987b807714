using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Evidence.MailKeys;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>The archived key of a name as it stood when something was signed, or why there is none.</summary>
/// <param name="Name">What the signature names.</param>
/// <param name="Key">The key whose time covers that of the signature; null where there is none.</param>
/// <param name="Missing">Why there is none; null where there is.</param>
public sealed record MailKeyChoice(KeyName Name, StoredMailKey? Key, string? Missing)
{
    public string RecordName => $"{Name.Selector}._domainkey.{Name.Domain}";

    /// <summary>The key for the checks of Core; null where there is none.</summary>
    public ArchivedKey? Archived => Key is null ? null : new ArchivedKey(RecordName, Key.Record, $"{WireNames.Of(Key.Source)}, known for {RangeOf(Key)}, {Key.Reference}");

    public CheckInputView? Input => Key is null ? null : new CheckInputView { Name = "key " + RecordName, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key.Record))) };

    /// <summary>Chooses among the archive: what an archive of the DNS saw counts before what somebody had kept, then what was archived first.</summary>
    public static async Task<MailKeyChoice> FindAsync(KeyName name, MailKeyQueries archive, CancellationToken cancellationToken)
    {
        var known = await archive.FindAsync(name.Domain, name.Selector, cancellationToken);
        if (known.Count == 0)
        {
            return new MailKeyChoice(name, null, $"no archived key for s={name.Selector} d={name.Domain}");
        }

        if (name.SignedAt is not { } at)
        {
            return new MailKeyChoice(name, null, $"the signature with s={name.Selector} d={name.Domain} says no time, and the message has no Date, for which a key could be chosen");
        }

        var covering = known.Where(k => k.Covers(at)).OrderByDescending(k => k.Source).ThenBy(k => k.Id, StringComparer.Ordinal).FirstOrDefault();
        return covering is null
            ? new MailKeyChoice(name, null, $"the archived key for s={name.Selector} d={name.Domain} is known for {string.Join(", ", known.Select(RangeOf).Distinct().Take(5))}, the signature is of {Instants.Format(at)}")
            : new MailKeyChoice(name, covering, null);
    }

    public static string RangeOf(StoredMailKey key) => (key.SeenFrom, key.SeenUntil) switch
    {
        (null, null) => "no time",
        ({ } from, null) => $"{Instants.Format(from)} and later",
        (null, { } until) => $"{Instants.Format(until)} and earlier",
        ({ } from, { } until) => $"{Instants.Format(from)} to {Instants.Format(until)}",
    };
}
