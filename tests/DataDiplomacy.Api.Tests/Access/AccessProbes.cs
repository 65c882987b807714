namespace DataDiplomacy.Api.Tests.Access;

/// <summary>One request for each route, and the arguments that each GraphQL field needs. What is missing here is missing in the table, which fails the walk.</summary>
internal static class AccessProbes
{
    private const string Registration = """{ "id": "{new}", "title": "t", "sourceKind": "text", "licence": "l", "redistribution": "open", "handling": "public" }""";

    private const string Upload =
        "--walk\r\nContent-Disposition: form-data; name=record\r\n\r\n{ \"kind\": \"document\", \"title\": \"t\", \"sensitivity\": \"{sensitivity}\" }\r\n"
        + "--walk\r\nContent-Disposition: form-data; name=content; filename=t.txt\r\n\r\ntext\r\n--walk--\r\n";

    private const string RedactedUpload =
        "--walk\r\nContent-Disposition: form-data; name=redaction\r\n\r\n{ \"title\": \"t\", \"sensitivity\": \"{sensitivity}\", \"reason\": \"personalData\", \"authority\": \"a\", \"removed\": [{ \"kind\": \"page\", \"where\": \"1\" }] }\r\n"
        + "--walk\r\nContent-Disposition: form-data; name=content; filename=t.txt\r\n\r\ntext without\r\n--walk--\r\n";

    private const string Judgement =
        """ "sourceReliability": "F", "sourceBasis": "b", "informationCredibility": 6, "informationBasis": "b" """;

    private const string Terms = """{ "@type": "Offer", "@id": "urn:walk", "permission": [ { "action": "use" } ] }""";

    private const string Request = """{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "ContractRequestMessage", "consumerPid": "urn:{new}", "callbackAddress": "https://example.org", """
        + """ "offer": { "@type": "Offer", "@id": "urn:walk", "target": "http://localhost:5080/v1/datasets/{set}", "permission": [ { "action": "use" } ] } }""";

    public static readonly IReadOnlyDictionary<string, AccessProbe> Routes = new Dictionary<string, AccessProbe>
    {
        ["GET /"] = Public("/"),
        ["GET /home/{file}"] = Public("/home/home.css"),
        ["GET /openapi/v1.json"] = Public("/openapi/v1.json"),
        ["GET /health/live"] = Public("/health/live"),
        ["GET /health/ready"] = Public("/health/ready"),
        ["GET /graphiql"] = Public("/graphiql"),
        ["GET /graphiql/{file}"] = Public("/graphiql/start.css"),
        ["GET /swagger/start.css"] = Public("/swagger/start.css"),
        ["GET /swagger/start.js"] = Public("/swagger/start.js"),
        ["POST /graphql"] = new("/graphql", """{ "query": "{ datasets(q: \"{mark}\") { nodes { id } } }" }""") { Shows = "{set}" },
        ["GET /v1/me"] = Public("/v1/me"),
        ["GET /v1/audit"] = Public("/v1/audit?limit=1"),
        ["GET /v1/keys"] = Public("/v1/keys?limit=1"),
        ["POST /v1/keys"] = new("/v1/keys", """{ "name": "of the walk", "role": "reader" }""", IsAboutData: false),
        ["DELETE /v1/keys/{id}"] = new("/v1/keys/{key}", IsAboutData: false),
        ["GET /v1/datasets"] = new("/v1/datasets?limit=1000") { Shows = "{set}\"" },
        ["POST /v1/datasets"] = new("/v1/datasets", Registration, IsAboutData: false),
        ["GET /v1/datasets/{id}"] = new("/v1/datasets/{set}"),
        ["PUT /v1/datasets/{id}"] = new("/v1/datasets/{empty}", """{ "title": "t", "sourceKind": "text", "licence": "l", "redistribution": "open", "handling": "{label}" }"""),
        ["DELETE /v1/datasets/{id}"] = new("/v1/datasets/{empty}"),
        ["GET /v1/datasets/{id}/versions"] = new("/v1/datasets/{set}/versions"),
        ["GET /v1/datasets/{id}/versions/{n:int}/proof"] = new("/v1/datasets/{set}/versions/1/proof"),
        ["GET /v1/datasets/{id}/versions/{n:int}"] = new("/v1/datasets/{set}/versions/1"),
        ["GET /v1/datasets/{id}/versions/{a:int}/diff/{b:int}"] = new("/v1/datasets/{set}/versions/1/diff/2"),
        ["POST /v1/datasets/{id}/imports"] = new("/v1/datasets/{empty}/imports?format=unsd-csv", "SeriesCode,GeoAreaCode,TimePeriod,Value\nA,404,2010,1", "text/csv"),
        ["GET /v1/imports/{importId}"] = new("/v1/imports/{import}"),
        ["GET /v1/imports/{importId}/rejected"] = new("/v1/imports/{import}/rejected"),
        ["GET /v1/imports/{importId}/events"] = new("/v1/imports/{import}/events"),
        ["GET /v1/areas"] = new("/v1/areas?limit=1000") { Shows = "\"{area}\"" },
        ["GET /v1/areas/resolve"] = new("/v1/areas/resolve?q={area}") { Shows = "\"{area}\"" },
        ["GET /v1/areas/{code}"] = new("/v1/areas/{area}"),
        ["GET /v1/area-groups"] = Public("/v1/area-groups"),
        ["GET /v1/area-groups/{code}"] = Public("/v1/area-groups/LDC"),
        ["GET /v1/frameworks"] = Public("/v1/frameworks"),
        ["GET /v1/frameworks/{framework}/goals"] = Public("/v1/frameworks/sdg/goals"),
        ["GET /v1/frameworks/{framework}/targets"] = Public("/v1/frameworks/sdg/targets"),
        ["GET /v1/frameworks/{framework}/indicators"] = new("/v1/frameworks/sdg/indicators?goal=1") { Shows = "\"{series}\"" },
        ["GET /v1/indicators"] = new("/v1/indicators?goal=1") { Shows = "\"{series}\"" },
        ["GET /v1/indicators/{code}"] = new("/v1/indicators/1.1.1") { Shows = "\"{series}\"" },
        ["GET /v1/codelists"] = Public("/v1/codelists"),
        ["GET /v1/codelists/{id}"] = new("/v1/codelists/{list}"),
        ["GET /v1/search"] = new("/v1/search?q={mark}") { Shows = "\"{series}\"" },
        ["GET /v1/series"] = new("/v1/series?limit=1000") { Shows = "\"{series}\"" },
        ["GET /v1/series/{code}"] = new("/v1/series/{series}"),
        ["GET /v1/series/{code}/facets"] = new("/v1/series/{series}/facets"),
        ["GET /v1/observations"] = new("/v1/observations?limit=1000") { Shows = "\"{series}\"" },
        ["GET /v1/observations/history"] = new("/v1/observations/history?series={series}&area={area}&period=2010"),
        ["GET /v1/trends"] = new("/v1/trends?series={series}&area={area}"),
        ["GET /v1/trends/scan"] = new("/v1/trends/scan?dataset={set}") { Shows = "\"{series}\"" },
        ["GET /v1/correlations"] = new("/v1/correlations?series={series},{series}_B&area={area}"),
        ["GET /v1/anomalies"] = new("/v1/anomalies?series={series}&area={area}"),
        ["GET /v1/forecasts"] = new("/v1/forecasts?series={series}&area={area}"),
        ["GET /v1/statistics"] = Public("/v1/statistics"),
        ["GET /v1/statistics/{method}"] = Public("/v1/statistics/mann_kendall"),
        ["GET /log/checkpoint"] = Public("/log/checkpoint"),
        ["GET /log/vkey"] = Public("/log/vkey"),
        ["GET /log/custodian.pem"] = Public("/log/custodian.pem"),
        ["GET /log/witnesses"] = Public("/log/witnesses"),
        ["POST /log/cosignatures"] = new("/log/cosignatures", """{ "checkpoint": "{note}" }""", IsAboutData: false),
        ["GET /log/timestamps"] = Public("/log/timestamps"),
        ["GET /log/timestamps/{size:long}/{file}"] = Public("/log/timestamps/{checkpoint}/checkpoint"),
        ["GET /log/tile/{**path}"] = Public("/log/tile/0/000.p/1"),
        ["POST /v1/evidence"] = new("/v1/evidence", Upload, "multipart/form-data; boundary=walk"),
        ["GET /v1/evidence"] = new("/v1/evidence?limit=1000") { Shows = "{record}" },
        ["POST /v1/evidence/verify"] = new("/v1/evidence/verify", """{ "sha256": "{digest}" }""") { Shows = "{record}" },
        ["GET /v1/evidence/{id}"] = new("/v1/evidence/{record}"),
        ["GET /v1/evidence/{id}/content"] = new("/v1/evidence/{record}/content"),
        ["GET /v1/evidence/{id}/custody"] = new("/v1/evidence/{record}/custody"),
        ["POST /v1/evidence/{id}/custody"] = new("/v1/evidence/{record}/custody", """{ "type": "copied", "reason": "of the walk" }"""),
        ["GET /v1/evidence/{id}/proof"] = new("/v1/evidence/{record}/proof"),
        ["GET /v1/evidence/{id}/package"] = new("/v1/evidence/{record}/package"),
        ["GET /v1/cases/{id}/package"] = new("/v1/cases/{set}/package"),
        ["POST /v1/evidence/{id}/verifications"] = new("/v1/evidence/{record}/verifications", """{ "profile": "integrityOnly" }"""),
        ["GET /v1/evidence/{id}/verifications"] = new("/v1/evidence/{record}/verifications"),
        ["GET /v1/sdg/progress"] = new("/v1/sdg/progress?series={series}&area={area}"),
        ["GET /v1/sdg/progress/goals"] = new("/v1/sdg/progress/goals?area={area}&dataset={set}"),
        ["GET /v1/sdg/targets"] = Public("/v1/sdg/targets?limit=1"),
        ["GET /v1/sdg/targets/{series}"] = Public("/v1/sdg/targets/SH_DYN_MORT"),
        ["PUT /v1/sdg/targets/{series}"] = new("/v1/sdg/targets/{series}", """{ "direction": "increase", "target": 5, "source": "of the walk" }""", IsAboutData: false),
        ["GET /v1/agents"] = new("/v1/agents?limit=1000") { Shows = "\"{agent}\"" },
        ["POST /v1/agents"] = new("/v1/agents", """{ "id": "{new}", "kind": "ngo", "name": "n" }""", IsAboutData: false),
        ["GET /v1/agents/{id}"] = new("/v1/agents/{agent}"),
        ["PUT /v1/agents/{id}"] = new("/v1/agents/{agent}", """{ "kind": "ngo", "name": "n", "handling": "{label}", "country": "404" }"""),
        ["GET /v1/agents/{id}/roles"] = new("/v1/agents/{agent}/roles"),
        ["POST /v1/agents/{id}/acts-for"] = new("/v1/agents/{agent}/acts-for", """{ "agent": "{other}" }"""),
        ["POST /v1/agents/{id}/acts-for/{fact:long}/end"] = new("/v1/agents/{agent}/acts-for/{delegation}/end", "{}"),
        ["GET /v1/datasets/{id}/profile"] = new("/v1/datasets/{set}/profile"),
        ["GET /v1/datasets/{id}/terms"] = new("/v1/datasets/{set}/terms"),
        ["GET /v1/datasets/{id}/states"] = new("/v1/datasets/{set}/states"),
        ["GET /v1/datasets/{id}/roles"] = new("/v1/datasets/{set}/roles") { Shows = "\"{agent}\"" },
        ["POST /v1/datasets/{id}/roles"] = new("/v1/datasets/{set}/roles", """{ "agent": "{agent}", "role": "owner", "from": "{day}", "to": "{day}" }"""),
        ["POST /v1/datasets/{id}/roles/{fact:long}/end"] = new("/v1/datasets/{set}/roles/{role}/end", "{}"),
        ["GET /v1/provenance/{id}"] = new("/v1/provenance/{set}@1"),
        ["POST /v1/provenance"] = new("/v1/provenance", """{ "entity": { "urn:walk:{set}": {} } }""", IsAboutData: false),
        ["POST /v1/lineage"] = new("/v1/lineage", """{ "eventTime": "2026-11-01T10:00:00Z", "producer": "https://walk.example", "schemaURL": "https://walk.example", "job": { "namespace": "walk", "name": "{new}" } }""", IsAboutData: false),
        ["POST /v1/provenance/validate"] = new("/v1/provenance/validate", """{ "entity": { "urn:walk": {} } }""", IsAboutData: false),
        ["DELETE /v1/provenance/statements/{statement:long}"] = new("/v1/provenance/statements/{statement}", IsAboutData: false),
        ["GET /v1/lineage/{id}"] = new("/v1/lineage/activity-{import}"),
        ["POST /v1/catalogs"] = new("/v1/catalogs", """{ "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/" }, "@id": "https://walk.example/{new}", "@type": "dcat:Dataset", "dct:title": "t" }""", "application/ld+json", IsAboutData: false),
        ["POST /catalog/request"] = new("/catalog/request?limit=1000", """{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "CatalogRequestMessage" }""", "application/json") { Shows = "{set}\"" },
        ["GET /catalog/datasets/{id}"] = new("/catalog/datasets/{set}"),
        ["GET /catalog"] = new("/catalog") { Shows = "{set}" },
        ["GET /v1/datasets/{id}/catalog"] = new("/v1/datasets/{set}/catalog"),
        ["GET /v1/mail-keys"] = Public("/v1/mail-keys?limit=1"),
        ["POST /v1/mail-keys"] = new("/v1/mail-keys", """{ "domain": "a.example", "selector": "s", "value": "v=DKIM1; p=", "source": "userImport", "reference": "of the walk" }""", IsAboutData: false),
        ["POST /v1/evidence/{id}/redactions"] = new("/v1/evidence/{record}/redactions", RedactedUpload, "multipart/form-data; boundary=walk"),
        ["POST /v1/evidence/{id}/sensitivity"] = new("/v1/evidence/{doomed}/sensitivity", """{ "sensitivity": "protectedWitness", "reason": "of the walk" }"""),
        ["POST /v1/evidence/{id}/erasure"] = new("/v1/evidence/{record}/erasure", """{ "reason": "of the walk", "legalBasis": "none" }"""),
        ["POST /v1/evidence/{id}/erasure/agreement"] = new("/v1/evidence/{doomed}/erasure/agreement", """{ "reason": "of the walk" }"""),
        ["GET /v1/evidence/{id}/assessments"] = new("/v1/evidence/{record}/assessments"),
        ["POST /v1/evidence/{id}/assessments"] = new("/v1/evidence/{record}/assessments", "{ \"claim\": \"c\"," + Judgement + "}"),
        ["POST /v1/evidence/{id}/assessments/{assessment}/reviews"] = new("/v1/evidence/{record}/assessments/{assessment}/reviews", "{" + Judgement + "}"),
        ["GET /v1/claims"] = new("/v1/claims?case={set}") { Shows = "{record}" },
        ["GET /v1/cases"] = new("/v1/cases?limit=1000") { Shows = "\"{set}\"" },
        ["POST /v1/policies/evaluate"] = new("/v1/policies/evaluate", "{ \"policy\": " + Terms + ", \"request\": { \"action\": \"use\" } }", IsAboutData: false),
        ["GET /v1/datasets/{id}/offers"] = new("/v1/datasets/{set}/offers"),
        ["POST /v1/datasets/{id}/offers"] = new("/v1/datasets/{set}/offers", "{ \"policy\": " + Terms + " }"),
        ["GET /v1/data-negotiations"] = new("/v1/data-negotiations?dataset={set}") { Shows = "\"neg-" },
        ["POST /v1/data-negotiations"] = new("/v1/data-negotiations", """{ "dataset": "{set}", "consumer": { "name": "n", "kind": "ngo" }, "track": "II", "policy": """ + Terms + " }"),
        ["GET /v1/data-negotiations/statistics"] = new("/v1/data-negotiations/statistics?dataset={set}"),
        ["POST /v1/data-negotiations/dsp"] = new("/v1/data-negotiations/dsp?name=n&kind=ngo&track=II", Request, "application/ld+json"),
        ["GET /v1/data-negotiations/{id}"] = new("/v1/data-negotiations/{talk}"),
        ["POST /v1/data-negotiations/{id}/moves"] = new("/v1/data-negotiations/{talk}/moves", """{ "move": "terminate", "by": "provider" }"""),
        ["GET /v1/data-negotiations/{id}/moves/{number:int}"] = new("/v1/data-negotiations/{talk}/moves/1"),
        ["GET /v1/data-negotiations/{id}/diff"] = new("/v1/data-negotiations/{talk}/diff?from=1&to=1"),
        ["GET /v1/data-negotiations/{id}/verification"] = new("/v1/data-negotiations/{talk}/verification"),
        ["POST /v1/data-negotiations/{id}/approvals/{number:int}"] = new("/v1/data-negotiations/{asked}/approvals/1", """{ "decision": "approve" }"""),
        ["GET /v1/agreements"] = new("/v1/agreements?dataset={set}") { Shows = "\"agr-" },
        ["GET /v1/agreements/{id}"] = new("/v1/agreements/{agreement}"),
        ["POST /v1/agreements/{id}/actions"] = new("/v1/agreements/{agreement}/actions", """{ "action": "suspend", "by": "provider", "reason": "of the walk" }"""),
        ["GET /v1/agreements/{id}/notifications"] = new("/v1/agreements/{agreement}/notifications"),
        ["POST /v1/agreements/{id}/duties/{key}/fulfilments"] = new("/v1/agreements/{agreement}/duties/{duty}/fulfilments", """{ "note": "of the walk" }"""),
        ["POST /v1/agreements/{id}/releases"] = new("/v1/agreements/{bound}/releases", """{ "dataset": "walk-made", "reason": "of the walk" }"""),
        ["GET /v1/agreements/{id}/transfers"] = new("/v1/agreements/{agreement}/transfers"),
        ["POST /v1/agreements/{id}/transfers"] = new("/v1/agreements/{agreement}/transfers", "{}"),
        ["POST /v1/agreements/dsp"] = new("/v1/agreements/dsp", """{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "TransferRequestMessage", "consumerPid": "urn:{new}", "agreementId": "{agreed}", "format": "HttpData-PULL", "callbackAddress": "https://example.org" }""", "application/ld+json"),
        ["GET /v1/agreements/{id}/transfers/{number:int}"] = new("/v1/agreements/{moving}/transfers/1"),
        ["GET /v1/agreements/{id}/transfers/{number:int}/moves/{move:int}"] = new("/v1/agreements/{moving}/transfers/1/moves/1"),
        ["POST /v1/agreements/{id}/transfers/{number:int}/moves"] = new("/v1/agreements/{moving}/transfers/1/moves", """{ "move": "start", "by": "provider" }"""),
        ["POST /v1/statistics/{method}"] = new("/v1/statistics/mann_kendall", """{ "inputs": { "values": [1, 2, 3, 4, 5] } }""", IsAboutData: false),
    };

    /// <summary>Fields of GraphQL with the arguments by which they lead to the data set; a field that needs none is not named.</summary>
    public static readonly IReadOnlyDictionary<string, string> Arguments = new Dictionary<string, string>
    {
        ["Query.agreement"] = """(id: "{agreed}")""",
        ["Query.agreements"] = """(dataset: "{set}")""",
        ["Query.dataNegotiations"] = """(dataset: "{set}", state: FINALIZED)""",
        ["Query.area"] = """(code: "{area}")""",
        ["Query.areas"] = """(q: "{area}")""",
        ["Query.dataset"] = """(id: "{set}")""",
        ["Query.datasets"] = """(q: "{mark}")""",
        ["Query.evidenceRecord"] = """(id: "{record}")""",
        ["Query.evidenceRecords"] = """(case: "{set}")""",
        ["Query.verifyEvidence"] = """(sha256: ["{digest}"])""",
        ["Query.indicator"] = """(code: "1.1.1")""",
        ["Query.indicators"] = """(goal: "1")""",
        ["Query.observations"] = """(series: ["{series}"])""",
        ["Query.series"] = """(code: "{series}")""",
        ["Query.seriesList"] = """(q: "{series}")""",
        ["Query.agent"] = """(id: "{agent}")""",
        ["Query.agents"] = """(q: "{agent}")""",
        ["Query.provenance"] = """(id: "{set}@1")""",
        ["Query.trend"] = """(series: "{series}", area: "{area}")""",
        ["Query.correlations"] = """(series: ["{series}", "{series}_B"], area: ["{area}"], with: ["{series}_C"], lags: 1)""",
        ["Query.anomalies"] = """(series: ["{series}"], area: ["{area}"], onlyAlarms: false)""",
        ["Query.sdgProgress"] = """(area: "{area}", series: "{series}")""",
        ["Query.sdgGoalProgress"] = """(area: "{area}", dataset: "{set}")""",
        ["Query.forecasts"] = """(series: ["{series}"], area: ["{area}"], models: [SIMPLE, DAMPED])""",
        ["Indicator.series"] = "(first: 1000)",
    };

    /// <summary>Types that are reached otherwise than by the shortest way, which would find nothing: the walk's areas have no other names, the first assessment of its record was reviewed.</summary>
    public static readonly IReadOnlyDictionary<string, string> Ways = new Dictionary<string, string>
    {
        ["Withheld"] = """evidenceRecord(id: "{unreviewed}") { assessments { withheld""",
        ["AreaAlias"] = """area(code: "404") { aliases""",
    };

    private const string OfParties = "its parties, and editors who see the data set";

    /// <summary>Types that who knows more gets less of, or that are bound to their parties, so that no row of the table can say it: who gets them instead. Tests of their own hold that.</summary>
    public static readonly IReadOnlyDictionary<string, string> Elsewhere = new Dictionary<string, string>
    {
        ["Agreement"] = OfParties,
        ["AgreementConnection"] = OfParties,
        ["AgreementEdge"] = OfParties,
        ["AgreementDuty"] = OfParties,
        ["DutyFulfilment"] = OfParties,
        ["AgreementEvent"] = OfParties,
        ["DataNegotiation"] = OfParties,
        ["DataNegotiationConnection"] = OfParties,
        ["DataNegotiationEdge"] = OfParties,
        ["NegotiatingParty"] = OfParties,
        ["NegotiationWaiting"] = OfParties,
        ["NegotiationMove"] = OfParties,
        ["NegotiationApproval"] = OfParties,
        ["WithheldDisclosure"] = "who may know of one record of a redaction and not of the other",
    };

    private static AccessProbe Public(string path) => new(path, IsAboutData: false);
}
