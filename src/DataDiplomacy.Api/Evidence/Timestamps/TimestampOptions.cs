using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Api.Evidence.Timestamps;

/// <summary>Section <c>Timestamps</c> of the settings: who stamps the checkpoints of the log, and how often.</summary>
public sealed partial record TimestampOptions
{
    /// <summary>Authorities that are asked for a stamp (RFC 3161, 3.4: over HTTP); with none no time-stamps are made.</summary>
    public IReadOnlyList<TimestampAuthority> Authorities { get; init; } = [];

    /// <summary>Least time between two stamps of one authority, seconds. A stamp covers all entries before it.</summary>
    public int EverySeconds { get; init; } = 600;

    /// <summary>Longest time for an answer of an authority, seconds.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>Refuses at the start what could only fail later.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message says which.</exception>
    public TimestampOptions Checked()
    {
        if (Authorities.Select(a => a.Name).Distinct(StringComparer.Ordinal).Count() != Authorities.Count)
        {
            throw new InvalidOperationException("Timestamps:Authorities: two authorities have the same name.");
        }

        foreach (var authority in Authorities)
        {
            if (!NamePattern().IsMatch(authority.Name))
            {
                throw new InvalidOperationException($"Timestamps:Authorities: the name '{authority.Name}' is not of 1 to 32 small letters, digits and hyphens.");
            }

            if (!Uri.TryCreate(authority.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                throw new InvalidOperationException($"Timestamps:Authorities: '{authority.Url}' of {authority.Name} is no http or https address.");
            }

            if (authority.Certificates().Count == 0)
            {
                throw new InvalidOperationException($"Timestamps:Authorities: the file {authority.Roots} of {authority.Name} holds no certificate. A stamp is taken only if its chain ends in a root that you pin.");
            }
        }

        return this;
    }

    [GeneratedRegex("^[a-z0-9-]{1,32}$")]
    private static partial Regex NamePattern();
}

/// <summary>A time-stamping authority.</summary>
public sealed record TimestampAuthority
{
    /// <summary>Its name in files and answers: small letters, digits, hyphens.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it takes requests.</summary>
    public string Url { get; init; } = "";

    /// <summary>File with its root certificates, as PEM: pinned, whatever the machine trusts.</summary>
    public string Roots { get; init; } = "";

    /// <summary>The policy to ask for, as object identifier; null leaves it to the authority.</summary>
    public string? Policy { get; init; }

    /// <summary>The pinned roots.</summary>
    public X509Certificate2Collection Certificates()
    {
        var roots = new X509Certificate2Collection();
        if (File.Exists(Roots))
        {
            roots.ImportFromPemFile(Roots);
        }

        return roots;
    }
}
