using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Areas;

/// <summary>What the reference list says about an area beside its row in the database; put in order once, for all requests.</summary>
public sealed class AreaBook
{
    private readonly ReferenceData _reference;
    private readonly Dictionary<string, Area> _areas;
    private readonly Dictionary<string, AreaGroup> _groups;
    private readonly ILookup<string, string> _groupsByMember;
    private readonly ILookup<string, AreaAlias> _aliases;
    private readonly IReadOnlyList<(string Code, string Keys)> _names;

    public AreaBook(ReferenceData reference)
    {
        _reference = reference;
        _areas = reference.Areas.ToDictionary(a => a.Code, StringComparer.Ordinal);
        Groups = [.. reference.AreaGroups.OrderBy(g => g.Code, SdgCode.NaturalOrder)];
        _groups = Groups.ToDictionary(g => g.Code, StringComparer.Ordinal);
        _groupsByMember = Groups.SelectMany(g => g.Members.Select(m => (Member: m, g.Code))).ToLookup(g => g.Member, g => g.Code);
        _aliases = reference.AreaAliases.ToLookup(a => a.Code, StringComparer.Ordinal);
        _names = [.. reference.Areas.Select(a => (a.Code, Keys([a.Name, a.Code, a.Iso2, a.Iso3, .. AliasesOf(a.Code).Select(n => n.Alias)])))];
    }

    /// <summary>Groups in natural order of their codes.</summary>
    public IReadOnlyList<AreaGroup> Groups { get; }

    /// <summary>The code under which the area is kept: M49 padded or not, ISO 3166 alpha-2 and alpha-3 are read; any other code is given back in upper case.</summary>
    public string CodeOf(string code) => _reference.FindArea(code)?.Code ?? AreaCodes.Normalise(code);

    /// <summary>What the reference says about the area with exactly this code; null when it says nothing.</summary>
    public Area? Find(string code) => _areas.GetValueOrDefault(code);

    /// <summary>The group with the code, M49 padded or not, upper or lower case; null when there is none.</summary>
    public AreaGroup? FindGroup(string code) => _groups.GetValueOrDefault(AreaCodes.Normalise(code));

    public IReadOnlyList<string> GroupsOf(string code) => [.. _groupsByMember[code]];

    public IReadOnlyList<string> SuccessorsOf(string code) => _areas.TryGetValue(code, out var area) ? area.Successors : [];

    public IReadOnlyList<AreaAlias> AliasesOf(string code) => [.. _aliases[code]];

    /// <summary>Finds areas of the reference list and those given beside them.</summary>
    public AreaResolver ResolverWith(IReadOnlyCollection<Area> provisional) =>
        provisional.Count == 0 ? _reference.AreaResolver : new AreaResolver([.. _reference.Areas, .. provisional], _reference.AreaAliases);

    /// <summary>Codes of the listed areas and of the given ones in whose names or codes all words of the text begin a word.</summary>
    public IReadOnlyList<string> Matching(string text, IEnumerable<(string Code, string Name)> provisional)
    {
        var words = AreaNames.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] :
        [
            .. _names.Concat(provisional.Select(a => (a.Code, Keys: Keys([a.Name, a.Code]))))
                .Where(a => words.All(w => AreaNames.ContainsStart(a.Keys, w)))
                .Select(a => a.Code),
        ];
    }

    private static string Keys(IEnumerable<string?> names) => string.Join(' ', names.OfType<string>().Select(AreaNames.Key));
}
