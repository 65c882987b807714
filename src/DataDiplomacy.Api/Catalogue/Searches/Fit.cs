namespace DataDiplomacy.Api.Catalogue.Searches;

/// <summary>How well a thing fits the words, the best first; its number orders the rows of a query.</summary>
internal enum Fit
{
    Code,
    Title,
    TitleStart,
    Serves,
    Case,
    Words,
}
