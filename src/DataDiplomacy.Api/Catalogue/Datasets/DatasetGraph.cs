using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>A data set with its versions.</summary>
public sealed class DatasetGraph : ViewType<DatasetView>
{
    private const int ExpectedVersions = 20;

    private const int ExpectedRoles = 10;

    public DatasetGraph()
        : base(dataset => dataset.SourceDetails)
    {
        Field<StringGraphType>("sourceDetails").Description("What is said of the source by its kind, as JSON text; null when nobody said.").Resolve(context => context.Source.SourceDetails?.GetRawText());
        AddRoles();
        Field<ViewType<DatasetTermsView>>("terms").Description("Under which terms it is held, and whether the caller may read its observations now; null when the caller may not see it any more.")
            .Resolve(context =>
            {
                var queries = context.Service<TermsQueries>();
                return context.Loader<string, DatasetTermsView>("terms", queries.OfDatasetsAsync).Load(context.Source.Id);
            });
        var versions = Field<NonNullGraphType<ConnectionOf<DatasetVersionView, ViewType<DatasetVersionView>>>>("versions").Description("Its versions, oldest first.");
        QueryLimits.Expect(ConnectionArguments.AddTo(versions), ExpectedVersions).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var dataset = context.Source;
            var request = new ListVersions { AsOf = dataset.AsOf, Limit = asked.First, Cursor = asked.After, Count = asked.Count };
            var queries = context.Service<VersionQueries>();
            if (asked.After is not null)
            {
                // A cursor belongs to one data set: there is nothing to batch.
                var page = await queries.ListAsync(dataset.Id, request, context.CancellationToken);
                return page is null ? throw new ProblemException(Problems.NotFound, $"There is no data set '{dataset.Id}' any more.") : ConnectionPages.Of(page, asked);
            }

            return context.Loader<string, PageView<DatasetVersionView>>($"first {request.Limit} versions as of {request.AsOf}, count {request.Count}",
                    (ids, cancellationToken) => queries.FirstPagesAsync(ids, request, cancellationToken))
                .Load(dataset.Id)
                .Then(page => page is null ? null : ConnectionPages.Of(page, asked));
        });
    }

    private void AddRoles() =>
        QueryLimits.Expect(
            Field<ListGraphType<NonNullGraphType<ViewType<AgentRoleView>>>>("roles").Description("Who is what to it and its versions, by the order of entry, as of the state of the data set; at most 1,000.")
                .Text("validAt", "Only roles that held on this day, `yyyy-MM-dd`; whatever was ever so when left out."),
            ExpectedRoles).Resolve(context =>
        {
            var request = new ListRoles { ValidAt = context.Text("validAt"), AsOf = context.Source.AsOf };
            var queries = context.Service<RoleQueries>();
            return context.Loader<string, IReadOnlyList<AgentRoleView>>($"roles valid at {request.ValidAt} as of {request.AsOf}", (ids, cancellationToken) => queries.OfDatasetsAsync(ids, request, cancellationToken))
                .Load(context.Source.Id);
        });

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<DatasetGraph>("dataset").Description("A data set; null when there is none that the caller may see.")
            .NeededCode("id", "Its id, such as `sdg`.").AsOf()
            .ResolveAsync(async context =>
                await context.Service<DatasetQueries>().FindAsync(context.Text("id") ?? "", context.Instant("asOf"), context.CancellationToken));
        var list = query.Field<NonNullGraphType<ConnectionOf<DatasetView, DatasetGraph>>>("datasets").Description("Data sets, by id.")
            .Text("q", "Words that id, title, description or publisher contain, ignoring case; all of them.")
            .Argument<WireEnumType<SourceKind>>("sourceKind", "The kind of source.");
        ConnectionArguments.AddTo(list).AsOf().ResolvePage((context, asked) => context.Service<DatasetQueries>().ListAsync(
            new ListDatasets
            {
                Q = context.Text("q"),
                SourceKind = context.EnumText<SourceKind>("sourceKind"),
                AsOf = context.Instant("asOf"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            },
            context.CancellationToken));
    }
}
