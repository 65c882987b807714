using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace DataDiplomacy.Api.Graph;

/// <summary>The scalar <c>DateTime</c>: an instant, written in UTC as RFC 3339 with <c>Z</c>.</summary>
public sealed class InstantType : DateTimeGraphType
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly string[] Read = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd"];

    public InstantType()
    {
        Name = "DateTime";
        Description = "An instant as in RFC 3339, written in UTC: `2026-01-31T12:00:00Z`. "
            + "An offset is read and converted; a date alone means 00:00 UTC of that day.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Parse(text.Value.ToString()),
        _ => ThrowLiteralConversionError(value),
    };

    public override bool CanParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => true,
        GraphQLStringValue text => TryParse(text.Value.ToString(), out _),
        _ => false,
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Parse(text),
        _ => ThrowValueConversionError(value),
    };

    public override bool CanParseValue(object? value) => value is null || (value is string text && TryParse(text, out _));

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => Write(instant.UtcDateTime),
        DateTime { Kind: DateTimeKind.Local } local => Write(local.ToUniversalTime()),
        // Instants are kept in UTC; databases hand them back without a kind.
        DateTime instant => Write(instant),
        _ => ThrowSerializationError(value),
    };

    private static string Write(DateTime utc) => utc.ToString(Written, CultureInfo.InvariantCulture);

    private static DateTime Parse(string text) => TryParse(text, out var instant)
        ? instant
        : throw new FormatException($"'{text}' is neither an instant such as 2026-01-31T12:00:00Z nor a date such as 2026-01-31.");

    private static bool TryParse(string text, out DateTime instant)
    {
        var read = DateTimeOffset.TryParseExact(text, Read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        instant = value.UtcDateTime;
        return read;
    }
}
