using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Areas;

/// <summary>Areas at the root; an area has no edges of its own.</summary>
public static class AreaGraph
{
    public static void AddTo(ObjectGraphType query)
    {
        query.Field<ViewType<AreaView>>("area").Description("An area; null when the code means none.")
            .NeededCode("code", "M49 code, padded or not, or ISO 3166-1 alpha-2 or alpha-3 code.")
            .ResolveAsync(async context => await context.Service<AreaQueries>().FindAsync(context.Text("code") ?? "", context.CancellationToken));
        var list = query.Field<NonNullGraphType<ConnectionOf<AreaView, ViewType<AreaView>>>>("areas")
            .Description("Areas: those of the reference list by M49 code, then those that only data files name.")
            .Text("q", "Words with which a word of a name or a code begins; all of them.")
            .Text("group", "Groups, separated by commas: members of any of them. M49 code of a region, or `LDC`, `LLDC`, `SIDS`.")
            .Argument<ListGraphType<NonNullGraphType<WireEnumType<AreaType>>>>("type", "Kinds of area, any of them.");
        ConnectionArguments.AddTo(list).ResolvePage((context, asked) => context.Service<AreaQueries>().ListAsync(
            new ListAreas
            {
                Q = context.Text("q"),
                Group = context.Text("group") is { } group ? [group] : null,
                Type = context.EnumTexts<AreaType>("type"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }
}
