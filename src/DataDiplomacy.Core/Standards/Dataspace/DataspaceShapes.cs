using System.Text.Json;
using static DataDiplomacy.Core.Standards.Dataspace.Member;
using static DataDiplomacy.Core.Standards.Dataspace.Shape;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>
/// The JSON schemas of the Dataspace Protocol 2025-1, one property for each definition and under its name, in the order common, policies, catalog,
/// negotiation, transfer (eclipse-dataspace-protocol-base/DataspaceProtocol, artifacts/src/main/resources, 2025). Three contain themselves: what is named by <c>Later</c> is set before the first message is read.
/// </summary>
internal static class DataspaceShapes
{
    private const string DateTimePattern =
        @"-?([1-9][0-9]{3,}|0[0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|(24:00:00(\.0+)?))(Z|(\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00))?";

    private static readonly string[] LogicalNames = ["and", "andSequence", "or", "xone"];
    private static readonly string[] PermissionOrProhibition = ["permission", "prohibition"];

    private static readonly Member Context = Needed("@context", ListWith(DataspaceJson.ContextUri));
    private static readonly Member ProviderPid = Needed("providerPid", Text);
    private static readonly Member ConsumerPid = Needed("consumerPid", Text);
    private static readonly Member Code = Allowed("code", Text);

    // common/protocol-version-schema.json
    public static ObjectShape ProtocolVersions { get; } = new(Needed("protocolVersions", ListOf(new ObjectShape(
        Needed("version", Text), Needed("path", Text), Needed("binding", OneOfTexts("HTTPS")), Allowed("identifierType", Text), Allowed("serviceId", Text),
        Allowed("auth", new ObjectShape(Needed("protocol", Text), Needed("version", Text), Allowed("profile", ListOf(Text))))), atLeast: 1)));

    // negotiation/contract-schema.json
    private static Shape Constraint { get; } = ExactlyOneOf(
        value => value.ValueKind == JsonValueKind.Object && LogicalNames.Any(name => value.TryGetProperty(name, out _)) ? 0 : 1,
        new ObjectShape([.. LogicalNames.Select(name => Allowed(name, ListOf(Later(() => Constraint!))))]) { ExactlyOne = LogicalNames },
        new ObjectShape(
            Needed("leftOperand", Text),
            Needed("operator", OneOfTexts("eq", "gt", "gteq", "lteq", "hasPart", "isA", "isAllOf", "isAnyOf", "isNoneOf", "isPartOf", "lt", "term-lteq", "neq")),
            Needed("rightOperand", Kinds("a text, an object or an array", JsonValueKind.String, JsonValueKind.Object, JsonValueKind.Array))));

    private static ObjectShape Rule { get; } = new(Needed("action", Text), Allowed("constraint", ListOf(Constraint)));

    private static ObjectShape PolicyClass { get; } = new(
        Needed("@id", Text),
        Allowed("profile", ExactlyOneOf(value => value.ValueKind == JsonValueKind.Array ? 1 : 0, Text, ListOf(Text))),
        Allowed("permission", ListOf(Rule, atLeast: 1)), Allowed("prohibition", ListOf(Rule, atLeast: 1)), Allowed("obligation", ListOf(Rule, atLeast: 1)))
    { AtLeastOne = PermissionOrProhibition };

    public static ObjectShape MessageOffer { get; } = PolicyClass.With(Needed("@type", OneOfTexts("Offer")), Allowed("target", Text));

    public static ObjectShape Offer { get; } = PolicyClass.With(Allowed("@type", OneOfTexts("Offer"))).Without("target");

    public static ObjectShape Agreement { get; } = PolicyClass.With(
        Needed("@type", OneOfTexts("Agreement")), Needed("target", Text), Needed("assigner", Text), Needed("assignee", Text),
        Allowed("timestamp", Matching(DateTimePattern, "a date and time (XML Schema dateTime)")));

    public static Shape Policy { get; } = ExactlyOneOf(LikelyPolicy, MessageOffer, Offer, Agreement);

    // catalog/dataset-schema.json, catalog/catalog-schema.json and the messages beside them
    public static ObjectShape DataService { get; } = new(
        Needed("@id", Text), Needed("@type", OneOfTexts("DataService")), Needed("endpointURL", Text), Allowed("servesDataset", ListOf(Later(() => Dataset!), atLeast: 1)));

    public static ObjectShape Distribution { get; } = new(
        Allowed("hasPolicy", ListOf(Offer, atLeast: 1)),
        Needed("accessService", ExactlyOneOf(value => value.ValueKind == JsonValueKind.Object ? 1 : 0, Text, DataService)),
        Needed("format", Text));

    public static ObjectShape Dataset { get; } = new(
        Needed("@id", Text), Needed("hasPolicy", ListOf(Offer, atLeast: 1)), Needed("distribution", ListOf(Distribution, atLeast: 1)));

    public static ObjectShape RootDataset { get; } = Dataset.With(Context);

    private static ObjectShape Catalog { get; } = new ObjectShape(
        Needed("@id", Text), Needed("@type", OneOfTexts("Catalog")), Allowed("distribution", ListOf(Distribution, atLeast: 1)),
        Allowed("dataset", ListOf(Dataset, atLeast: 1)), Allowed("catalog", ListOf(Later(() => Catalog!), atLeast: 1)), Allowed("service", ListOf(DataService, atLeast: 1)))
        .Without("hasPolicy");

    public static ObjectShape RootCatalog { get; } = Catalog.With(Context, Needed("participantId", Text));

    public static ObjectShape CatalogRequestMessage { get; } = Message("CatalogRequestMessage", Allowed("filter", ListOf(Any)));

    public static ObjectShape DatasetRequestMessage { get; } = Message("DatasetRequestMessage", Needed("dataset", Text));

    public static ObjectShape CatalogError { get; } = Message("CatalogError", Code, Allowed("reason", ListOf(Any)));

    // negotiation/*-schema.json
    public static ObjectShape ContractRequestMessage { get; } =
        Message("ContractRequestMessage", ConsumerPid, Needed("offer", MessageOffer), Allowed("providerPid", Text), Allowed("callbackAddress", Text))
            .WithExactlyOne("callbackAddress", "providerPid");

    public static ObjectShape ContractOfferMessage { get; } =
        Message("ContractOfferMessage", ProviderPid, Needed("offer", MessageOffer.With(Needed("target", Text))), Allowed("consumerPid", Text), Allowed("callbackAddress", Text))
            .WithExactlyOne("callbackAddress", "consumerPid");

    public static ObjectShape ContractAgreementMessage { get; } = Message("ContractAgreementMessage", ProviderPid, ConsumerPid, Needed("agreement", Agreement));

    public static ObjectShape ContractAgreementVerificationMessage { get; } = Message("ContractAgreementVerificationMessage", ProviderPid, ConsumerPid);

    public static ObjectShape ContractNegotiationEventMessage { get; } =
        Message("ContractNegotiationEventMessage", ProviderPid, ConsumerPid, Needed("eventType", OneOfTexts("ACCEPTED", "FINALIZED")));

    public static ObjectShape ContractNegotiationTerminationMessage { get; } = Reasoned("ContractNegotiationTerminationMessage");

    public static ObjectShape ContractNegotiation { get; } = Message("ContractNegotiation", ProviderPid, ConsumerPid,
        Needed("state", OneOfTexts("REQUESTED", "OFFERED", "ACCEPTED", "AGREED", "VERIFIED", "FINALIZED", "TERMINATED")));

    public static ObjectShape ContractNegotiationError { get; } = Reasoned("ContractNegotiationError");

    // transfer/*-schema.json
    public static ObjectShape DataAddress { get; } = new(
        Needed("@type", OneOfTexts("DataAddress")), Needed("endpointType", Text), Allowed("endpoint", Text),
        Allowed("endpointProperties", ListOf(new ObjectShape(Needed("@type", OneOfTexts("EndpointProperty")), Needed("name", Text), Needed("value", Text)), atLeast: 1)));

    public static ObjectShape TransferRequestMessage { get; } = Message("TransferRequestMessage",
        Needed("agreementId", Text), Needed("format", Text), Allowed("dataAddress", DataAddress), Needed("callbackAddress", Text), ConsumerPid);

    public static ObjectShape TransferStartMessage { get; } = Message("TransferStartMessage", ProviderPid, ConsumerPid, Allowed("dataAddress", DataAddress));

    public static ObjectShape TransferCompletionMessage { get; } = Message("TransferCompletionMessage", ProviderPid, ConsumerPid);

    public static ObjectShape TransferSuspensionMessage { get; } = Reasoned("TransferSuspensionMessage");

    public static ObjectShape TransferTerminationMessage { get; } = Reasoned("TransferTerminationMessage");

    public static ObjectShape TransferProcess { get; } = Message("TransferProcess", ProviderPid, ConsumerPid,
        Needed("state", OneOfTexts("REQUESTED", "STARTED", "TERMINATED", "COMPLETED", "SUSPENDED")));

    public static ObjectShape TransferError { get; } = Reasoned("TransferError");

    private static ObjectShape Message(string type, params Member[] members) => new([Context, Needed("@type", OneOfTexts(type)), .. members]);

    private static ObjectShape Reasoned(string type) => Message(type, ProviderPid, ConsumerPid, Code, Allowed("reason", ListOf(Any, atLeast: 1)));

    private static int LikelyPolicy(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("@type", out var type)) return 0;
        return type.ValueKind == JsonValueKind.String && type.ValueEquals("Agreement") ? 2 : 0;
    }
}
