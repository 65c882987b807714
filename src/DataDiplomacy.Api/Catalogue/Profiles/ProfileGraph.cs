using DataDiplomacy.Api.Graph;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>What is declared of a version; what is said of the source is a text, since GraphQL has no form for JSON.</summary>
public sealed class ProfileGraph : ViewType<DeclaredView>
{
    public ProfileGraph()
        : base(d => d.SourceDetails) =>
        Field<StringGraphType>("sourceDetails").Description("What is said of the source by its kind, as JSON text; null when nobody said.").Resolve(context => context.Source.SourceDetails?.GetRawText());

    public static void AddTo(ObjectGraphType query) =>
        query.Field<ViewType<ProfileView>>("datasetProfile").Description("The four Vs of a version, measured; null when there is none that the caller may see.")
            .NeededCode("id", "The data set.").Argument<IntGraphType>("version", "Number of the version; the newest when left out.")
            .ResolveAsync(async context => await context.Service<ProfileQueries>().FindAsync(context.Text("id") ?? "", new GetProfile { Version = context.GetArgument<int?>("version") }, context.CancellationToken));
}
