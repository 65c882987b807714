using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>The lineage of a thing.</summary>
public static class ProvenanceGraph
{
    private const int ExpectedNodes = 20;

    public static void AddTo(ObjectGraphType query) =>
        QueryLimits.Expect(
            query.Field<ViewType<ProvenanceGraphView>>("provenance")
                .Description("The lineage of a thing, breadth first, nearest first; null when nothing is known of it that the caller may see.")
                .NeededCode("id", "Id of a version (`sdg-demo@2`), a data set, an observation or an activity, or an IRI.")
                .Argument<WireEnumType<Direction>>("direction", "The way to walk; upstream when left out.")
                .Argument<IntGraphType>("depth", "Most steps, 1 to 100; 5 when left out.")
                .Argument<IntGraphType>("nodes", "Most nodes, 1 to 10,000; 1,000 when left out.")
                .Text("validAt", "A day, `yyyy-MM-dd`: attributions and delegations that did not hold on it are left out; all when left out.")
                .Text("after", "`next` of the answer before.")
                .AsOf(),
            ExpectedNodes).ResolveAsync(async context =>
            await context.Service<ProvenanceQueries>().WalkAsync(
                context.Text("id") ?? "",
                new WalkProvenance
                {
                    Direction = context.EnumText<Direction>("direction"),
                    Depth = context.Value("depth") as int?,
                    Nodes = context.Value("nodes") as int?,
                    ValidAt = context.Text("validAt"),
                    Cursor = context.Text("after"),
                    AsOf = context.Instant("asOf"),
                },
                context.CancellationToken));

    /// <summary>Adds the lineage of the things of a type: each is a walk of its own, so that a list of many counts as what it costs.</summary>
    public static void AddTo<TView>(ViewType<TView> type, Func<TView, string> id)
        where TView : notnull =>
        QueryLimits.Expect(
            type.Field<ViewType<ProvenanceGraphView>>("provenance")
                .Description("Where it comes from, upstream and nearest first.")
                .Argument<IntGraphType>("depth", "Most steps, 1 to 100; 5 when left out.")
                .Argument<IntGraphType>("nodes", "Most nodes, 1 to 10,000; 1,000 when left out."),
            ExpectedNodes).ResolveAsync(async context =>
            await context.Service<ProvenanceQueries>().WalkAsync(
                id(context.Source), new WalkProvenance { Depth = context.Value("depth") as int?, Nodes = context.Value("nodes") as int?, AsOf = context.RootAsOf() }, context.CancellationToken));
}
