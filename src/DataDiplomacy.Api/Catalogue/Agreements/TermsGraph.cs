using DataDiplomacy.Api.Graph;
using GraphQL.Types;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>An agreement under which a data set is held; its policy is a text, since GraphQL has no form for JSON.</summary>
public sealed class HeldTermsGraph : ViewType<HeldTermsView>
{
    public HeldTermsGraph()
        : base(t => t.Policy) =>
        Field<NonNullGraphType<StringGraphType>>("policy").Description("Its terms as a policy of ODRL 2.2, as JSON text; without the parties for those who may not see the agreement.")
            .Resolve(context => context.Source.Policy.ToJsonString());
}

/// <summary>A rule that data took over; in ODRL as a text, since GraphQL has no form for JSON.</summary>
public sealed class InheritedRuleGraph : ViewType<InheritedRuleView>
{
    public InheritedRuleGraph()
        : base(r => r.Rule) =>
        Field<NonNullGraphType<StringGraphType>>("rule").Description("The rule, or the constraint, in ODRL, as JSON text.").Resolve(context => context.Source.Rule.ToJsonString());
}
