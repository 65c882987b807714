using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Searches;

/// <summary>The words of a search, prepared once for SQL and for lists in memory.</summary>
internal sealed class SearchWords
{
    public SearchWords(string text)
    {
        Asked = text.Trim();
        Words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Text = string.Join(' ', Words);
        Key = AreaNames.Key(text);
    }

    /// <summary>The text as the caller wrote it.</summary>
    public string Asked { get; }

    /// <summary>The text in lower case with single spaces.</summary>
    public string Text { get; }

    /// <summary>The words in lower case.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The text without accents and punctuation.</summary>
    public string Key { get; }
}
