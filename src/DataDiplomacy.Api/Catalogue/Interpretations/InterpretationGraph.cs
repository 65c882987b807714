using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>Interpretations at the root.</summary>
public static class InterpretationGraph
{
    private const int Expected = 20;

    public static void AddTo(ObjectGraphType query)
    {
        var list = query.Field<NonNullGraphType<ConnectionOf<InterpretationView, ViewType<InterpretationView>>>>("interpretations")
            .Description("What named agents say of data, computed answers and evidence, by the order of entry.")
            .Code("dataset", "About this data set or what it has.")
            .Text("target", "About this very target: an address as `target.address` has it.")
            .Argument<WireEnumType<InterpretationTargetKind>>("kind", "About targets of this kind.")
            .Codes("series", "About these series.")
            .Codes("area", "About these areas by any of their codes.")
            .Code("agent", "By this agent.")
            .Argument<WireEnumType<InterpretationStance>>("stance", "What they say of the target.")
            .Text("validAt", "What agents had said by the end of this day, `yyyy-MM-dd`; whatever they said when left out.");
        QueryLimits.Expect(ConnectionArguments.AddTo(list).AsOf(), Expected).ResolvePage((context, asked) => context.Service<InterpretationQueries>().ListAsync(
            new ListInterpretations
            {
                Dataset = context.Text("dataset"),
                Target = context.Text("target"),
                Kind = context.EnumText<InterpretationTargetKind>("kind"),
                Series = context.Texts("series"),
                Area = context.Texts("area"),
                Agent = context.Text("agent"),
                Stance = context.EnumText<InterpretationStance>("stance"),
                ValidAt = context.Text("validAt"),
                AsOf = context.Instant("asOf"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }
}
