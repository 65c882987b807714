using DataDiplomacy.Core.Evidence.Mail;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.MailKeys;

/// <summary>A signing key of a mail domain that is to be archived. Anyone reads the archive: write nothing here that is not public.</summary>
public sealed record AddMailKey
{
    /// <summary>The signing domain, <c>d=</c> of the signature.</summary>
    /// <example>gmail.com</example>
    public string? Domain { get; init; }

    /// <summary>The selector, <c>s=</c> of the signature.</summary>
    /// <example>20120113</example>
    public string? Selector { get; init; }

    /// <summary>The text of the TXT record (RFC 6376, 3.6.1), or a public key as PEM; at most 10,000 characters.</summary>
    /// <example>v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKc1VQ9yZ9Ih4JFyxGqVuV1yK4y2tnK0yd1bXf3vP5VvXGjLxYF0W7yoUq1a4qvC5nQYHdQ8N5Yw0cSgSI0mUx0CAwEAAQ==</example>
    public string? Value { get; init; }

    /// <summary>Where it comes from: <c>userImport</c> if somebody had kept it, <c>dnsArchive</c> if an archive asked the DNS at the time.</summary>
    /// <example>dnsArchive</example>
    public MailKeySource? Source { get; init; }

    /// <summary>The first time at which it is known to have stood in the DNS: an instant or a date; null where that is open.</summary>
    /// <example>2012-01-13</example>
    public string? SeenFrom { get; init; }

    /// <summary>The last such time; null where that is open. A key without any time is known for none, and decides nothing.</summary>
    /// <example>2016-12-31</example>
    public string? SeenUntil { get; init; }

    /// <summary>Where it can be looked up: an address, an archive, a file; 1 to 500 characters.</summary>
    /// <example>https://archive.example/20120113._domainkey.gmail.com</example>
    public string? Reference { get; init; }
}

/// <summary>An archived key.</summary>
public sealed record MailKeyView
{
    /// <summary>The id.</summary>
    /// <example>mk-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>The signing domain, lower case.</summary>
    /// <example>gmail.com</example>
    public required string Domain { get; init; }

    /// <summary>The selector, lower case.</summary>
    /// <example>20120113</example>
    public required string Selector { get; init; }

    /// <summary>The text of the TXT record; of a key that was sent as PEM, the record that has it.</summary>
    /// <example>v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKc1VQ9yZ9Ih4JFyxGqVuV1yK4y2tnK0yd1bXf3vP5VvXGjLxYF0W7yoUq1a4qvC5nQYHdQ8N5Yw0cSgSI0mUx0CAwEAAQ==</example>
    public required string Record { get; init; }

    /// <summary>Where it comes from.</summary>
    public required MailKeySource Source { get; init; }

    /// <summary>The first time at which it is known to have stood in the DNS, UTC; null where that is open.</summary>
    /// <example>2012-01-13T00:00:00Z</example>
    public DateTime? SeenFrom { get; init; }

    /// <summary>The last such time, UTC; null where that is open.</summary>
    /// <example>2016-12-31T00:00:00Z</example>
    public DateTime? SeenUntil { get; init; }

    /// <summary>Where it can be looked up.</summary>
    /// <example>https://archive.example/20120113._domainkey.gmail.com</example>
    public required string Reference { get; init; }

    /// <summary>When it was archived here, UTC.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Who archived it here, by a pseudonym that stands for a key.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public required string Actor { get; init; }
}

/// <summary>Which archived keys to list.</summary>
public sealed record ListMailKeys
{
    /// <summary>Only those of this domain.</summary>
    /// <example>gmail.com</example>
    [FromQuery(Name = "domain")]
    public string? Domain { get; init; }

    /// <summary>Only those of this selector.</summary>
    /// <example>20120113</example>
    [FromQuery(Name = "selector")]
    public string? Selector { get; init; }

    /// <summary>Items of a page, 1 to 1,000; 100 without.</summary>
    /// <example>100</example>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}
