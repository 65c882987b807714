using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Areas;

/// <summary>Reads groups of areas; they are part of the reference list.</summary>
public sealed class AreaGroupQueries(AreaBook book, TimeProvider time, IValidator<ListAreaGroups> validator)
{
    public PageView<AreaGroupView> List(ListAreaGroups request)
    {
        validator.Check(request);
        return HeldList.Page([.. book.Groups.Select(ToView)], g => g.Code, Cursor.Fingerprint("area-groups"),
            new HeldPage(request.Limit, request.Cursor, request.Count), Instants.Truncate(time.GetUtcNow().UtcDateTime));
    }

    /// <summary>The group, or null when there is none.</summary>
    public AreaGroupView? Find(string code) => book.FindGroup(code) is { } group ? ToView(group) : null;

    /// <summary>Codes that are near a wrong one.</summary>
    public IReadOnlyList<string> Near(string wrong) => Nearest.To(wrong, book.Groups.Select(g => g.Code));

    private static AreaGroupView ToView(AreaGroup group) => new()
    {
        Code = group.Code,
        Name = group.Name,
        Kind = group.Kind,
        Source = group.Source,
        Edition = group.Edition,
        Members = [.. group.Members.Order(SdgCode.NaturalOrder)],
    };
}
