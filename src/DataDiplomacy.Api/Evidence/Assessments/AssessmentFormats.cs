using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Assessments;

namespace DataDiplomacy.Api.Evidence.Assessments;

/// <summary>Judgements as they are signed, and as they are shown to a caller.</summary>
internal static class AssessmentFormats
{
    private const string Independence =
        "Records count once for each origin: equal content, one derived from the other, the same host and path, or one originGroup. That origins are independent is as declared or known, not proved.";

    private static readonly string[] WithheldFields =
    [
        "sourceReliability", "sourceBasis", "informationCredibility", "informationBasis", "likelihood", "confidence", "scales", "alternatives", "supporting", "contradicting",
        "corroboration", "hiddenRecords", "conflictOfInterest", "summary", "proof", "contradictions", "supersedes", "supersededBy",
    ];

    private static readonly JsonSerializerOptions Stored = new(WireJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>What is signed: what was said; what it replaces stands in the statement itself.</summary>
    public static JsonObject BodyOf<T>(T request)
        where T : AddReview
    {
        var body = JsonSerializer.SerializeToNode(request, WireJson.Options)?.AsObject() ?? [];
        body.Remove("supersedes");
        return body;
    }

    /// <summary>A statement as it was said.</summary>
    public static Judged Read(OpenedStatement opened) =>
        new(opened, opened.Statement.Body.Deserialize<AddAssessment>(Stored) ?? throw new FormatException("The body of the statement is null."));

    /// <summary>Before anybody has reviewed it, to others than its author.</summary>
    public static AssessmentView Withheld(Judged assessment, bool isSuperseded) => new()
    {
        Id = assessment.Id,
        Claim = assessment.Said.Claim ?? "",
        At = assessment.At,
        Author = assessment.Actor,
        Status = isSuperseded ? AssessmentStatus.Superseded : AssessmentStatus.AwaitingReview,
        Withheld = new WithheldView { Fields = WithheldFields, Reason = ReasonOf(assessment) },
        Differences = [],
        Contradictions = [],
        Reviews = [],
    };

    private static string ReasonOf(Judged assessment) =>
        "A second analyst judges without seeing these. They are shown when the first review is submitted: "
        + $"POST /v1/evidence/{assessment.Record}/assessments/{assessment.Id}/reviews.";

    public static AssessmentView ToView(Judged assessment, IReadOnlyList<Judged> reviews, Judged? successor, SeenRecords seen)
    {
        var judgement = JudgementOf(assessment, seen);
        var views = reviews.Select((review, place) => ToView(review, judgement, isFirst: place == 0, seen)).ToList();
        var view = new AssessmentView
        {
            Id = assessment.Id,
            Claim = assessment.Said.Claim ?? "",
            At = assessment.At,
            Author = assessment.Actor,
            Status = Agreement.StatusOf(judgement, [.. reviews.Select(r => JudgementOf(r, seen))], successor is not null),
            Differences = [.. views.SelectMany(v => v.Differences).Distinct()],
            Contradictions = [.. reviews.Prepend(assessment).SelectMany(by => seen.Of(by.Said.Contradicting), NamedBy)],
            Reviews = views,
            Supersedes = assessment.Opened.Statement.About,
            SupersededBy = successor?.Id,
        };
        return Fill(view, assessment, judgement, seen);
    }

    private static ReviewView ToView(Judged review, Judgement assessment, bool isFirst, SeenRecords seen)
    {
        var judgement = JudgementOf(review, seen);
        var view = new ReviewView { Id = review.Id, At = review.At, Reviewer = review.Actor, Blind = isFirst, Differences = Agreement.Differences(assessment, judgement) };
        return Fill(view, review, judgement, seen);
    }

    public static NamedEvidenceView NamedBy(Judged by, LinkEvidence link) => new() { Record = link.Record ?? "", By = by.Actor, Statement = by.Id, Note = link.Note };

    private static T Fill<T>(T view, Judged judged, Judgement judgement, SeenRecords seen)
        where T : JudgementView
    {
        var said = judged.Said;
        var (supporting, contradicting) = (seen.CountOf(said.Supporting), seen.CountOf(said.Contradicting));
        return view with
        {
            SourceReliability = said.SourceReliability,
            SourceBasis = said.SourceBasis,
            InformationCredibility = said.InformationCredibility,
            InformationBasis = said.InformationBasis,
            Likelihood = said.Likelihood,
            Confidence = said.Confidence,
            Scales = ScalesOf(judgement),
            Alternatives = said.Alternatives ?? [],
            Supporting = [.. seen.Of(said.Supporting).Select(LinkOf)],
            Contradicting = [.. seen.Of(said.Contradicting).Select(LinkOf)],
            Corroboration = CorroborationOf(supporting, contradicting),
            HiddenRecords = seen.HiddenCountOf(judged),
            ConflictOfInterest = said.ConflictOfInterest,
            Summary = JudgementSentences.Of(judgement, said.Alternatives?.Count ?? 0, supporting, contradicting),
            Proof = ProofOf(judged, seen),
        };
    }

    public static Judgement JudgementOf(Judged judged, SeenRecords seen) => new()
    {
        SourceReliability = Enum.Parse<SourceReliability>(judged.Said.SourceReliability ?? ""),
        InformationCredibility = (InformationCredibility)(judged.Said.InformationCredibility ?? 0),
        Likelihood = judged.Said.Likelihood,
        Confidence = judged.Said.Confidence,
        Supporting = [.. seen.Of(judged.Said.Supporting).Select(l => l.Record ?? "")],
        Contradicting = [.. seen.Of(judged.Said.Contradicting).Select(l => l.Record ?? "")],
    };

    private static ScalesView ScalesOf(Judgement judgement) => new()
    {
        SourceReliability = new GradeScaleView
        {
            Wording = GradingScales.WordingOf(judgement.SourceReliability),
            CannotBeJudged = judgement.SourceReliability is SourceReliability.F,
            Source = GradingScales.Admiralty,
        },
        InformationCredibility = new GradeScaleView
        {
            Wording = GradingScales.WordingOf(judgement.InformationCredibility),
            CannotBeJudged = judgement.InformationCredibility is InformationCredibility.CannotBeJudged,
            Source = GradingScales.Admiralty,
        },
        Likelihood = judgement.Likelihood is { } band
            ? new LikelihoodScaleView { Wording = GradingScales.WordingOf(band), LowPercent = GradingScales.PercentOf(band).Low, HighPercent = GradingScales.PercentOf(band).High, Source = GradingScales.Estimative }
            : null,
        Confidence = judgement.Confidence is null ? null : GradingScales.Estimative,
    };

    public static CorroborationView CorroborationOf(Corroboration supporting, Corroboration contradicting) =>
        new() { Supporting = CountOf(supporting), Contradicting = CountOf(contradicting), Independence = Independence };

    private static OriginCountView CountOf(Corroboration counted) => new() { Records = counted.Records, IndependentOrigins = counted.IndependentOrigins, Groups = counted.Groups };

    private static LinkedEvidenceView LinkOf(LinkEvidence link) => new() { Record = link.Record ?? "", Note = link.Note, OriginGroup = link.OriginGroup };

    private static StatementProofView ProofOf(Judged judged, SeenRecords seen)
    {
        var isShown = seen.MayOpen(judged);
        return new StatementProofView
        {
            LogIndex = judged.Opened.LogIndex,
            Entry = judged.Opened.Entry,
            Envelope = isShown ? ElementOf(judged.Opened.Bytes) : null,
            Disclosure = isShown ? ElementOf(judged.Opened.Disclosure.ToJson()) : null,
        };
    }

    private static JsonElement ElementOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}

/// <summary>A signed statement with what its author said.</summary>
internal sealed record Judged(OpenedStatement Opened, AddAssessment Said)
{
    public string Id => Opened.Statement.Id;

    public string Record => Opened.Statement.Record;

    public string Actor => Opened.Statement.Actor;

    public DateTime At => Instants.TryParse(Opened.Statement.At, out var at) ? at : default;

    /// <summary>All records that it names, for or against.</summary>
    public IEnumerable<LinkEvidence> Links => (Said.Supporting ?? []).Concat(Said.Contradicting ?? []);
}

/// <summary>What a caller may see of the records that are named, and of where these come from.</summary>
/// <param name="Origins">The records that the caller may see, by their ids.</param>
/// <param name="Actor">The caller, by a pseudonym.</param>
/// <param name="IsVerifier">Whether the caller is told how many there are beside these.</param>
internal sealed record SeenRecords(IReadOnlyDictionary<string, EvidenceOrigin> Origins, string Actor, bool IsVerifier)
{
    public IEnumerable<LinkEvidence> Of(IReadOnlyList<LinkEvidence>? links) => (links ?? []).Where(IsSeen);

    public Corroboration CountOf(IEnumerable<LinkEvidence>? links) =>
        Corroboration.Of([.. (links ?? []).Where(IsSeen).Select(l => Origins[l.Record ?? ""] with { Groups = l.OriginGroup is { } group ? [group] : [] })]);

    public int? HiddenCountOf(Judged judged) => IsVerifier ? judged.Links.Count(l => !IsSeen(l)) : null;

    /// <summary>The signed statement names all records at once: only who may see all of them, and would be told of others, sees it.</summary>
    public bool MayOpen(Judged judged) => (IsVerifier || judged.Actor == Actor) && judged.Links.All(IsSeen);

    private bool IsSeen(LinkEvidence link) => Origins.ContainsKey(link.Record ?? "");
}

/// <summary>Reads a link that is its id alone, too.</summary>
internal sealed class LinkConverter : JsonConverter<LinkEvidence>
{
    public override LinkEvidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return new LinkEvidence { Record = reader.GetString() };
        }

        try
        {
            var written = JsonSerializer.Deserialize<Written>(ref reader, options);
            return new LinkEvidence { Record = written?.Record, Note = written?.Note, OriginGroup = written?.OriginGroup };
        }
        catch (JsonException e)
        {
            // Without a place of its own, so that it gets that of the link in the whole body.
            throw new JsonException(e.Message, e.InnerException);
        }
    }

    public override void Write(Utf8JsonWriter writer, LinkEvidence value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Written(value.Record, value.Note, value.OriginGroup), options);

    private sealed record Written(string? Record = null, string? Note = null, string? OriginGroup = null);
}
