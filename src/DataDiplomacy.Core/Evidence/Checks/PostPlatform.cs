namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>Services whose ids of posts hold the time at which they were made.</summary>
public enum PostPlatform
{
    /// <summary>X, formerly Twitter: milliseconds since 2010-11-04T01:42:54.657Z above 22 bits (Twitter, "Announcing Snowflake", 2010).</summary>
    X,

    /// <summary>Discord: milliseconds since 2015-01-01 above 22 bits (Discord, API Reference, "Snowflakes").</summary>
    Discord,

    /// <summary>Mastodon: milliseconds since 1970 above 16 bits (mastodon/mastodon, lib/mastodon/snowflake.rb).</summary>
    Mastodon
}
