using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Checks;
using DataDiplomacy.Core.Evidence.Custody;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>The time in the id of a post against the claimed one, and against the time that the content states.</summary>
public sealed class PostIdCheck : IRecordCheck
{
    /// <summary>Services state whole seconds, and make the id when they store a post.</summary>
    private static readonly TimeSpan OfContent = TimeSpan.FromSeconds(5);

    public IReadOnlyList<CheckDescription> Checks { get; } =
    [
        new()
        {
            Code = CheckCode.PostIdTime, Group = CheckGroup.Content, Method = "Snowflake ids of X (2010), Discord (2015) and Mastodon (2017)", MethodVersion = "1", Tool = CheckTools.Own, Kinds = [EvidenceKind.SocialMessage],
            Limits = "Does not show that a post with this id was ever made, nor by whom, nor that its text was not edited: anyone can write a number.",
        },
    ];

    public long? MostBytes => 64 * 1024 * 1024;

    public async Task<IReadOnlyList<CheckFinding>> RunAsync(CheckedRecord record, CancellationToken cancellationToken)
    {
        using var document = JsonContent.ReadObject(await record.ReadAsync(cancellationToken));
        var post = document is null ? (JsonElement?)null : PostOf(document.RootElement);
        return [Find(record, post) with { Inputs = [record.Content] }];
    }

    private static CheckFinding Find(CheckedRecord record, JsonElement? post)
    {
        var addressed = record.Detail.SourceUrl is { } address ? PostId.OfAddress(address) : null;
        var number = post is { } content ? NumberOf(content) : null;
        var stated = number is null || (addressed?.Platform ?? PlatformOf(post)) is not { } platform ? null : PostId.Parse(platform, number);
        if (addressed is not null && stated is not null && addressed != stated)
        {
            return Of(CheckOutcome.Fail, string.Create(CultureInfo.InvariantCulture, $"The address is that of post {addressed.Number}, the content that of post {stated.Number}."));
        }

        if ((addressed ?? stated) is not { } id)
        {
            return Of(CheckOutcome.Inconclusive, "Neither the address nor the content has the id of a post of a service that is known (X, Discord, Mastodon).");
        }

        return id.MadeAt() is { } made ? Hold(record, post, id, made) : Of(CheckOutcome.Inconclusive, string.Create(CultureInfo.InvariantCulture, $"The id {id.Number} holds no time: it is older than the scheme, or of another."));
    }

    private static CheckFinding Hold(CheckedRecord record, JsonElement? post, PostId id, DateTime made)
    {
        var claim = record.HoldTime(CheckCode.PostIdTime, InstantRange.At(made), "The time of the id");
        MeasuredView[] measured =
        [
            new() { Name = "platform", Value = WireNames.Of(id.Platform) },
            new() { Name = "id", Value = id.Number.ToString(CultureInfo.InvariantCulture) },
            new() { Name = "timeOfId", Value = Instants.Format(made) },
        ];
        var written = post is { } content ? JsonContent.Instant(content, "created_at") ?? JsonContent.Instant(content, "timestamp") : null;
        var reproduce = id.Platform is PostPlatform.Mastodon ? "(id >> 16) ms since 1970-01-01" : $"(id >> 22) + {(id.Platform is PostPlatform.X ? "1288834974657" : "1420070400000")} ms since 1970-01-01";
        if (written is not { } at)
        {
            return claim with { Measured = [.. measured, .. claim.Measured], Reproduce = reproduce };
        }

        var agrees = (at - made).Duration() <= OfContent;
        var outcome = !agrees ? CheckOutcome.Fail : claim.Outcome is CheckOutcome.NotApplicable ? CheckOutcome.Pass : claim.Outcome;
        return new CheckFinding(CheckCode.PostIdTime, outcome, $"{claim.Reason} The content states {Instants.Format(at)}, which {(agrees ? "agrees with" : "contradicts")} the id.")
        {
            Measured = [.. measured, new() { Name = "timeInContent", Value = Instants.Format(at) }, .. claim.Measured],
            Reproduce = reproduce,
        };
    }

    /// <summary>Version 2 of the API of X wraps a post in <c>data</c>.</summary>
    private static JsonElement PostOf(JsonElement root) => JsonContent.Member(root, "data") is { ValueKind: JsonValueKind.Object } data && JsonContent.Member(root, "id") is null ? data : root;

    private static string? NumberOf(JsonElement post)
    {
        if (JsonContent.Text(post, "id_str") is { } text)
        {
            return text;
        }

        return JsonContent.Member(post, "id") is { ValueKind: JsonValueKind.Number } id ? id.GetRawText() : JsonContent.Text(post, "id");
    }

    /// <summary>Tells the service by members that the others do not have.</summary>
    private static PostPlatform? PlatformOf(JsonElement? post)
    {
        if (post is not { } content)
        {
            return null;
        }

        if (Has(content, "id_str") || Has(content, "edit_history_tweet_ids"))
        {
            return PostPlatform.X;
        }

        if (Has(content, "channel_id") && Has(content, "timestamp"))
        {
            return PostPlatform.Discord;
        }

        return Has(content, "uri") && Has(content, "account") ? PostPlatform.Mastodon : null;
    }

    private static bool Has(JsonElement post, string name) => JsonContent.Member(post, name) is not null;

    private static CheckFinding Of(CheckOutcome outcome, string reason) => new(CheckCode.PostIdTime, outcome, reason);
}
