using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Impacts;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Catalogue.Jurisdictions;
using DataDiplomacy.Api.Catalogue.Profiles;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Catalogue.States;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Evidence.Assessments;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Observations.Anomalies;
using DataDiplomacy.Api.Observations.Correlations;
using DataDiplomacy.Api.Observations.Forecasts;
using DataDiplomacy.Api.Observations.Indicators;
using DataDiplomacy.Api.Observations.Progress;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Trends;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>The schema: each slice adds its fields to the one query type.</summary>
public sealed class ApiSchema : Schema
{
    public ApiSchema(IServiceProvider services)
        : base(services)
    {
        var query = new ObjectGraphType { Name = "Query", Description = "Reads; everything else is done at the REST door." };
        DatasetGraph.AddTo(query);
        AreaGraph.AddTo(query);
        IndicatorGraph.AddTo(query);
        SeriesGraph.AddTo(query);
        ObservationGraph.AddTo(query);
        TrendGraph.AddTo(query);
        CorrelationGraph.AddTo(query);
        AnomalyGraph.AddTo(query);
        ForecastGraph.AddTo(query);
        ProgressGraph.AddTo(query);
        RecordGraph.AddTo(query);
        ProvenanceGraph.AddTo(query);
        AgentGraph.AddTo(query);
        InterpretationGraph.AddTo(query);
        UseGraph.AddTo(query);
        ImpactGraph.AddTo(query);
        JurisdictionGraph.AddTo(query);
        AgreementGraph.AddTo(query);
        NegotiationGraph.AddTo(query);
        OfferGraph.AddTo(query);
        StateGraph.AddTo(query);
        ProfileGraph.AddTo(query);
        this.RegisterTypeMapping<DeclaredView, ProfileGraph>();
        this.RegisterTypeMapping<NegotiationMoveView, MoveGraph>();
        this.RegisterTypeMapping<HeldTermsView, HeldTermsGraph>();
        this.RegisterTypeMapping<InheritedRuleView, InheritedRuleGraph>();
        this.RegisterTypeMapping<AnomalyScanView, AnomalyScanGraph>();
        this.RegisterTypeMapping<StatementProofView, StatementProofGraph>();
        this.RegisterTypeMapping<CorrelationVariableView, CorrelationVariableGraph>();
        Query = query;
    }

    /// <summary>The schema as text, the same whenever it is the same.</summary>
    public static string Write(IServiceProvider services)
    {
        var schema = services.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema.Print(new() { IncludeDescriptions = true, IncludeDeprecationReasons = true, StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }
}
