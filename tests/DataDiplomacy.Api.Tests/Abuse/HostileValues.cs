using System.Globalization;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>Values that parsers, databases, file systems and browsers have stumbled over.</summary>
internal static class HostileValues
{
    private static readonly string[] Texts =
    [
        "", " ", "\t", "\n", "\r\nX-Injected: 1", "\0", "a\0b", "'", "''", "\"", "`", "\\", "%", "_", "%25", "%00", "' OR 1=1 --", "'; DROP TABLE dataset; --", "1 UNION SELECT * FROM access_key",
        "../../etc/passwd", "..\\..\\windows\\win.ini", "/etc/passwd", "file:///etc/passwd", "C:\\", "${jndi:ldap://x}", "{{7*7}}", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1", "@x", "--",
        "null", "undefined", "true", "false", "NaN", "Infinity", "-0", "0", "-1", "1", "00", "0x10", "1e3", "1e309", "5e-324", "0.1", "1,5", "2147483647", "2147483648", "-2147483649",
        "9223372036854775808", "99999999999999999999999999", "٣", "１", "é", "e\u0301", "ﬀ", "İ", "ß", "\u200B", "\uFEFF", "\u202Eabc", "\uFFFF", "日本語", "😀", "👩‍👩‍👧‍👦", "🇰🇪", "\U0010FFFF",
        "0000", "0001", "9999", "10000", "-2020", "2020-02-30", "2020-13", "2020-W53", "2020-W54", "2020-Q5", "2020-S3", "2020-M00", "2020-M13", "2020-A1", "2020-D366", "2020-D367", "2020/2021", "2020-01-01/P1M",
        "2020-01-01T00:00:00", "2020-01-01T24:00:00Z", "2020-01-01T23:59:60Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "+002020-01-01",
        ",", ",,", "A,A,A", ";", "*", "all", "[]", "{}", "[[[[", "{\"a\":", "\"\"", "eyJxdWVyeSI6IkEifQ", "bnVsbA", "e30", "W10", "====", "exact", "EXACT", "Json", "json ", "csv", "svg", "xlsx", "application/json",
    ];

    public static string Text(Random random) => random.Next(12) switch
    {
        0 => new string(Pick(random, ["a", "9", "é", "😀", ",", "[", "%", "\0"])[0], random.Next(1, 2_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => char.ConvertFromUtf32(random.Next(0, 0xD7FF)))),
        2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
        3 => string.Join(',', Enumerable.Range(0, random.Next(90, 110))),
        _ => Pick(random, Texts),
    };

    public static JsonNode? Json(Random random, int depth = 0) => random.Next(depth > 4 ? 6 : 9) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-3, 3),
        3 => Pick(random, [1e308, -1e308, 5e-324, 0.1, 1e15, 9_007_199_254_740_993]),
        4 or 5 => Text(random),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => Json(random, depth + 1))]),
        7 => new JsonArray([.. Enumerable.Range(0, random.Next(0, 40)).Select(_ => JsonValue.Create(random.NextDouble()))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(0, 5)).Select(i => KeyValuePair.Create($"{Text(random)}{i}", Json(random, depth + 1)))),
    };

    public static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
