using System.Text.Json;
using DataDiplomacy.Api.Evidence.Assessments;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Evidence.Custody;
using GraphQL;
using GraphQL.Types;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>A record of evidence with its events.</summary>
public sealed class RecordGraph : ViewType<RecordView>
{
    private const int ExpectedEvents = 5;
    private const int ExpectedReports = 2;

    public RecordGraph()
        : base(record => record.Detail)
    {
        Field<RecordDetailGraph>("detail")
            .Description("What the record says; null in lists for records that are not public (reading it is an event of custody), and after erasure.")
            .Resolve(context => context.Source.Detail);
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<CustodyEventGraph>>>>("custody")
                .Description("The events of custody, oldest first; none for an item that the caller may see no longer. Of a record that is not public, reading them is itself an event."),
            ExpectedEvents).Resolve(context => context.Loader<string, IReadOnlyList<CustodyEventView>>("events of records",
                    (ids, cancellationToken) => ReadCustodyAsync(context, ids, cancellationToken))
                .Load(context.Source.Id)
                .Then(events => events ?? []));
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<VerificationGraph>>>>("verifications")
                .Description("The reports of checks, oldest first. Of a record that is not public, reading them is an event of its custody."),
            ExpectedReports).Resolve(context => context.Loader<string, IReadOnlyList<VerificationView>>("verifications of records",
                    (ids, cancellationToken) => ReadAsync(context, "verifications", ids, record => context.Service<VerificationQueries>().ListAsync(record, cancellationToken), cancellationToken))
                .Load(context.Source.Id)
                .Then(reports => reports ?? []));
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<AssessmentGraph>>>>("assessments")
                .Description("What analysts hold of claims about it, oldest first; withheld until a second one has judged. Of a record that is not public, reading them is an event of its custody."),
            ExpectedReports).Resolve(context => context.Loader<string, IReadOnlyList<AssessmentView>>("assessments of records",
                    (ids, cancellationToken) => ReadAsync(context, "assessments", ids,
                        async record => (await context.Service<AssessmentQueries>().ListAsync(record, cancellationToken)).Items, cancellationToken))
                .Load(context.Source.Id)
                .Then(assessments => assessments ?? []));
    }

    public static void AddTo(ObjectGraphType query)
    {
        query.Field<RecordGraph>("evidenceRecord").Description("A record; null when there is none that the caller may know of. Reading one that is not public is an event of its custody.")
            .NeededCode("id", "Its id, such as `ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8`.")
            .ResolveAsync(async context => await FindAsync(context, context.Text("id") ?? "", context.CancellationToken));
        var list = query.Field<NonNullGraphType<RecordConnection>>("evidenceRecords")
            .Description("Records in the order of their changes. Of those that are not public no detail is shown: reading one is an event of its custody.")
            .Argument<WireEnumType<EvidenceKind>>("kind", "Only this kind.")
            .Code("case", "Only this case.")
            .Argument<InstantType>("updatedAfter", "Only what was added, changed, redacted or withdrawn after this instant; each item then says which.");
        ConnectionArguments.AddTo(list).ResolveAsync(async context =>
        {
            var asked = ConnectionArguments.From(context);
            var request = new ListRecords
            {
                Kind = context.EnumText<EvidenceKind>("kind"),
                Case = context.Text("case"),
                UpdatedAfter = context.Instant("updatedAfter"),
                Limit = asked.First,
                Cursor = asked.After,
                Count = asked.Count,
            };
            return RecordConnectionPage.Of(await context.Service<RecordQueries>().ListAsync(request, context.CancellationToken), asked);
        });
        query.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ViewType<DigestMatchView>>>>>("verifyEvidence")
            .Description("Whether contents are known, by their SHA-256, in the order asked. What the caller may not know of answers exactly like what is not there.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("sha256", "1 to 100 digests, 64 hexadecimal digits each.")
            .ResolveAsync(async context =>
            {
                var request = new VerifyDigests { Sha256 = JsonSerializer.SerializeToElement(context.Texts("sha256") ?? []) };
                return (await context.Service<VerifyQueries>().FindAsync(request, context.CancellationToken)).Items;
            });
    }

    private static async Task<RecordView?> FindAsync(IResolveFieldContext context, string id, CancellationToken cancellationToken)
    {
        var queries = context.Service<RecordQueries>();
        if (await queries.FindAsync(id, cancellationToken) is not { } record)
        {
            return null;
        }

        await context.Service<CustodyCommands>().ReadAsync(record, "record", isResumed: false, cancellationToken);
        return await queries.ToViewAsync(record, cancellationToken);
    }

    /// <summary>What belongs to each record by itself; the readings are written before anything is shown.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<T>>> ReadAsync<T>(
        IResolveFieldContext context, string what, IReadOnlyList<string> ids, Func<EvidenceRecord, Task<IReadOnlyList<T>>> read, CancellationToken cancellationToken)
    {
        var custody = context.Service<CustodyCommands>();
        var records = await context.Service<RecordQueries>().FindAsync(ids, cancellationToken);
        await Task.WhenAll(records.Select(record => custody.ReadAsync(record, what, isResumed: false, cancellationToken)));
        var found = new Dictionary<string, IReadOnlyList<T>>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            found[record.Id] = await read(record);
        }

        return found;
    }

    /// <summary>The readings are written before anything is shown, and share their commit.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<CustodyEventView>>> ReadCustodyAsync(
        IResolveFieldContext context, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var (queries, custody) = (context.Service<RecordQueries>(), context.Service<CustodyCommands>());
        var records = await queries.FindAsync(ids, cancellationToken);
        await Task.WhenAll(records.Select(record => custody.ReadAsync(record, "custody", isResumed: false, cancellationToken)));
        return await queries.CustodyAsync([.. records.Select(record => record.Id)], cancellationToken);
    }
}

/// <summary>What a record says; how it was captured is any JSON, which has no form in GraphQL but text.</summary>
public sealed class RecordDetailGraph : ViewType<RecordDetail>
{
    public RecordDetailGraph()
        : base(detail => detail.Capture) =>
        Field<StringGraphType>("capture").Description("How it was captured, as JSON text.").Resolve(context => context.Source.Capture?.GetRawText());
}

/// <summary>An event; its envelope and what opens its commitments are JSON whose bytes count.</summary>
public sealed class CustodyEventGraph : ViewType<CustodyEventView>
{
    private const int ExpectedDisclosures = 10;

    public CustodyEventGraph()
        : base(custodyEvent => custodyEvent.Envelope, custodyEvent => custodyEvent.Disclosures)
    {
        Field<NonNullGraphType<StringGraphType>>("envelope").Description("The signed statement, a DSSE envelope, as JSON text.")
            .Resolve(context => context.Source.Envelope.GetRawText());
        QueryLimits.Expect(
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("disclosures")
                .Description("What opens the leaf's commitment and those of the statement, each `{ n, p, s, v }` as JSON text; empty after erasure."),
            ExpectedDisclosures).Resolve(context => context.Source.Disclosures.Select(disclosure => disclosure.GetRawText()));
    }
}

/// <summary>Records with the checkpoint up to which the list is complete.</summary>
public sealed class RecordConnection : ConnectionOf<RecordView, RecordGraph>
{
    public RecordConnection() => Field<StringGraphType>("checkpoint")
        .Description("On the last page: the checkpoint of the log up to which the list is complete, a signed note.")
        .Resolve(context => (context.Source as RecordConnectionPage)?.Checkpoint);
}

/// <summary>A page of records as the connection shows it.</summary>
public sealed record RecordConnectionPage : ConnectionPage<RecordView>
{
    public string? Checkpoint { get; init; }

    public static RecordConnectionPage Of(RecordPageView page, ConnectionArguments asked) => new()
    {
        Items = page.Items,
        Cursors = page.Cursors,
        Next = page.Next,
        HasPrevious = asked.After is not null,
        Total = page.Total,
        Checkpoint = page.Checkpoint,
    };
}
