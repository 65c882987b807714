using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Catalogue.Negotiations;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>An agreement; its terms are a text, since GraphQL has no form for JSON.</summary>
public sealed class AgreementGraph : ViewType<AgreementView>
{
    public AgreementGraph()
        : base(a => a.Policy) =>
        Field<NonNullGraphType<StringGraphType>>("policy").Description("The terms: an agreement in one normal form of ODRL 2.2, as JSON text.").Resolve(context => context.Source.Policy.ToJsonString());

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<AgreementGraph>("agreement").Description("An agreement; null when there is none that the caller may see, who is a party of it or an editor.")
            .NeededCode("id", "The agreement.")
            .ResolveAsync(async context => await context.Service<AgreementQueries>().FindAsync(context.Text("id") ?? "", context.CancellationToken));
        var list = query.Field<NonNullGraphType<ConnectionOf<AgreementView, AgreementGraph>>>("agreements").Description("Agreements that the caller may see, oldest first: as a party of them, or as an editor.")
            .Code("dataset", "Those on this data set.")
            .Argument<WireEnumType<AgreementState>>("state", "Those in this state.");
        ConnectionArguments.AddTo(list).ResolvePage((context, asked) => context.Service<AgreementQueries>().ListAsync(
            new ListAgreements { Dataset = context.Text("dataset"), State = context.EnumText<AgreementState>("state"), Limit = asked.First, Cursor = asked.After, Count = asked.Count },
            context.CancellationToken));
        query.Field<ListGraphType<NonNullGraphType<ViewType<TransferView>>>>("transfers").Description("The transfers under an agreement, oldest first; null when there is no such agreement that the caller may see.")
            .NeededCode("agreement", "The agreement.")
            .ResolveAsync(async context => (await context.Service<TransferQueries>().ListAsync(context.Text("agreement") ?? "", context.CancellationToken))?.Items);
        query.Field<ViewType<TransferView>>("transfer").Description("A transfer with its moves; null when there is none that the caller may see.")
            .NeededCode("agreement", "The agreement.").Argument<NonNullGraphType<IntGraphType>>("number", "Its number under the agreement.")
            .ResolveAsync(async context => (await context.Service<TransferQueries>().FindAsync(context.Text("agreement") ?? "", context.GetArgument<int>("number"), context.CancellationToken))?.Transfer);
    }
}
