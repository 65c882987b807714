namespace DataDiplomacy.Api.Http;

/// <summary>The catalogue of refusals. Each is described in schema/problems.md and reached by a test.</summary>
public static class Problems
{
    public static readonly Problem InvalidRequest = new("invalid-request", 400, "The request is not valid",
        "Correct the fields named under errors.");

    public static readonly Problem UnknownParameter = new("unknown-parameter", 400, "The query parameter does not exist",
        "Use one of the suggestions, or leave the parameter out; GET /openapi/v1.json lists the parameters of each route.");

    public static readonly Problem InvalidCursor = new("invalid-cursor", 400, "The cursor cannot be used",
        "Take the cursor from next of the page before and send it with the same query.");

    public static readonly Problem Unauthenticated = new("unauthenticated", 401, "A valid key is needed",
        "Send Authorization: Bearer KEY with a key that has neither expired nor been revoked, or a token of the configured issuer; detail says what is wrong with a token.");

    public static readonly Problem Forbidden = new("forbidden", 403, "The key may not do this",
        "Use a key with the role that detail names.");

    public static readonly Problem RedistributionForbidden = new("redistribution-forbidden", 403, "The terms of the data do not let you export it",
        "Read a first page of it as JSON, narrowed by area and time, export other data sets by dataset=, or use a key: any for terms that say internal, an admin's where they say forbidden. Candidates lists the data sets with their terms.");

    public static readonly Problem TermsNotInForce = new("terms-not-in-force", 403, "The agreement under which the data are held is not in force",
        "Detail names the way back: a suspended agreement is resumed, another may replace it, or the provider releases the data set. Candidates lists the data sets, and /v1/datasets/{id}/terms has the terms.");

    public static readonly Problem TermsNotMet = new("terms-not-met", 403, "The terms under which the data are held do not let you read them like this",
        "Declare the purpose by the header Data-Purpose, if detail says that it is not known; what is not known is denied. /v1/datasets/{id}/terms has the terms.");

    public static readonly Problem NotFound = new("not-found", 404, "There is no such thing, or you may not see it",
        "Check the identifier; suggestions lists near ones.");

    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "The method is not offered here",
        "The Allow header lists the methods of the route.");

    public static readonly Problem NotAcceptable = new("not-acceptable", 406, "The format is not offered",
        "Ask for one of the formats that suggestions lists, by Accept or format=.");

    public static readonly Problem AlreadyExists = new("already-exists", 409, "The identifier is taken",
        "Choose another identifier, or change the existing one by PUT.");

    public static readonly Problem HasVersions = new("has-versions", 409, "The data set has versions",
        "Versions are never deleted; change handling to confidential to hide the data set.");

    public static readonly Problem Ambiguous = new("ambiguous", 409, "The code means more than one thing",
        "Add the parameter that detail names, with one of candidates.");

    public static readonly Problem AnswerLost = new("answer-lost", 409, "The write was done, its answer is lost",
        "Read what the first request was to write; it took effect once, and nothing is done again.");

    public static readonly Problem PreconditionFailed = new("precondition-failed", 412, "It was changed by someone else",
        "Read it again and send the new ETag as If-Match.");

    public static readonly Problem TooLarge = new("too-large", 413, "The request is too large",
        "Send less; detail names the limit.");

    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "The type or coding of the body is not supported",
        "Send one of the types that detail lists.");

    public static readonly Problem DimensionsNeeded = new("dimensions-needed", 422, "Several observations share area and period",
        "Choose one value for each dimension that detail names by dim.ID=, or send headline=true.");

    public static readonly Problem RecordedAtNotLater = new("recorded-at-not-later", 422, "The vintage is not later than the last one",
        "Import vintages in the order in which they were recorded, none of them in the future.");

    public static readonly Problem NothingAccepted = new("nothing-accepted", 422, "No row of the file could be accepted",
        "Read the rejected rows of the import and correct the file or the mapping.");

    public static readonly Problem InvalidProvenance = new("invalid-provenance", 422, "The statements contradict each other, or what is held",
        "Errors names each constraint with the statements in conflict; correct or leave out one of them. POST /v1/provenance/validate judges a document without storing it.");

    public static readonly Problem RuleBroken = new("rule-broken", 422, "Well-formed, but against a rule",
        "Detail names the rule.");

    public static readonly Problem DigestMismatch = new("digest-mismatch", 422, "The content is not what was announced",
        "Compute the digest again and send the content again; nothing was stored.");

    public static readonly Problem Erased = new("erased", 410, "It was erased",
        "Content and salts were destroyed by order; GET the custody of the record for the receipt. Proofs made before still verify.");

    public static readonly Problem ContentDamaged = new("content-damaged", 500, "The stored content is not what was taken in",
        "The operator must run fsck and restore the content from a copy; it is not served.");

    public static readonly Problem IdempotencyKeyReused = new("idempotency-key-reused", 422, "The Idempotency-Key belongs to another request",
        "Send the request that it was first sent with, or choose a new key.");

    public static readonly Problem PreconditionRequired = new("precondition-required", 428, "If-Match is needed",
        "Read the thing, and send its ETag as If-Match so that nobody's change is lost.");

    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "Too many requests",
        "Wait for the seconds that Retry-After says; RateLimit tells on each answer what is left.");

    public static readonly Problem Internal = new("internal", 500, "The server failed",
        "Report the traceId to the operator; the request may be sent again.");

    public static readonly Problem Busy = new("busy", 503, "The server is busy",
        "Nothing was stored. Send the request again after the seconds that Retry-After says.");

    public static readonly Problem DatabaseUnavailable = new("database-unavailable", 503, "The database does not answer",
        "Reads may be sent again after the seconds that Retry-After says. Whether a write took effect is not known: send it again with the same Idempotency-Key, or read what it was to write. GET /health/ready tells when the database is back.");

    public static readonly Problem IssuerUnavailable = new("issuer-unavailable", 503, "The token cannot be checked now",
        "The keys of the issuer of tokens cannot be read. Send the request again after the seconds that Retry-After says; the operator should look at the log.");

    public static readonly Problem StorageFull = new("storage-full", 507, "The storage is full",
        "Nothing was stored. The operator must free space; reads go on.");

    public static IReadOnlyList<Problem> All =>
    [
        InvalidRequest, UnknownParameter, InvalidCursor, Unauthenticated, Forbidden, RedistributionForbidden, TermsNotInForce, TermsNotMet, NotFound, MethodNotAllowed, NotAcceptable,
        AlreadyExists, HasVersions, Ambiguous, AnswerLost, PreconditionFailed, TooLarge, UnsupportedMediaType, DimensionsNeeded,
        RecordedAtNotLater, NothingAccepted, InvalidProvenance, RuleBroken, DigestMismatch, Erased, ContentDamaged, IdempotencyKeyReused, PreconditionRequired, TooManyRequests, Internal, Busy, DatabaseUnavailable, IssuerUnavailable, StorageFull,
    ];
}
