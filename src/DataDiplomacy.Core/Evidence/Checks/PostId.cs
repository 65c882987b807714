using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>The id of a post, from which its service lets the time be read.</summary>
/// <param name="Platform">The service.</param>
/// <param name="Number">The id.</param>
public sealed partial record PostId(PostPlatform Platform, ulong Number)
{
    private const long XEpoch = 1_288_834_974_657;
    private const long DiscordEpoch = 1_420_070_400_000;

    /// <summary>Before it, Twitter counted its posts: the last such ids were below 3 · 10^10.</summary>
    private const ulong LeastOfX = 1UL << 35;

    /// <summary>Reads a number as it stands in an address or in a content.</summary>
    /// <param name="platform">The service.</param>
    /// <param name="text">Decimal digits.</param>
    /// <returns>The id; null where the text is no number of 64 bits.</returns>
    public static PostId? Parse(PostPlatform platform, string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new PostId(platform, number) : null;

    /// <summary>Reads the id from the address of a post, such as <c>https://x.com/name/status/1050118621198921728</c>.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The id; null where the address is of no service that is known.</returns>
    public static PostId? OfAddress(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var host = uri.Host.StartsWith("www.", StringComparison.Ordinal) || uri.Host.StartsWith("mobile.", StringComparison.Ordinal) ? uri.Host[(uri.Host.IndexOf('.', StringComparison.Ordinal) + 1)..] : uri.Host;
        return host switch
        {
            "x.com" or "twitter.com" => Find(PostPlatform.X, PathOfX(), uri),
            "discord.com" or "discordapp.com" => Find(PostPlatform.Discord, PathOfDiscord(), uri),
            _ => Find(PostPlatform.Mastodon, PathOfMastodon(), uri)
        };
    }

    /// <summary>When the service made the id.</summary>
    /// <returns>UTC, to the millisecond; null where the id is older than the scheme, or beyond the calendar.</returns>
    public DateTime? MadeAt() => Platform switch
    {
        PostPlatform.X => Number < LeastOfX ? null : At(XEpoch + (long)(Number >> 22)),
        PostPlatform.Discord => At(DiscordEpoch + (long)(Number >> 22)),
        // Before 2017 Mastodon counted its posts: such ids are of the first hours of 1970.
        _ => Number >> 16 < 1_000_000_000_000 ? null : At((long)(Number >> 16))
    };

    private static DateTime? At(long milliseconds) =>
        milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime : null;

    private static PostId? Find(PostPlatform platform, Regex path, Uri uri) =>
        path.Match(uri.AbsolutePath) is { Success: true } found ? Parse(platform, found.Groups[1].Value) : null;

    [GeneratedRegex(@"^/[A-Za-z0-9_/]+/status(?:es)?/([0-9]{1,20})(?:/|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathOfX();

    [GeneratedRegex("^/channels/(?:@me|[0-9]{1,20})/[0-9]{1,20}/([0-9]{1,20})/?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathOfDiscord();

    [GeneratedRegex("^/(?:@[^/]+|users/[^/]+/statuses)/([0-9]{17,20})/?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathOfMastodon();
}
