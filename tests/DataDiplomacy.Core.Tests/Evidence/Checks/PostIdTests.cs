using DataDiplomacy.Core.Evidence.Checks;

namespace DataDiplomacy.Core.Tests.Evidence.Checks;

public class PostIdTests
{
    /// <summary>Ids and times as the documentation of each service shows them together.</summary>
    [Theory]
    [InlineData(PostPlatform.X, "1050118621198921728", "2018-10-10T20:19:24")]
    [InlineData(PostPlatform.Discord, "175928847299117063", "2016-04-30T11:18:25")]
    [InlineData(PostPlatform.Mastodon, "103254962155278888", "2019-12-05T11:34:47")]
    public void Reads_the_time_of_an_id(PostPlatform platform, string id, string second)
    {
        var made = PostId.Parse(platform, id)?.MadeAt();

        made?.ToString("s").ShouldBe(second);
        made?.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [InlineData(PostPlatform.X, "20")]
    [InlineData(PostPlatform.X, "29700859247")]
    [InlineData(PostPlatform.Mastodon, "4711")]
    public void Reads_no_time_from_ids_of_before(PostPlatform platform, string id) => PostId.Parse(platform, id)?.MadeAt().ShouldBeNull();

    [Theory]
    [InlineData("https://x.com/name/status/1050118621198921728", PostPlatform.X)]
    [InlineData("https://mobile.twitter.com/i/web/status/1050118621198921728?s=20", PostPlatform.X)]
    [InlineData("https://twitter.com/name/status/1050118621198921728/photo/1", PostPlatform.X)]
    [InlineData("https://discord.com/channels/1/2/1050118621198921728", PostPlatform.Discord)]
    [InlineData("https://social.example/@name/1050118621198921728", PostPlatform.Mastodon)]
    [InlineData("https://social.example/users/name/statuses/1050118621198921728", PostPlatform.Mastodon)]
    public void Reads_the_id_in_an_address(string address, PostPlatform platform) => PostId.OfAddress(address).ShouldBe(new PostId(platform, 1050118621198921728));

    [Theory]
    [InlineData("https://x.com/name")]
    [InlineData("https://x.com/name/status/99999999999999999999")]
    [InlineData("https://x.com.evil.example/name/status/1050118621198921728")]
    [InlineData("ftp://x.com/name/status/1050118621198921728")]
    [InlineData("x.com/name/status/1")]
    [InlineData("")]
    public void Finds_no_id_elsewhere(string address) => PostId.OfAddress(address).ShouldBeNull();

    [Theory]
    [InlineData(PostPlatform.X)]
    [InlineData(PostPlatform.Discord)]
    [InlineData(PostPlatform.Mastodon)]
    public void Bears_the_largest_number(PostPlatform platform) => Should.NotThrow(() => new PostId(platform, ulong.MaxValue).MadeAt());
}
