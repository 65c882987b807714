using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>A statement of a walk as the caller may know it.</summary>
/// <param name="Row">It, as it is held.</param>
/// <param name="Statement">What of it is told; null where nothing can be.</param>
/// <param name="Bundle">IRI of the bundle, as it is stored; null outside any, or where that is withheld.</param>
internal sealed record ToldStatement(HeldRow Row, ProvStatement? Statement, string? Bundle)
{
    /// <summary>The names in a statement that need not be those of things that the walk showed.</summary>
    public static IEnumerable<string> NamesIn(ProvStatement statement) => statement.Arguments.Where((_, i) => statement.Shape.Arguments[i].Role != ProvRole.Time).Append(statement.Id)
        .Concat(statement.Attributes.Where(a => a.Value.IsName).Select(a => a.Value.Text)).OfType<string>();

    /// <summary>A statement without what is withheld; one in a bundle that is withheld is not told at all.</summary>
    public static ToldStatement Of(HeldRow row, ProvStatement statement, IReadOnlySet<string> withheld) =>
        row.Bundle is { } bundle && withheld.Contains(bundle) ? new ToldStatement(row, null, null) : new ToldStatement(row, statement.Without(withheld.Contains), row.Bundle);
}
