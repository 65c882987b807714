using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataDiplomacy.Api.Graph;

/// <summary>The names of the GraphQL door, derived from those of the REST door.</summary>
public static class GraphNames
{
    private const string ViewSuffix = "View";

    /// <summary><c>SeriesView</c> is <c>Series</c>, unless the view gives itself another name.</summary>
    public static string OfView(Type view)
    {
        if (view.GetCustomAttribute<GraphNameAttribute>() is { } given) return given.Name;
        return view.Name.EndsWith(ViewSuffix, StringComparison.Ordinal) && view.Name.Length > ViewSuffix.Length
            ? view.Name[..^ViewSuffix.Length]
            : view.Name;
    }

    /// <summary>The wire name of an enum member in upper snake case: <c>officialStatistics</c> is <c>OFFICIAL_STATISTICS</c>.</summary>
    public static string OfEnumMember(Type enumType, string member)
    {
        var wire = enumType.GetField(member)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name;
        return UpperSnake(wire ?? JsonNamingPolicy.CamelCase.ConvertName(member));
    }

    /// <summary>Upper snake case of a camel-case word or of a slug; digits stay with the word before them.</summary>
    public static string UpperSnake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && StartsWord(name, i)) snake.Append('_');
            snake.Append(char.IsAsciiLetterOrDigit(name[i]) ? char.ToUpperInvariant(name[i]) : '_');
        }

        return snake.ToString();
    }

    private static bool StartsWord(string name, int i)
    {
        if (char.IsAsciiLetterLower(name[i - 1]) || char.IsAsciiDigit(name[i - 1])) return true;
        return char.IsAsciiLetterUpper(name[i - 1]) && i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]);
    }
}
